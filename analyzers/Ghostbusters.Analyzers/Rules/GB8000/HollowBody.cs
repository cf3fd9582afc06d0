using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A body on whose every feasible way the input is taken as good.</summary>
/// <param name="Answer">How it says so; null where it only ends.</param>
/// <param name="Places">Where it says so.</param>
internal sealed record HollowBody(string? Answer, IReadOnlyList<IOperation> Places)
{
    private const int MostCalls = 3;

    /// <summary>Reads a body; null where a way refuses, may refuse, or does what others read.</summary>
    public static HollowBody? Of(ValueAnalysis values, SourceBodies bodies, CancellationToken cancellation, int depth = 0)
    {
        var graph = values.Graph;
        var places = new List<IOperation>();
        string? answer = null;
        if (!values.IsReachable(graph.Exit) || HasHandler(graph.Source.Root))
            return null; // What a catch makes of a failure is GB3001's.
        foreach (var block in graph.Blocks.Where(b => values.IsReachable(b.Ordinal)))
        {
            var semantics = block.ConditionKind == ControlFlowConditionKind.None ? block.FallThroughSuccessor?.Semantics : null;
            if (semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
            {
                if (!RefusingStep.IsPresenceGuard(block.BranchValue))
                    return null;
                continue;
            }

            if (semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } returned)
            {
                if (AnswerOf(returned, values, bodies, cancellation, depth) is not { } said || block.Operations.Any(o => RefusingStep.IsIn(o, bodies, cancellation)))
                    return null;
                answer ??= said;
                places.Add(returned);
            }
            else if (graph.Roots(block.Ordinal).Any(o => RefusingStep.IsIn(o, bodies, cancellation)))
            {
                return null;
            }
        }

        return new HollowBody(answer, places);
    }

    // The method's own, or that of a method that it hands on to and that takes everything as well.
    private static string? AnswerOf(IOperation returned, ValueAnalysis values, SourceBodies bodies, CancellationToken cancellation, int depth)
    {
        if (IsCompleted(returned))
            return "";
        if (AcceptingAnswer.Of(returned, values) is { } answer)
            return answer;
        return depth < MostCalls && Called(returned) is { } call && !call.IsVirtual && VerificationClaim.Of(call.TargetMethod.Name) is null
            && call.Arguments.All(a => !RefusingStep.IsIn(a, bodies, cancellation))
            && bodies.Of(call.TargetMethod, cancellation) is { } callee && Of(callee, bodies, cancellation, depth + 1) is { Answer.Length: > 0 } body ? body.Answer : null;
    }

    private static IInvocationOperation? Called(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner } => Called(inner),
        IInvocationOperation call => call,
        IAwaitOperation awaited => Called(awaited.Operation),
        IConversionOperation conversion => Called(conversion.Operand),
        _ => null,
    };

    private static bool IsCompleted(IOperation value) => value is IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType.Name: "Task" or "ValueTask" } }
        || (value is IDefaultValueOperation && value.Type?.Name is "ValueTask");

    private static bool HasHandler(ControlFlowRegion region) => region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter || region.NestedRegions.Any(HasHandler);
}
