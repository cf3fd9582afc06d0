using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>The work that a method's name, or the first word of its summary, promises.</summary>
/// <param name="Words">The promise in prose: <c>calculate tax</c>.</param>
/// <param name="IsComputation">It promises a result that is worked out: then a constant contradicts it even without parameters.</param>
/// <param name="IsEffect">It promises a lasting effect: then an empty body contradicts it.</param>
/// <param name="IsWide">Its verb also names what may well be short: then only a body that does nothing at all contradicts it.</param>
internal sealed record WorkClaim(string Words, bool IsComputation, bool IsEffect, bool IsWide = false)
{
    private static readonly HashSet<string> Computations = new(StringComparer.Ordinal)
    {
        "calculate", "compute", "predict", "estimate", "measure", "fetch", "detect", "analyze", "analyse", "classify", "benchmark", "forecast",
    };

    private static readonly HashSet<string> Effects = new(StringComparer.Ordinal)
    {
        "save", "send", "store", "persist", "upload", "publish", "submit", "charge", "refund", "pay", "transfer", "insert", "update", "delete",
        "synchronize", "sync", "process", "import", "export", "archive", "backup", "restore", "migrate", "deploy", "approve", "reserve", "book", "train",
    };

    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "validate", "verify", "authenticate", "authorize", "check", "load", "parse", "search", "find", "query", "download", "encrypt", "decrypt", "hash",
        "sign", "read", "resolve", "decode", "encode", "normalize", "collect", "rewrite", "expand", "compress", "decompress", "serialize", "deserialize", "convert", "transform", "generate", "render", "translate", "score", "rank",
        "count", "recommend", "optimize", "evaluate", "extract", "filter", "sort", "merge", "match", "aggregate", "summarize", "scan", "diagnose", "infer",
    };

    private static readonly HashSet<string> Wide = new(StringComparer.Ordinal) { "run", "build", "apply", "add", "remove", "write", "compare", "consume" };

    // Who is handed one of these as a delegate gets an answer that nobody looked up, whatever its shape has to be.
    private static readonly HashSet<string> Lookups = new(StringComparer.Ordinal)
    {
        "find", "read", "parse", "load", "fetch", "count", "search", "extract", "detect", "calculate", "compute",
    };

    // Questions about the argument; whether something Is or Can at all is a capability, not work.
    private static readonly string[] Questions = ["IsValid", "IsAuthorized", "IsAuthenticated", "IsFraud", "IsExpired", "IsDuplicate"];

    /// <summary>The claim of a method; null where it promises no work.</summary>
    public static WorkClaim? Of(MethodDeclarationSyntax method)
    {
        var name = WithoutAsync(method.Identifier.ValueText);
        var words = PascalWords.Of(name);
        if (words.IsEmpty)
            return null;
        if (Questions.Any(q => StartsWithWords(name, q)))
            return new WorkClaim("answer whether it " + Prose(words), IsComputation: false, IsEffect: false);
        return OfVerb(words[0].ToLowerInvariant(), Prose(words)) ?? OfSummary(method, name);
    }

    /// <summary>The claim of a name alone; null where its first word promises no work.</summary>
    public static WorkClaim? OfName(string method) =>
        PascalWords.Of(WithoutAsync(method)) is { IsEmpty: false } words ? OfVerb(words[0].ToLowerInvariant(), Prose(words)) : null;

    /// <summary>Whether the method's first word promises that something is looked up or worked out.</summary>
    public static bool IsLookup(MethodDeclarationSyntax method) => PascalWords.Of(method.Identifier.ValueText) is { IsEmpty: false } words && Lookups.Contains(words[0].ToLowerInvariant());

    private static WorkClaim? OfVerb(string verb, string words) =>
        Computations.Contains(verb) ? new WorkClaim(words, IsComputation: true, IsEffect: false)
        : Effects.Contains(verb) ? new WorkClaim(words, IsComputation: false, IsEffect: true)
        : Answers.Contains(verb) ? new WorkClaim(words, IsComputation: false, IsEffect: false)
        : Wide.Contains(verb) ? new WorkClaim(words, IsComputation: false, IsEffect: false, IsWide: true)
        : null;

    // "Calculates the discount of a customer."
    private static WorkClaim? OfSummary(MethodDeclarationSyntax method, string name)
    {
        var first = Summary(method).TrimStart().Split(' ', '\t', '\r', '\n')[0].ToLowerInvariant();
        if (first.Length < 3 || first[first.Length - 1] != 's')
            return null;
        var verb = first.EndsWith("ches", StringComparison.Ordinal) || first.EndsWith("shes", StringComparison.Ordinal) ? first.Substring(0, first.Length - 2)
            : first.EndsWith("ies", StringComparison.Ordinal) ? first.Substring(0, first.Length - 3) + "y"
            : first.Substring(0, first.Length - 1);
        return OfVerb(verb, verb + " the " + Prose(PascalWords.Of(name))) is { IsWide: false } claim ? claim : null;
    }

    private static string Summary(MethodDeclarationSyntax method) =>
        method.GetLeadingTrivia().Select(static t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(static d => d.Content.OfType<XmlElementSyntax>()).Where(static e => e.StartTag.Name.LocalName.ValueText == "summary")
            .SelectMany(static e => e.Content.OfType<XmlTextSyntax>()).SelectMany(static t => t.TextTokens)
            .Where(static t => t.IsKind(SyntaxKind.XmlTextLiteralToken) && !string.IsNullOrWhiteSpace(t.ValueText))
            .Select(static t => t.ValueText).FirstOrDefault() ?? "";

    private static bool StartsWithWords(string name, string start) =>
        name.StartsWith(start, StringComparison.Ordinal) && (name.Length == start.Length || !char.IsLower(name[start.Length]));

    private static string Prose(IEnumerable<string> words) =>
        string.Join(" ", words.Select(static w => w.Length > 1 && w.All(char.IsUpper) ? w : w.ToLowerInvariant()));

    private static string WithoutAsync(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name;
}
