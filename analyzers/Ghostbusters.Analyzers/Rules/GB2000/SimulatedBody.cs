using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>
/// A body on whose every feasible way nothing happens but waiting, log lines, refusals and the making of an answer out of
/// constants, arguments, random numbers and the clock; methods of the source that it calls included.
/// </summary>
/// <param name="Wait">The wait of a fixed or random length that every answer stands behind; null where there is none.</param>
internal sealed record SimulatedBody(SyntaxNode? Wait)
{
    private const int MostCalls = 3;

    private static readonly HashSet<string> AnswerTypes = new(StringComparer.Ordinal)
    {
        "Results", "TypedResults", "ControllerBase", "Controller", "Task", "ValueTask", "String", "Math", "TimeSpan", "DateTime", "DateTimeOffset", "Guid", "Random", "Convert", "Stopwatch",
    };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "Random", "TimeSpan", "DateTime", "DateTimeOffset", "DateOnly", "Guid", "List", "Dictionary", "HashSet", "ValueTask", "Stopwatch",
    };

    // Members that only tell how far the show is.
    private static readonly HashSet<string> States = new(StringComparer.OrdinalIgnoreCase)
    {
        "busy", "loading", "processing", "saving", "sending", "syncing", "connected", "initialized", "authenticated", "loaded", "saved", "completed", "status", "message", "progress",
    };

    /// <summary>Reads the body; null where something else is done.</summary>
    public static SimulatedBody? Of(ValueAnalysis values, SourceBodies bodies, CancellationToken cancellation, int depth = 0)
    {
        var graph = values.Graph;
        var waits = new Dictionary<int, SyntaxNode>();
        foreach (var block in graph.Blocks.Where(b => values.IsReachable(b.Ordinal)))
        {
            foreach (var operation in graph.OperationsOf(block.Ordinal))
            {
                if (operation is not IInvocationOperation call)
                {
                    if (!IsShow(operation))
                        return null;
                    continue;
                }

                if (call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" })
                {
                    if (!StandIn.IsWait(call, graph))
                        return null;
                    waits[block.Ordinal] = call.Syntax;
                }
                else if (!IsShow(call))
                {
                    if (OfCallee(call, bodies, cancellation, depth) is not { } called)
                        return null;
                    if (called.Wait is not null)
                        waits[block.Ordinal] = call.Syntax;
                }
            }
        }

        // A wait on some ways only is a decision; an early no before the wait is none.
        return new SimulatedBody(StandIn.OnEveryWay(values, waits, (g, b) => Refuses(g, b) || StandIn.IsLoopHead(g, b, waits.Values)));
    }

    private static SimulatedBody? OfCallee(IInvocationOperation call, SourceBodies bodies, CancellationToken cancellation, int depth) =>
        depth < MostCalls && !call.IsVirtual && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && bodies.Of(call.TargetMethod, cancellation) is { } body
            ? Of(body, bodies, cancellation, depth + 1) : null;

    private static bool IsShow(IInvocationOperation call)
    {
        var (name, type) = (call.TargetMethod.Name, call.TargetMethod.ContainingType?.Name ?? "");
        return Inert.Read(call) != Act.Work
            || name is "ConfigureAwait" or "ToString" or "AsTask" or "ThrowIfCancellationRequested"
            || (name == "Report" && type == "IProgress")
            || (call.IsImplicit && name is "GetEnumerator" or "MoveNext" or "Dispose")
            || (AnswerTypes.Contains(type) && name is not ("Run" or "WhenAll" or "WhenAny" or "Wait" or "WaitAll" or "Parse" or "ParseExact" or "ContinueWith"));
    }

    private static bool IsShow(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field.IsConst || field.Field is { IsStatic: true, IsReadOnly: true } || field.Field.Type.Name is "Random" or "ILogger" or "TimeProvider" || IsTarget(field),
        IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => IsTarget(indexer) && IsOwn(indexer),
        IPropertyReferenceOperation property => IsTarget(property) || property.IsImplicit || property.Instance is null or IParameterReferenceOperation or ILocalReferenceOperation or IPropertyReferenceOperation,
        IAssignmentOperation assignment => IsOwn(assignment.Target) || IsState(assignment),
        IIncrementOrDecrementOperation step => step.Target is ILocalReferenceOperation,
        IObjectCreationOperation creation => creation.Type is { } type
            && (Parts.Contains(type.Name) || type.Name.EndsWith("Exception", StringComparison.Ordinal) || type.Name.EndsWith("Result", StringComparison.Ordinal) || HoldsOnly(creation.Constructor)),
        IParameterReferenceOperation { Type.Name: "Task" or "ValueTask" } => false,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IInvalidOperation or IFlowAnonymousFunctionOperation or IDelegateCreationOperation
            or IFunctionPointerInvocationOperation or IEventAssignmentOperation or IArrayElementReferenceOperation or IAddressOfOperation => false,
        _ => true,
    };

    // A constructor without a body, or that of a record: it keeps what it is given.
    private static bool HoldsOnly(IMethodSymbol? constructor) =>
        constructor is { DeclaringSyntaxReferences: var declared } && !constructor.ContainingType.DeclaringSyntaxReferences.IsEmpty && declared.All(static r => r.GetSyntax() is TypeDeclarationSyntax);

    private static bool IsTarget(IOperation place) => place.Parent is ISimpleAssignmentOperation assignment && assignment.Target == place;

    // A variable, or a member of what is being made here: never of what the caller gave.
    private static bool IsOwn(IOperation target) => target is ILocalReferenceOperation or IDiscardOperation or IFlowCaptureReferenceOperation
        or IMemberReferenceOperation { Instance: IFlowCaptureReferenceOperation or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } };

    // `IsBusy = true; await Task.Delay(500); Status = "Saved";` shows progress of nothing.
    private static bool IsState(IAssignmentOperation assignment) =>
        assignment is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member.Name: var name }, Value.ConstantValue.HasValue: true }
        && PascalWords.Of(name.TrimStart('_')).Any(States.Contains);

    private static bool Refuses(FlowGraph graph, int block) =>
        graph.Blocks[block] is { ConditionKind: ControlFlowConditionKind.None, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue: { } answer }
        && answer.Syntax.FirstAncestorOrSelf<IfStatementSyntax>() is not null;
}
