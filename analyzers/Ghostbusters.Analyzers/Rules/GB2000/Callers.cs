using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Who calls a member that outsiders cannot: the call graph backwards, up to an entry point, within bounds.</summary>
/// <remarks>Calls are found by name, and only those of a wanted name are bound. Read when first asked: most compilations never ask.</remarks>
internal sealed class Callers(Compilation compilation)
{
    private const int MostSteps = 4;
    private const int MostCalls = 48;

    private readonly Lazy<ILookup<string, SimpleNameSyntax>> _calls = new(() => Read(compilation));

    /// <summary>The way from an entry point to the member, the entry point first; empty where none was found.</summary>
    public ImmutableArray<ISymbol> WayTo(ISymbol member, CancellationToken cancellation)
    {
        var ways = new Queue<ImmutableArray<ISymbol>>([[member]]);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member };
        var left = MostCalls;
        while (ways.Count > 0)
        {
            var way = ways.Dequeue();
            foreach (var call in _calls.Value[way[0].Name])
            {
                if (left-- <= 0)
                    return [];
                if (Caller(call, way[0], cancellation) is not { } caller || !seen.Add(caller) || EntryPoints.IsWithdrawn(caller))
                    continue;
                if (EntryPoints.Describe(caller) is not null)
                    return way.Insert(0, caller);
                if (way.Length < MostSteps)
                    ways.Enqueue(way.Insert(0, caller));
            }
        }

        return [];
    }

    // The member around a call, where the call is bound to the wanted one.
    private ISymbol? Caller(SimpleNameSyntax call, ISymbol wanted, CancellationToken cancellation)
    {
        if (ShippedCode.LiesBeside(call.SyntaxTree.FilePath) || call.Ancestors().Any(static a => a is TryStatementSyntax { Catches.Count: > 0 }))
            return null;
#pragma warning disable RS1030 // A call of a method that throws 'not implemented' is rare; there is no other way to see who calls it from another file.
        var model = compilation.GetSemanticModel(call.SyntaxTree);
#pragma warning restore RS1030
        if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call, cancellation).Symbol?.OriginalDefinition, wanted.OriginalDefinition))
            return null;
        var enclosing = model.GetEnclosingSymbol(call.SpanStart, cancellation);
        while (enclosing is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            enclosing = enclosing.ContainingSymbol;
        return enclosing is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property : enclosing as IMethodSymbol;
    }

    private static ILookup<string, SimpleNameSyntax> Read(Compilation compilation) =>
        compilation.SyntaxTrees.SelectMany(static t => t.GetRoot().DescendantNodes()).OfType<InvocationExpressionSyntax>()
            .Select(static i => i.Expression switch
            {
                SimpleNameSyntax name => name,
                MemberAccessExpressionSyntax access => access.Name,
                MemberBindingExpressionSyntax binding => binding.Name,
                _ => null,
            })
            .OfType<SimpleNameSyntax>().ToLookup(static n => n.Identifier.ValueText, StringComparer.Ordinal);
}
