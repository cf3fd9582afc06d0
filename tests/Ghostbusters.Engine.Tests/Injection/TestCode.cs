using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>The tests of a file and what they assert, by xunit's names alone: the rules' own models must not choose the places.</summary>
internal static class TestCode
{
    /// <summary>The tests of a file.</summary>
    public static IEnumerable<MethodDeclarationSyntax> Tests(SyntaxNode root) =>
        root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => Attribute(m, "Fact") is not null || Attribute(m, "Theory") is not null);

    /// <summary>The first attribute of a name.</summary>
    public static AttributeSyntax? Attribute(MethodDeclarationSyntax method, string name) =>
        method.AttributeLists.SelectMany(static l => l.Attributes).FirstOrDefault(a => a.Name.ToString() == name);

    /// <summary>The calls of Assert, the outer before the inner.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Assertions(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(static i => Assertion(i) is not null);

    /// <summary>What a call asserts: <c>Equal</c>; null where it is no assertion.</summary>
    public static string? Assertion(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Assert" }, Name.Identifier.Text: var name } ? name : null;

    /// <summary>The assertion that is all of a statement.</summary>
    public static InvocationExpressionSyntax? AsAssertion(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: var e } && (e is AwaitExpressionSyntax a ? a.Expression : e) is InvocationExpressionSyntax call && Assertion(call) is not null ? call : null;

    /// <summary>Whether a call in the node, other than an assertion, comes to one in the tests' own code, or to a throw: then the test still has its oracle.</summary>
    public static bool HelpersAssert(Compilation compilation, SyntaxNode node) => HelpersAssert(compilation, node, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>Whether the test waits for something with a limit of time: it fails where that does not come.</summary>
    public static bool Waits(SyntaxNode test) =>
        test.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(static a => a.Name.Identifier.ValueText is "WaitAsync" or "WaitOne" or "Wait" && a.Parent is InvocationExpressionSyntax);

    /// <summary>A value that can be written twice.</summary>
    public static bool IsPlain(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or ThisExpressionSyntax || expression is MemberAccessExpressionSyntax { Expression: var inner } && IsPlain(inner);

    /// <summary>The name of the property that counts a value's items.</summary>
    public static string? CountOf(ITypeSymbol? type)
    {
        if (type is null)
            return null;
        return new[] { type }.Concat(type.AllInterfaces).SelectMany(static t => t.GetMembers()).OfType<IPropertySymbol>()
            .Where(static p => p is { DeclaredAccessibility: Accessibility.Public, Type.SpecialType: SpecialType.System_Int32 }).Select(static p => p.Name)
            .FirstOrDefault(static n => n is "Count" or "Length") ?? (type is IArrayTypeSymbol ? "Length" : null);
    }

    private static bool HelpersAssert(Compilation compilation, SyntaxNode node, HashSet<ISymbol> seen)
    {
        var own = compilation.References.OfType<CompilationReference>().Select(static r => r.Compilation).Prepend(compilation).FirstOrDefault(c => c.ContainsSyntaxTree(node.SyntaxTree));
        if (own is null)
            return false;
        var called = node.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static i => Assertion(i) is null)
            .Select(i => own.GetSemanticModel(i.SyntaxTree).GetSymbolInfo(i).Symbol?.OriginalDefinition).OfType<IMethodSymbol>().Where(seen.Add).ToList();
        // Also what a library throws: Check.QuickThrowOnFailure.
        return called.Exists(static m => m.Name.Contains("Throw", StringComparison.Ordinal))
            || called.SelectMany(static m => m.DeclaringSyntaxReferences).Select(static r => r.GetSyntax()).Where(static d => d.SyntaxTree.FilePath.StartsWith("tests/", StringComparison.Ordinal))
                .Any(d => Assertions(d).Any() || d.DescendantNodes().Any(static n => n is ThrowStatementSyntax or ThrowExpressionSyntax) || HelpersAssert(own, d, seen));
    }
}
