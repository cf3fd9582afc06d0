using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>One catch of a body: what is written, and where its ways lead.</summary>
/// <param name="Method">The method, local function or lambda that it stands in.</param>
/// <param name="Graph">The graph of that function.</param>
/// <param name="Values">What is known in it.</param>
/// <param name="Path">The ways from the catch.</param>
/// <param name="Clause">The clause.</param>
internal sealed record CatchSite(IMethodSymbol Method, FlowGraph Graph, ValueAnalysis Values, CatchPath Path, CatchClauseSyntax Clause)
{
    // Several rules ask for the catches of the same body: they are followed once. The key goes with its compilation.
    private static readonly ConditionalWeakTable<IOperation, StrongBox<ImmutableArray<CatchSite>>> Known = new();

    /// <summary>The body of the function, as it is written.</summary>
    public IOperation Body => Graph.Source.OriginalOperation;

    /// <summary>The try statement that it belongs to.</summary>
    public TryStatementSyntax Statement => (TryStatementSyntax)Clause.Parent!;

    /// <summary>The catches of a method's body, the ones in its lambdas and local functions included.</summary>
    public static ImmutableArray<CatchSite> In(IOperation body, ISymbol containing, CancellationToken cancellation)
    {
        if (Known.TryGetValue(body, out var known))
            return known.Value;
        var sites = Find(body, containing, cancellation);
        return Known.GetValue(body, _ => new StrongBox<ImmutableArray<CatchSite>>(sites)).Value;
    }

    /// <summary>What was caught, for messages.</summary>
    public string Caught => Clause.Declaration?.Type.ToString() ?? "any exception";

    /// <summary>The line of the catch, from one.</summary>
    public int Line => Clause.CatchKeyword.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>How messages name the function.</summary>
    public string FunctionName =>
        Method.MethodKind == MethodKind.AnonymousFunction ? "This lambda" : Method.Name == "<Main>$" ? "The program" : $"'{Method.AssociatedSymbol?.Name ?? Method.Name}'";

    private static ImmutableArray<CatchSite> Find(IOperation body, ISymbol containing, CancellationToken cancellation)
    {
        if (containing is not IMethodSymbol method || FlowGraph.Of(body, cancellation) is not { } graph)
            return [];
        var sites = ImmutableArray.CreateBuilder<CatchSite>();
        sites.AddRange(InFunction(graph, method, cancellation));
        foreach (var nested in graph.Nested(cancellation))
        {
            var function = nested.Source.OriginalOperation switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (function is not null)
                sites.AddRange(InFunction(nested, function, cancellation));
        }

        return sites.ToImmutable();
    }

    private static IEnumerable<CatchSite> InFunction(FlowGraph graph, IMethodSymbol method, CancellationToken cancellation)
    {
        var function = graph.Source.OriginalOperation.Syntax;
        List<CatchClauseSyntax> clauses = [.. function.DescendantNodes(n => CatchBody.IsWithin(n, function)).OfType<CatchClauseSyntax>()];
        var handlers = Handlers(graph.Source.Root).ToList();
        if (clauses.Count == 0 || clauses.Count != handlers.Count)
            return [];
        var values = ValueAnalysis.Of(graph, cancellation);
        return CatchPath.Of(graph, values, cancellation)
            .Select(path => new CatchSite(method, graph, values, path, clauses[handlers.IndexOf(path.Handler)]))
            .Where(static site => site.Clause.Parent is TryStatementSyntax);
    }

    // Regions have no syntax; both lists are in source order.
    private static IEnumerable<ControlFlowRegion> Handlers(ControlFlowRegion region) =>
        (region.Kind == ControlFlowRegionKind.Catch ? new[] { region } : []).Concat(region.NestedRegions.SelectMany(Handlers));
}
