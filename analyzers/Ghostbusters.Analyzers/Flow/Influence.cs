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
    /// <param name="graph">The body.</param>
    /// <param name="parameter">A parameter of it.</param>
    /// <param name="leaveOut">Outermost operations that are not to count, such as log lines; null for none.</param>
    public static InfluenceKind Of(FlowGraph graph, IParameterSymbol parameter, Func<IOperation, bool>? leaveOut = null)
    {
        var targets = CaptureTargets.Of(graph);
        var carriers = CarriersOf(graph, parameter, targets);
        var found = IsCaptured(graph, parameter) ? InfluenceKind.Effect : InfluenceKind.None;
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            var value = graph.Blocks[block].BranchValue;
            foreach (var operation in graph.Blocks[block].Operations.Where(o => leaveOut?.Invoke(o) != true).SelectMany(static o => o.DescendantsAndSelf()))
                found |= EffectOf(operation, carriers, targets);
            if (value is null || !Mentions(value, carriers))
                continue;

            // What only describes the refusal is part of it.
            if (!IsThrow(graph, block))
                found |= value.DescendantsAndSelf().Aggregate(InfluenceKind.None, (f, o) => f | EffectOf(o, carriers, targets));
            found |= BranchOf(graph, block);
        }

        return found;
    }

    private static bool IsThrow(FlowGraph graph, int block) =>
        graph.Blocks[block] is { ConditionKind: ControlFlowConditionKind.None, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Throw };

    private static InfluenceKind BranchOf(FlowGraph graph, int block)
    {
        if (graph.Blocks[block].ConditionKind == ControlFlowConditionKind.None)
            return IsThrow(graph, block) ? InfluenceKind.Guard : InfluenceKind.Result;
        if (MeetAtOnce(graph, block))
            return InfluenceKind.None;
        return graph.Successors(block).Any(e => OnlyThrows(graph, e)) ? InfluenceKind.Guard : InfluenceKind.Control;
    }

    // `if (flag) { }`: both sides are one.
    private static bool MeetAtOnce(FlowGraph graph, int block) =>
        graph.Successors(block).Where(static e => e.Kind is EdgeKind.WhenTrue or EdgeKind.WhenFalse).Select(e => PastEmpty(graph, e.To)).Distinct().Count() == 1;

    private static int PastEmpty(FlowGraph graph, int block)
    {
        for (var steps = 0; steps < graph.Blocks.Length && block < graph.Blocks.Length; steps++)
        {
            if (graph.Blocks[block] is not { Kind: BasicBlockKind.Block, Operations.IsEmpty: true, BranchValue: null } || graph.Successors(block) is not { Length: 1 } next)
                break;
            block = next[0].To;
        }

        return block;
    }

    // A side from which the normal exit cannot be reached refuses.
    private static bool OnlyThrows(FlowGraph graph, FlowEdge edge) =>
        edge.Kind is EdgeKind.WhenTrue or EdgeKind.WhenFalse
        && edge.To != graph.Exit
        && !Reachability.From(graph, [edge.To], static e => e.Kind != EdgeKind.Exception).Contains(graph.Exit);

    private static InfluenceKind EffectOf(IOperation operation, HashSet<object> carriers, CaptureTargets targets) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } } => InfluenceKind.None,
        IInvocationOperation call when CallMentions(call, carriers) => IsGuard(call.TargetMethod) ? InfluenceKind.Guard : InfluenceKind.Effect,
        IObjectCreationOperation creation when creation.Arguments.Any(a => Mentions(a, carriers)) => InfluenceKind.Effect,
        IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } returned } when Mentions(returned, carriers) => InfluenceKind.Result,
        IAssignmentOperation assignment when (Mentions(assignment.Value, carriers) || Mentions(assignment.Target, carriers))
            && WritesElsewhere(assignment.Target, targets) => InfluenceKind.Effect,
        IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation
            or IFunctionPointerInvocationOperation or IEventAssignmentOperation or IAwaitOperation
            when Mentions(operation, carriers) => InfluenceKind.Effect,
        _ => InfluenceKind.None,
    };

    // Into anything but a variable of the method's own.
    private static bool WritesElsewhere(IOperation target, CaptureTargets targets) => target switch
    {
        ITupleOperation tuple => tuple.Elements.Any(e => WritesElsewhere(e, targets)),
        IDeclarationExpressionOperation or IDiscardOperation => false,
        _ => targets.Places(target).Any(static p => p is not IDiscardOperation && FlowState.KeyOf(p) is null or IParameterSymbol { RefKind: not RefKind.None }),
    };

    private static bool CallMentions(IInvocationOperation call, HashSet<object> carriers) =>
        (call.Instance is { } instance && Mentions(instance, carriers)) || call.Arguments.Any(a => Mentions(a, carriers));

    // ArgumentNullException.ThrowIfNull and its kin.
    private static bool IsGuard(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true } && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal);

    private static HashSet<object> CarriersOf(FlowGraph graph, IParameterSymbol parameter, CaptureTargets targets)
    {
        var flows = graph.Operations().SelectMany(o => FlowsOf(o, targets)).ToLookup(static f => f.From, static f => f.To);
        var carriers = new HashSet<object> { parameter };
        var work = new Stack<object>([parameter]);
        while (work.Count > 0)
        {
            foreach (var next in flows[work.Pop()].Where(carriers.Add))
                work.Push(next);
        }

        return carriers;
    }

    // From which variables an operation takes, and to which it gives.
    private static IEnumerable<(object From, object To)> FlowsOf(IOperation operation, CaptureTargets targets)
    {
        var (to, value) = operation switch
        {
            IFlowCaptureOperation capture => ([capture.Id], capture.Value),
            IDeconstructionAssignmentOperation deconstruction => (deconstruction.Target.DescendantsAndSelf().SelectMany(t => targets.Variables(t)), deconstruction.Value),
            IAssignmentOperation assignment => (targets.Variables(assignment.Target), assignment.Value),
            IIsPatternOperation pattern => (pattern.Pattern.DescendantsAndSelf().Select(DeclaredBy).OfType<object>(), pattern.Value),
            IInvocationOperation call => (OutVariables(call, targets), call),
            _ => (Enumerable.Empty<object>(), (IOperation?)null),
        };
        return value is null ? [] : from target in to
                                    from source in value.DescendantsAndSelf().Select(FlowState.KeyOf).OfType<object>()
                                    select (source, target);
    }

    private static ISymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    private static IEnumerable<object> OutVariables(IInvocationOperation call, CaptureTargets targets) =>
        call.Arguments.Where(static a => a.Parameter is { RefKind: RefKind.Out or RefKind.Ref }).SelectMany(a => targets.Variables(a.Value));

    private static bool Mentions(IOperation operation, HashSet<object> carriers) =>
        operation.DescendantsAndSelf().Any(o => FlowState.KeyOf(o) is { } key && carriers.Contains(key));

    // What a closure does with it is not followed: it counts as an effect.
    private static bool IsCaptured(FlowGraph graph, IParameterSymbol parameter) =>
        graph.Source.OriginalOperation.DescendantsAndSelf().Any(o =>
            o is IAnonymousFunctionOperation or ILocalFunctionOperation
            && o.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Any(p => SymbolEqualityComparer.Default.Equals(p.Parameter, parameter)));
}
