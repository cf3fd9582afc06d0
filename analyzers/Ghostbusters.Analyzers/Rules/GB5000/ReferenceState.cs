using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>Whether a file can see all that it was written against; asked only where something does not bind.</summary>
internal sealed class ReferenceState(Compilation compilation, bool isToldUnresolved)
{
    private readonly ConcurrentDictionary<SyntaxTree, bool> _unresolvedTrees = new();
    private readonly Lazy<bool> _globalUsings = new(() => compilation.SyntaxTrees.Any(tree => HasUnresolvedUsing(compilation, tree, global: true)));

    /// <summary>True where a reference is missing, or a using of the file or a global one names what is not there.</summary>
    public bool IsUnresolved(SyntaxTree tree) =>
        isToldUnresolved || _globalUsings.Value || _unresolvedTrees.GetOrAdd(tree, t => HasUnresolvedUsing(compilation, t, global: false));

    private static bool HasUnresolvedUsing(Compilation compilation, SyntaxTree tree, bool global)
    {
        if (tree.GetRoot() is not CompilationUnitSyntax root)
            return false;
        var usings = root.Usings.Concat(root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseNamespaceDeclarationSyntax>().SelectMany(static n => n.Usings)).Where(u => !global || !u.GlobalKeyword.IsMissing && u.GlobalKeyword.RawKind != 0).ToList();
        if (usings.Count == 0)
            return false;
#pragma warning disable RS1030 // A using of another file has no other model; one is made only where code does not bind.
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        return usings.Any(u => u.NamespaceOrType is { } name && model.GetSymbolInfo(name).Symbol is null or IErrorTypeSymbol);
    }
}
