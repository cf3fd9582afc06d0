using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What a parameter has a say in.</summary>
[Flags]
internal enum InfluenceKind
{
    /// <summary>Nothing: it could be removed.</summary>
    None = 0,

    /// <summary>Only whether the body refuses it with an exception.</summary>
    Guard = 1,

    /// <summary>The returned value, as data.</summary>
    Result = 2,

    /// <summary>A call's argument or receiver, or a write to a field, property, element, out or ref.</summary>
    Effect = 4,

    /// <summary>Which way is taken.</summary>
    Control = 8,
}

/// <summary>Which parameters influence a result: forward closure over assignments, and the branches that depend on them.</summary>
internal static class Influence
{
    /// <summary>What the parameter has a say in.</summary>
    public static InfluenceKind Of(FlowGraph graph, IParameterSymbol parameter)
    {
        var carriers = CarriersOf(graph, parameter);
        var found = IsCaptured(graph, parameter) ? InfluenceKind.Effect : InfluenceKind.None;
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            foreach (var operation in graph.OperationsOf(block))
                found |= EffectOf(operation, carriers);
            if (graph.Blocks[block].BranchValue is { } value && Mentions(value, carriers))
                found |= BranchOf(graph, block);
        }

        return found;
    }

    private static InfluenceKind BranchOf(FlowGraph graph, int block)
    {
        if (graph.Blocks[block].ConditionKind == ControlFlowConditionKind.None)
            return graph.Successors(block).Any(static e => e.Semantics == ControlFlowBranchSemantics.Throw) ? InfluenceKind.Guard : InfluenceKind.Result;
        return graph.Successors(block).Any(e => OnlyThrows(graph, e)) ? InfluenceKind.Guard : InfluenceKind.Control;
    }

    // A side from which the normal exit cannot be reached refuses.
    private static bool OnlyThrows(FlowGraph graph, FlowEdge edge) =>
        edge.Kind is EdgeKind.WhenTrue or EdgeKind.WhenFalse
        && edge.To != graph.Exit
        && !Reachability.From(graph, [edge.To], static e => e.Kind != EdgeKind.Exception).Contains(graph.Exit);

    private static InfluenceKind EffectOf(IOperation operation, HashSet<object> carriers) => operation switch
    {
        IInvocationOperation call when CallMentions(call, carriers) => IsGuard(call.TargetMethod) ? InfluenceKind.Guard : InfluenceKind.Effect,
        IObjectCreationOperation creation when creation.Arguments.Any(a => Mentions(a, carriers)) => InfluenceKind.Effect,
        IAssignmentOperation { Target: not IDiscardOperation } assignment
            when FlowState.KeyOf(assignment.Target) is null or IParameterSymbol { RefKind: not RefKind.None }
            && (Mentions(assignment.Value, carriers) || Mentions(assignment.Target, carriers)) => InfluenceKind.Effect,
        IDynamicInvocationOperation or IFunctionPointerInvocationOperation or IEventAssignmentOperation or IAwaitOperation
            when Mentions(operation, carriers) => InfluenceKind.Effect,
        _ => InfluenceKind.None,
    };

    private static bool CallMentions(IInvocationOperation call, HashSet<object> carriers) =>
        (call.Instance is { } instance && Mentions(instance, carriers)) || call.Arguments.Any(a => Mentions(a, carriers));

    // ArgumentNullException.ThrowIfNull and its kin.
    private static bool IsGuard(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true } && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal);

    private static HashSet<object> CarriersOf(FlowGraph graph, IParameterSymbol parameter)
    {
        var carriers = new HashSet<object> { parameter };
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var operation in graph.Operations())
            {
                var (target, value) = operation switch
                {
                    IFlowCaptureOperation capture => ((object)capture.Id, capture.Value),
                    IAssignmentOperation assignment => (FlowState.KeyOf(assignment.Target), assignment.Value),
                    IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } declared } } pattern => (declared, pattern.Value),
                    _ => (null, null),
                };
                if (target is not null && value is not null && Mentions(value, carriers))
                    grew |= carriers.Add(target);
            }
        }

        return carriers;
    }

    private static bool Mentions(IOperation operation, HashSet<object> carriers) =>
        operation.DescendantsAndSelf().Any(o => FlowState.KeyOf(o) is { } key && carriers.Contains(key));

    // What a closure does with it is not followed: it counts as an effect.
    private static bool IsCaptured(FlowGraph graph, IParameterSymbol parameter) =>
        graph.Source.OriginalOperation.DescendantsAndSelf().Any(o =>
            o is IAnonymousFunctionOperation or ILocalFunctionOperation
            && o.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(p => SymbolEqualityComparer.Default.Equals(p.Parameter, parameter)));
}
