using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>What a function says that its answer is: fetched, found, computed.</summary>
/// <param name="Subject">The function, as a message starts with it.</param>
/// <param name="Words">What it says that it does.</param>
/// <param name="Place">Where it says so.</param>
internal sealed record AnswerClaim(string Subject, string Words, Location Place)
{
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "get", "list", "read", "retrieve", "lookup", "call", "request", "resolve", "ask", "invoke", "complete", "receive", "collect", "pull", "process", "import", "export", "poll", "enrich", "geocode",
        "answer", "chat", "transcribe", "recognize", "identify", "discover", "browse", "inspect", "create", "execute", "run", "send", "handle", "suggest", "describe", "review", "explain",
    };

    /// <summary>The claim of a function; null where it promises no answer from elsewhere.</summary>
    public static AnswerClaim? Of(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => OfMethod(method),
        LocalFunctionStatementSyntax local when VerbOf(local.Identifier.ValueText) is { } words => new($"'{local.Identifier.ValueText}'", words, local.Identifier.GetLocation()),
        LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } } => OfRoute(call, list),
        _ => null,
    };

    private static AnswerClaim? OfMethod(MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        if (WorkClaim.Of(method) is { IsEffect: false, IsWide: false } work)
            return new($"'{name}'", work.Words, method.Identifier.GetLocation());
        if (VerbOf(name) is { } words)
            return new($"'{name}'", words, method.Identifier.GetLocation());
        return method.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => a.Name.ToString().StartsWith("Http", StringComparison.Ordinal))
            ? new($"'{name}'", "answer its route", method.Identifier.GetLocation()) : null;
    }

    // `app.MapGet("/users", () => …)`.
    private static AnswerClaim? OfRoute(InvocationExpressionSyntax call, ArgumentListSyntax list) =>
        AnswerPath.NameOf(call) is "MapGet" or "MapPost" && list.Arguments.Count >= 2 && list.Arguments[0].Expression is LiteralExpressionSyntax route
            ? new($"The route '{route.Token.ValueText}'", "answer", route.GetLocation()) : null;

    private static string? VerbOf(string name)
    {
        var words = PascalWords.Of(name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name);
        return !words.IsEmpty && Verbs.Contains(words[0])
            ? string.Join(" ", words.Select(static w => w.Length > 1 && w.All(char.IsUpper) ? w : w.ToLowerInvariant())) : null;
    }
}
