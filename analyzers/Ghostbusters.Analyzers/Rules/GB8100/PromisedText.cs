using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Parameters of public methods that say by their names that they take markup or code: whoever calls hands over that, and no mere text.</summary>
internal static class PromisedText
{
    private static readonly HashSet<string> Markup = new(StringComparer.OrdinalIgnoreCase) { "html", "markup", "encoded", "svg", "expression" };
    private static readonly HashSet<string> Code = new(StringComparer.OrdinalIgnoreCase) { "expression", "script", "template", "code" };

    // `countryCode`, `zipCode` are no code.
    private const string Ambiguous = "code";

    /// <summary>Whether a caller was asked for markup.</summary>
    public static bool IsMarkup(TaintedFlow flow) => flow.Source.Kind == SourceKinds.Parameter && WordsOf(flow.Source.Name).Any(Markup.Contains);

    /// <summary>Whether a caller was asked for code.</summary>
    public static bool IsCode(TaintedFlow flow) => flow.Source.Kind == SourceKinds.Parameter && WordsOf(flow.Source.Name) is var words && Code.Contains(words[words.Count - 1])
        && (words.Count == 1 || !words[words.Count - 1].Equals(Ambiguous, StringComparison.OrdinalIgnoreCase));

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !char.IsUpper(name[i]))
                continue;
            words.Add(name.Substring(start, i - start));
            start = i;
        }

        return words;
    }
}
