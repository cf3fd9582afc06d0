using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Mutation;

/// <summary>The methods of a compilation whose body can be taken away and is worth it.</summary>
internal static class MutableMethods
{
    /// <summary>In the order of files and places.</summary>
    /// <param name="compilation">Shipped code.</param>
    /// <param name="isWanted">Whether the file at a path is looked at.</param>
    /// <param name="firstId">The number that the first mutant gets.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static ImmutableArray<MutableMethod> In(Compilation compilation, Func<string, bool> isWanted, int firstId, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<MutableMethod>();
        foreach (var tree in compilation.SyntaxTrees.Where(t => isWanted(t.FilePath)).OrderBy(static t => t.FilePath, StringComparer.Ordinal))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(declaration, cancellation) is { } symbol && Of(declaration, symbol, firstId) is { } method)
                {
                    found.Add(method);
                    firstId += method.Replacements.Length;
                }
            }
        }

        return found.ToImmutable();
    }

    private static MutableMethod? Of(MethodDeclarationSyntax declaration, IMethodSymbol symbol, int id)
    {
        if (declaration.ContainsDiagnostics || IsTrivial(declaration) || IsLeftOut(symbol))
            return null;
        var replacements = Replacements.For(symbol, Yields(declaration));
        if (replacements.IsEmpty)
            return null;
        return new MutableMethod(id, symbol, declaration.Identifier.GetLocation(), replacements, ChangesFor(declaration, symbol, GuardOf(symbol, id, replacements)));
    }

    // Identity and text of objects, entry points, and what its author takes out of measurement.
    private static bool IsLeftOut(IMethodSymbol symbol) =>
        symbol is { Name: "ToString" or "GetHashCode" or "Main" } or { IsExtern: true }
        || symbol.GetAttributes().Concat(symbol.ContainingType.GetAttributes()).Any(static a => a.AttributeClass?.Name is "ExcludeFromCodeCoverageAttribute" or "GeneratedCodeAttribute");

    // Nothing is lost with a body that is empty, throws, or returns a constant, a member or a parameter.
    private static bool IsTrivial(MethodDeclarationSyntax declaration) => declaration switch
    {
        { ExpressionBody.Expression: var expression } => IsTrivial(expression),
        { Body: null } => true,
        { Body.Statements: [] or [ThrowStatementSyntax] or [ReturnStatementSyntax { Expression: null }] } => true,
        { Body.Statements: [ReturnStatementSyntax { Expression: { } expression }] } => IsTrivial(expression),
        _ => false,
    };

    private static bool IsTrivial(ExpressionSyntax expression) => expression
        is LiteralExpressionSyntax or IdentifierNameSyntax or ThrowExpressionSyntax or DefaultExpressionSyntax or ThisExpressionSyntax or RefExpressionSyntax
        or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax or PredefinedTypeSyntax };

    private static bool Yields(MethodDeclarationSyntax declaration) =>
        declaration.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<YieldStatementSyntax>().Any();

    private static string GuardOf(IMethodSymbol symbol, int id, ImmutableArray<string> replacements)
    {
        var outs = string.Concat(symbol.Parameters.Where(static p => p.RefKind == RefKind.Out).Select(static p => $"@{p.Name} = default; "));
        var cases = string.Concat(replacements.Select((statement, i) => string.Create(CultureInfo.InvariantCulture, $"case {i + 1}: {outs}{statement} ")));
        return string.Create(CultureInfo.InvariantCulture, $"switch (global::GhostbustersMutation.Probe.At({id}, {replacements.Length})) {{ {cases}}} ");
    }

    // All on the line that is there, so that lines keep their numbers.
    private static ImmutableArray<TextChange> ChangesFor(MethodDeclarationSyntax declaration, IMethodSymbol symbol, string guard)
    {
        if (declaration.Body is { } body)
            return [new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), " " + guard)];
        var arrow = declaration.ExpressionBody!;
        var isStatement = symbol.ReturnsVoid || (symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { TypeArguments: [] });
        return
        [
            new TextChange(arrow.ArrowToken.Span, "{ " + guard + (isStatement ? "" : "return")),
            new TextChange(new TextSpan(declaration.SemicolonToken.Span.End, 0), " }"),
        ];
    }
}
