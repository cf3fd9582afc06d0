using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>
/// Tasks that stand for something that somebody else may do later: <c>return source.Task;</c>. The call starts nothing, and
/// a test that does not wait for it has lost nothing.
/// </summary>
internal static class PromisedTask
{
    private const int Farthest = 3;

    /// <summary>Whether all that the method gives back is the task of a completion source, also through methods that hand it on.</summary>
    /// <remarks>By syntax, because the method may be of another project: its declaration is seen, its model is not.</remarks>
    public static bool IsGivenBy(IMethodSymbol method, CancellationToken cancellation) =>
        !method.Name.EndsWith("Async", StringComparison.Ordinal) && IsGivenBy(method, Farthest, cancellation);

    private static bool IsGivenBy(IMethodSymbol method, int steps, CancellationToken cancellation)
    {
        if (steps == 0 || method.IsAsync || method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration)
            return false;
        var results = Results(declaration).ToList();
        return results.Count > 0 && results.All(r => IsPromise(r, method, steps, cancellation));
    }

    private static IEnumerable<ExpressionSyntax> Results(MethodDeclarationSyntax declaration) => declaration.ExpressionBody is { Expression: var only }
        ? [only]
        : declaration.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .OfType<ReturnStatementSyntax>().Select(static r => r.Expression).OfType<ExpressionSyntax>();

    private static bool IsPromise(ExpressionSyntax result, IMethodSymbol within, int steps, CancellationToken cancellation) => result switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: "Task" } => true,
        InvocationExpressionSyntax call => Callees(call, within).ToList() is { Count: > 0 } callees && callees.All(c => IsGivenBy(c, steps - 1, cancellation)),
        _ => false,
    };

    // `Wait(x)` and `_harness.Wait(x)`: every overload that takes as many arguments.
    private static IEnumerable<IMethodSymbol> Callees(InvocationExpressionSyntax call, IMethodSymbol within)
    {
        var (owner, name) = call.Expression switch
        {
            SimpleNameSyntax bare => (within.ContainingType, bare),
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name: var called } => (TypeOf(receiver.Identifier.ValueText, within), called),
            _ => (null, null),
        };
        return name is null ? [] : Members(owner, name.Identifier.ValueText).OfType<IMethodSymbol>().Where(m => m.Parameters.Length == call.ArgumentList.Arguments.Count);
    }

    private static INamedTypeSymbol? TypeOf(string name, IMethodSymbol within) =>
        (within.Parameters.FirstOrDefault(p => p.Name == name)?.Type ?? Members(within.ContainingType, name).Select(static m => m switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        }).FirstOrDefault()) as INamedTypeSymbol;

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name))
                yield return member;
        }
    }
}
