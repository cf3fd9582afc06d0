using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Routes that are mapped by calls: <c>app.MapPost("/orders", …)</c>.</summary>
internal static class MappedRoutes
{
    /// <summary>Whether a call maps a route.</summary>
    public static bool IsMap(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" }, ArgumentList.Arguments.Count: >= 2 };

    /// <summary>The routes that are mapped on the same receiver in one body; none where all of them ask, or where it cannot be told.</summary>
    public static List<Route> In(SyntaxNode body, string receiver, SemanticModel model, CancellationToken cancellation)
    {
        var calls = body.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => IsMap(c) && ReceiverOf(c) == receiver).ToList();
        return IsGuardedGroup(body, receiver) || calls.Exists(static c => StatementOf(c) is null) ? [] : [.. calls.Select(c => RouteOf(c, model, cancellation))];
    }

    /// <summary>What the route is mapped on.</summary>
    public static string? ReceiverOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Expression is SimpleNameSyntax name ? name.Identifier.ValueText : null;

    private static Route RouteOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var verb = ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;
        var pattern = call.ArgumentList.Arguments[0].Expression;
        var path = model.GetConstantValue(pattern, cancellation).Value as string ?? pattern.ToString();
        var handler = call.ArgumentList.Arguments[1].Expression;
        var chain = ChainOf(call).ToList();
        var isGuarded = chain.Contains("RequireAuthorization") || chain.Any(static n => n.IndexOf("Authoriz", StringComparison.Ordinal) >= 0 || n.IndexOf("Permission", StringComparison.Ordinal) >= 0)
            || handler.DescendantNodes().OfType<AttributeSyntax>().Any(static a => a.Name.ToString().Contains("Authorize"))
            || (model.GetSymbolInfo(handler, cancellation) is var info && (info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)) is IMethodSymbol method && RouteAttributes.Guard(method));
        // A filter of the route's own may ask.
        var isMeant = chain.Contains("AllowAnonymous") || chain.Any(static n => n is "AddEndpointFilter" or "WithMetadata" or "RequireHost" or "AddEndpointFilterFactory")
            || AnonymousPurpose.IsNamed(path) || AnonymousPurpose.IsNamed(handler is AnonymousFunctionExpressionSyntax ? "" : handler.ToString()) || AnonymousPurpose.Asks(handler)
            || (verb == "MapPost" && PascalWords.Of(path).Any(AnonymousPurpose.IsQuestion));
        return new Route(path, verb != "MapGet", isGuarded, isMeant, pattern.GetLocation());
    }

    // `.WithName(…).RequireAuthorization()`.
    private static IEnumerable<string> ChainOf(InvocationExpressionSyntax call)
    {
        for (var next = call.Parent as MemberAccessExpressionSyntax; next is not null; next = next.Parent?.Parent as MemberAccessExpressionSyntax)
            yield return next.Name.Identifier.ValueText;
    }

    // What is put into a variable may be guarded later.
    private static StatementSyntax? StatementOf(InvocationExpressionSyntax call)
    {
        SyntaxNode node = call;
        while (node.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            node = node.Parent;
        return node.Parent as ExpressionStatementSyntax;
    }

    private static bool IsGuardedGroup(SyntaxNode body, string receiver) =>
        body.DescendantNodes().Any(n => n switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText == receiver && variable.Initializer?.Value.ToString() is { } text && (text.Contains("Authoriz") || text.Contains("Filter")),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequireAuthorization" or "AddEndpointFilter" or "AllowAnonymous", Expression: IdentifierNameSyntax group } } => group.Identifier.ValueText == receiver,
            _ => false,
        });
}
