using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What a body does with a parameter that in the end changes nothing.</summary>
internal static class ParameterFate
{
    /// <summary>Where the parameter is lost, in words; null where it has a say, or where that is not sure.</summary>
    public static string? Of(FlowGraph graph, IParameterSymbol parameter, ParameterPromise promise)
    {
        var mentions = graph.Source.OriginalOperation.DescendantsAndSelf().Where(o => Reads(o, parameter)).ToList();
        if (mentions.Count == 0)
            return "its body never reads it";
        if (graph.Operations().Any(static o => o is IInvalidOperation) || mentions.Any(IsDiscarded))
            return null;
        if (IsOverwrittenFirst(graph, parameter))
            return "its body overwrites it before it is read";

        var kind = Influence.Of(graph, parameter);
        if (kind == InfluenceKind.None)
            return "nothing comes of what its body reads of it";
        if (kind == InfluenceKind.Guard)
            return !promise.IsToken && ChecksItAlone(graph, parameter) ? "its body only checks it" : null;
        return !promise.IsToken && (Influence.Of(graph, parameter, WritesLog) & ~InfluenceKind.Guard) == InfluenceKind.None && ChecksItAlone(graph, parameter)
            ? "its body only logs it" : null;
    }

    /// <summary>Whether the body comes to an end by itself: one that only throws ignores everything, and says so.</summary>
    public static bool Ends(FlowGraph graph) =>
        Reachability.From(graph, [graph.Entry], static e => e.Kind != EdgeKind.Exception).Contains(graph.Exit);

    private static bool Reads(IOperation operation, IParameterSymbol parameter) =>
        operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);

    // `_ = timeout;` says that it is not used, and on purpose.
    private static bool IsDiscarded(IOperation mention) =>
        mention.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation }
        || mention.Parent is IConversionOperation { Parent: ISimpleAssignmentOperation { Target: IDiscardOperation } };

    // What is printed for a person is a result; a log line is none.
    private static bool WritesLog(IOperation operation) =>
        Inert.Read(operation) == Act.Log && !operation.DescendantsAndSelf().OfType<IInvocationOperation>().Any(static c => c.TargetMethod.ContainingType?.Name == "Console");

    // `if (limit < 0) throw new ArgumentOutOfRangeException(…)` compares with constants; `if (items.Count > limit) throw …` keeps the limit.
    // Who refuses a wish as not supported ignores nothing either.
    private static bool ChecksItAlone(FlowGraph graph, IParameterSymbol parameter)
    {
        // A switch has no wrong value: to refuse on it is to heed it. A parameter that is counted down is at work.
        if (parameter.Type.SpecialType == SpecialType.System_Boolean || graph.Operations().Any(o => o is IIncrementOrDecrementOperation or ICompoundAssignmentOperation && Mentions(o, parameter)))
            return false;
        foreach (var block in graph.Blocks)
        {
            if (block.Operations.Any(o => Mentions(o, parameter) && !WritesLog(o) && ComparesWithOthers(o, parameter)))
                return false;
            if (block.BranchValue is not { } value || !Mentions(value, parameter))
                continue;
            if (block.FallThroughSuccessor?.Semantics == Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowBranchSemantics.Throw
                ? !BlamesArgument(value) : ComparesWithOthers(value, parameter) || graph.Successors(block.Ordinal).Any(e => RefusesOtherwise(graph, e.To)))
            {
                return false;
            }
        }

        return !graph.Operations().OfType<IObjectCreationOperation>().Any(static c => c.Type?.Name.Contains("Not") == true && c.Type.Name.EndsWith("Exception", StringComparison.Ordinal));
    }

    private static bool BlamesArgument(IOperation thrown) => Throwing.StaticType(thrown)?.Name.StartsWith("Argument", StringComparison.Ordinal) == true;

    private static bool RefusesOtherwise(FlowGraph graph, int block) =>
        block < graph.Blocks.Length && graph.Blocks[block] is { FallThroughSuccessor.Semantics: Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowBranchSemantics.Throw, BranchValue: { } thrown } && !BlamesArgument(thrown);

    private static bool ComparesWithOthers(IOperation operation, IParameterSymbol parameter) => operation.DescendantsAndSelf().Any(o => o switch
    {
        ILocalReferenceOperation or IInstanceReferenceOperation or IFieldReferenceOperation { Field: { IsConst: false, ContainingType.SpecialType: SpecialType.None, ContainingType.Name: not "TimeSpan" and not "Timeout" } } => true,
        IPropertyReferenceOperation { Instance: null } => true,
        IInvocationOperation call => call.Instance is not null || !call.TargetMethod.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && !call.TargetMethod.Name.StartsWith("IsNull", StringComparison.Ordinal),
        IParameterReferenceOperation other => !Reads(other, parameter),
        _ => false,
    });

    private static bool Mentions(IOperation operation, IParameterSymbol parameter) => operation.DescendantsAndSelf().Any(o => Reads(o, parameter));

    // No way from the entry comes to a read before a write.
    private static bool IsOverwrittenFirst(FlowGraph graph, IParameterSymbol parameter)
    {
        if (graph.Source.OriginalOperation.DescendantsAndSelf().Any(o => o is IAnonymousFunctionOperation or ILocalFunctionOperation && Mentions(o, parameter)))
            return false;
        var first = Enumerable.Range(0, graph.Blocks.Length).Select(b => FirstAccess(graph, b, parameter)).ToArray();
        if (!first.Contains(Access.Write))
            return false;
        var reached = Reachability.From(graph, [graph.Entry], null, b => b < first.Length && first[b] == Access.Write);
        return !Enumerable.Range(0, first.Length).Any(b => first[b] == Access.Read && reached.Contains(b));
    }

    private static Access FirstAccess(FlowGraph graph, int block, IParameterSymbol parameter)
    {
        foreach (var root in graph.Roots(block))
        {
            var reads = root.DescendantsAndSelf().Count(o => Reads(o, parameter));
            if (reads == 0)
                continue;
            var assignment = (root as IExpressionStatementOperation)?.Operation as ISimpleAssignmentOperation;
            return assignment is not null && Reads(assignment.Target, parameter) && reads == 1 ? Access.Write : Access.Read;
        }

        return Access.None;
    }

    private enum Access
    {
        None,
        Read,
        Write,
    }
}
