using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Which methods claim by their names to make a text harmless.</summary>
internal static class SanitizerClaim
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "sanitize", "sanitise", "escape", "scrub", "purify", "neutralize", "neutralise", "cleanse", "defang" };

    // These say it only together with what they make the text harmless for.
    private static readonly HashSet<string> WeakVerbs = new(StringComparer.Ordinal) { "clean", "strip", "remove", "encode", "filter", "safe", "make", "prevent", "protect", "secure" };

    private static readonly HashSet<string> Targets = new(StringComparer.Ordinal)
    {
        "html", "xss", "script", "scripts", "javascript", "js", "sql", "path", "filename", "traversal", "ldap", "shell", "injection", "tags", "tag", "url", "uri", "crlf", "header", "xml", "markup", "input", "safe",
    };

    private static readonly HashSet<string> SafeWords = new(StringComparer.Ordinal) { "safe", "sanitized", "sanitised", "escaped", "clean", "cleaned", "encoded" };

    /// <summary>Whether the method's name says so, and its result is the text.</summary>
    public static bool Is(IMethodSymbol method) =>
        AcceptingAnswer.Given(method.ReturnType).SpecialType == SpecialType.System_String && method.Parameters.Any(static p => p.Type.SpecialType == SpecialType.System_String) && IsNamed(method.Name);

    /// <summary>Whether a name says so.</summary>
    public static bool IsNamed(string name)
    {
        var words = PascalWords.Of(name).Select(static w => w.ToLowerInvariant()).ToList();
        return words.Count > 0 && (Verbs.Contains(words[0]) || (WeakVerbs.Contains(words[0]) && words.Skip(1).Any(Targets.Contains)))
            && !words.Any(static w => w is "unescape" or "decode" or "count" or "char" or "character");
    }

    /// <summary>Whether a variable's name says that its text is harmless.</summary>
    public static bool IsSafeVariable(string name) => PascalWords.Of(name).Any(static w => SafeWords.Contains(w.ToLowerInvariant()));
}
