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
    public static bool IsMarkup(TaintedFlow flow) => flow.Source.Kind == SourceKinds.Parameter && PascalWords.Of(flow.Source.Name).Any(Markup.Contains);

    /// <summary>Whether a caller was asked for code.</summary>
    public static bool IsCode(TaintedFlow flow) => flow.Source.Kind == SourceKinds.Parameter && PascalWords.Of(flow.Source.Name) is { IsEmpty: false } words && Code.Contains(words[words.Length - 1])
        && (words.Length == 1 || !words[words.Length - 1].Equals(Ambiguous, StringComparison.OrdinalIgnoreCase));
}
