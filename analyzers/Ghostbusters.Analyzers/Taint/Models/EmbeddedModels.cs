namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>The models that travel with the rules.</summary>
internal static class EmbeddedModels
{
    private const string Prefix = "taint/";

    /// <summary>The files' names.</summary>
    public static IEnumerable<string> Files => typeof(EmbeddedModels).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(static name => name, StringComparer.Ordinal);

    /// <summary>A file's text.</summary>
    public static string TextOf(string file)
    {
        using var stream = typeof(EmbeddedModels).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The rules were built without '{file}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>All of them.</summary>
    public static ModelSet Read() => Files.Aggregate(ModelSet.Empty, static (all, file) => all.And(ModelReader.Read(ModelYaml.Read(file, TextOf(file)))));
}
