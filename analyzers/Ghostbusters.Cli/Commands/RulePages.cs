namespace Ghostbusters.Cli.Commands;

/// <summary>The rules' pages, embedded at build from <c>analyzers/docs</c>.</summary>
internal static class RulePages
{
    private const string Extension = ".md";

    /// <summary>The rules that have a page, in order.</summary>
    public static IEnumerable<string> Ids =>
        typeof(RulePages).Assembly.GetManifestResourceNames().Where(static n => n.EndsWith(Extension, StringComparison.Ordinal))
            .Select(static n => n[..^Extension.Length]).Order(StringComparer.Ordinal);

    /// <summary>The page of a rule; null where there is no such rule.</summary>
    public static string? Find(string ruleId)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream(ruleId + Extension);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
