using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Loading;

/// <summary>Our own settings in an .editorconfig: <c>ghostbusters.GB8101.sources = web, file</c>.</summary>
internal static class OwnSettings
{
    private const string Beginning = "ghostbusters.";
    private static readonly string[] Keys = [.. TaintedFlowReport.Rules.Select(static d => CountedSources.KeyOf(d.Id))];

    /// <summary>Refuses settings that no rule could read.</summary>
    /// <exception cref="ConfigurationException">The name or the value is not known; the message says where, and what to write instead.</exception>
    public static void Check(string path, SourceText text)
    {
        foreach (var line in text.Lines)
        {
            var content = line.ToString().Trim();
            if (!content.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase) || content.IndexOfAny(['=', ':']) is not (> 0 and var end))
                continue;
            var key = content[..end].TrimEnd();
            if (!Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw Error(path, line, $"There is no setting '{key}'{(NearestName.Of(key, Keys) is { } near ? $"; '{near}' is meant?" : $": {Keys[0]} and its like are.")}");
            // What a compiler takes for a comment.
            var value = content[(end + 1)..].Split('#', ';')[0].Trim();
            if (CountedSources.ProblemOf(value) is { } problem)
                throw Error(path, line, problem);
        }
    }

    private static ConfigurationException Error(string path, TextLine line, string message) => new($"{path}:{line.LineNumber + 1}: {message}");
}
