using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The bodies of the methods of one compilation, for rules whose evidence lies in another method than the claim.</summary>
internal sealed class SourceBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IMethodSymbol, ValueAnalysis?> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>The values on the graph of a method or getter; null where it has no body here, or more than one may run for it.</summary>
    public ValueAnalysis? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        var declared = method.OriginalDefinition;
        if (declared.IsAbstract || declared.IsVirtual || declared.IsOverride || declared.DeclaringSyntaxReferences.Length != 1)
            return null;
        return _bodies.GetOrAdd(declared, m => Read(m.DeclaringSyntaxReferences[0].GetSyntax(cancellation), cancellation));
    }

    /// <summary>The model of a file of the compilation; null for another file.</summary>
    public SemanticModel? ModelOf(SyntaxTree tree) => compilation.ContainsSyntaxTree(tree) ? _models.GetOrAdd(tree, Model) : null;

    private ValueAnalysis? Read(SyntaxNode declaration, CancellationToken cancellation)
    {
        if (declaration is LocalFunctionStatementSyntax || ModelOf(declaration.SyntaxTree) is not { } model)
            return null;
        return FlowGraph.Of(declaration, model, cancellation) is { } graph ? ValueAnalysis.Of(graph, cancellation) : null;
    }

    // RS1030 warns of models that an analyzer makes, as each binds a file again. Here one is made only for a file that a
    // suspect member calls into, once a compilation; there is no other way to see what the callee does.
#pragma warning disable RS1030
    private SemanticModel Model(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
