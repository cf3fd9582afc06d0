using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>One body of a test class that is no test's own.</summary>
/// <param name="Body">The operation.</param>
/// <param name="Method">The method; null for an initializer.</param>
/// <param name="RunsBefore">Whether it has run when a test begins: an initializer, a constructor, a set-up.</param>
internal sealed record TestClassBody(IOperation Body, IMethodSymbol? Method, bool RunsBefore);

/// <summary>The members of test classes that are no tests: what they make and set up, every test may find.</summary>
internal sealed class TestClassCode(TestFrameworks frameworks, SourceModels models)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, List<TestClassBody>> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>The bodies of a class; none where no member but its tests can have to do with a mock.</summary>
    public IReadOnlyList<TestClassBody> Of(INamedTypeSymbol testClass, CancellationToken cancellation) => _bodies.GetOrAdd(testClass.OriginalDefinition, c => Read(c, cancellation));

    private List<TestClassBody> Read(INamedTypeSymbol testClass, CancellationToken cancellation)
    {
        var bodies = new List<TestClassBody>();
        var members = testClass.GetMembers().Concat(testClass.GetTypeMembers().SelectMany(static t => t.GetMembers()))
            .Where(static m => !m.IsImplicitlyDeclared).Where(m => m is not IMethodSymbol method || !frameworks.IsTest(method)).ToList();
        if (!members.Any(m => m.DeclaringSyntaxReferences.Any(r => MentionsMock(r.GetSyntax(cancellation)))))
            return bodies;
        foreach (var member in members)
        {
            var isInner = !SymbolEqualityComparer.Default.Equals(member.ContainingType, testClass);
            foreach (var node in member.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).SelectMany(BodiesIn))
            {
                if (models.IsRead(node.SyntaxTree) && models.Body(node, cancellation) is { } body)
                    bodies.Add(new TestClassBody(body, member as IMethodSymbol, !isInner && RunsBefore(member, node)));
            }
        }

        return bodies;
    }

    private static IEnumerable<SyntaxNode> BodiesIn(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer } => [initializer],
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => [declaration],
        _ => [],
    };

    private bool RunsBefore(ISymbol member, SyntaxNode node) => member switch
    {
        IMethodSymbol { IsStatic: false } method => frameworks.IsLifecycle(method) && method.Name is not ("Dispose" or "DisposeAsync")
            && !method.GetAttributes().Any(static a => a.AttributeClass?.Name is { } name && (name.Contains("TearDown") || name.Contains("Cleanup"))),
        _ => node is EqualsValueClauseSyntax,
    };

    private static bool MentionsMock(SyntaxNode declaration) => (declaration is VariableDeclaratorSyntax ? declaration.Parent! : declaration).DescendantNodes()
        .Any(static n => n is GenericNameSyntax { Identifier.ValueText: "Mock" or "For" or "Of" } or IdentifierNameSyntax { Identifier.ValueText: "Returns" or "ReturnsAsync" or "ReturnsForAnyArgs" });
}
