using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Analyzers.Rules.GB3000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Steps of a check by which it may refuse without its answer saying so: calls that may throw, and writes that others read.</summary>
internal static class RefusingStep
{
    private const int MostCalls = 3;

    // First words of methods that only tell something; what they say decides nothing unless somebody reads it.
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "Get", "Find", "Is", "Has", "Can", "Contains", "Compute", "Hash", "Equals", "Sequence", "Fixed", "Compare", "Any", "All", "Count", "Where", "Select", "First", "Single", "Last", "To", "Starts", "Ends", "Trim", "Replace",
        "Split", "Join", "Concat", "Substring", "Index", "Try", "Format", "Max", "Min", "Abs", "Skip", "Take", "Order", "Sum", "As", "Clone", "Copy", "Length", "Lookup", "Query", "Exists", "Normalize", "Reverse", "Distinct",
    };

    // What tells but throws where the input is not as it should be.
    private static readonly HashSet<string> Throwing = new(StringComparer.Ordinal) { "GetRequiredService", "GetRequired", "GetPrincipal", "ToGuid", "ToInt32", "ToInt64", "GetClaims", "First", "Single", "Last" };

    private static readonly HashSet<string> PlainTypes = new(StringComparer.Ordinal)
        { "StringBuilder", "List", "Dictionary", "HashSet", "ClaimsIdentity", "ClaimsPrincipal", "Claim", "AuthenticationTicket", "AuthenticationProperties", "Random", "Stopwatch", "ValueTask", "UTF8Encoding", "MemoryStream", "DateTime", "TimeSpan" };

    /// <summary>Whether one outermost operation of a graph may refuse.</summary>
    public static bool IsIn(IOperation root, SourceBodies bodies, CancellationToken cancellation, int depth = 0) => root.DescendantsAndSelf().Any(o => o switch
    {
        IInvocationOperation call => Refuses(call, bodies, cancellation, depth),
        IObjectCreationOperation creation => Refuses(creation),
        IAssignmentOperation assignment => assignment.Target is not (ILocalReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation or IFlowCaptureReferenceOperation),
        IIncrementOrDecrementOperation step => step.Target is not ILocalReferenceOperation,
        IAwaitOperation awaited => awaited.Operation is not (IInvocationOperation or IFlowCaptureReferenceOperation) && !IsDone(awaited.Operation),
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IInvalidOperation or IFunctionPointerInvocationOperation or IEventAssignmentOperation
            or IReturnOperation { Kind: OperationKind.YieldReturn } or IFlowAnonymousFunctionOperation { Symbol.ReturnsVoid: true } or IDeconstructionAssignmentOperation => true,
        _ => false,
    });

    /// <summary>Whether a thrown operand only says that an argument is missing.</summary>
    public static bool IsPresenceGuard(IOperation? thrown) => Flow.Throwing.StaticType(thrown)?.Name is "ArgumentNullException";

    private static bool Refuses(IInvocationOperation call, SourceBodies bodies, CancellationToken cancellation, int depth)
    {
        var method = call.TargetMethod;
        if (Inert.Read(call) != Act.Work || LogMessage.Of(call) is not null || method.Name is "MoveNext" or "MoveNextAsync" or "GetEnumerator" or "Dispose" or "DisposeAsync" or "ConfigureAwait" or "FromResult" or "AsTask" or "ToString" or "GetAwaiter" or "GetResult")
            return false;
        if (AcceptingAnswer.IsVerdict(method.ReturnType) && method is { IsStatic: true, ContainingType.Name: var owner } && owner.EndsWith("Result", StringComparison.Ordinal))
            return false;
        if (depth < MostCalls && bodies.Of(method, cancellation) is { } body)
            return Refuses(body, bodies, cancellation, depth + 1);
        if (IsDropped(call))
            return true;
        var words = PascalWords.Of(method.Name);
        return words.IsEmpty || !Telling.Contains(words[0]) || Throwing.Contains(method.Name) || call.TargetMethod.MethodKind == MethodKind.DelegateInvoke;
    }

    // A method of the compilation: it throws, or does something that is read elsewhere.
    private static bool Refuses(ValueAnalysis body, SourceBodies bodies, CancellationToken cancellation, int depth)
    {
        var graph = body.Graph;
        return !body.IsReachable(graph.Exit) || graph.Blocks.Where(b => body.IsReachable(b.Ordinal)).Any(b =>
            graph.Roots(b.Ordinal).Any(r => IsIn(r, bodies, cancellation, depth))
            || (b.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow } && !IsPresenceGuard(b.BranchValue)));
    }

    private static bool Refuses(IObjectCreationOperation creation) =>
        creation.Type is { DeclaringSyntaxReferences.IsEmpty: true } type && creation.Arguments.Length > 0 && !PlainTypes.Contains(type.Name)
        && !type.Name.StartsWith("HMAC", StringComparison.Ordinal) && !type.Name.EndsWith("Result", StringComparison.Ordinal) && !type.Name.EndsWith("Exception", StringComparison.Ordinal);

    // A statement of its own: it is there for what it does.
    private static bool IsDropped(IInvocationOperation call)
    {
        IOperation value = call;
        while (value.Parent is IAwaitOperation or IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            value = value.Parent;
        return value.Parent is IExpressionStatementOperation;
    }

    private static bool IsDone(IOperation task) => task is IPropertyReferenceOperation { Property: { Name: "CompletedTask" } };
}
