using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Finds the random number that a value is made of: through locals, arithmetic and the calls of the compilation.</summary>
/// <param name="values">The graph that the value is in.</param>
/// <param name="bodies">The bodies that may be called.</param>
/// <param name="cancellation">Ends the search.</param>
internal sealed class RandomSource(ValueAnalysis values, SourceBodies bodies, CancellationToken cancellation)
{
    private const int MostCalls = 4;

    private readonly HashSet<object> _seen = [];

    /// <summary>The call that makes the random number; null where the value has none in it.</summary>
    public IInvocationOperation? In(IOperation operation, int depth = 0) => operation switch
    {
        IInvocationOperation call when IsRandom(call) => call,
        IInvocationOperation { Instance: { } receiver, TargetMethod.Name: "ToString" or "ConfigureAwait" or "GetHashCode" or "ToByteArray" or "AsTask" } passed => In(receiver, depth),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } call when IsPassing(method) => Any(call.Arguments.Select(static a => a.Value), depth),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } call => In(call.Arguments[0].Value, depth),
        IInvocationOperation call when depth < MostCalls && !call.IsVirtual && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && MayBeMade(call.TargetMethod) =>
            bodies.Of(call.TargetMethod, cancellation) is { } body ? new RandomSource(body, bodies, cancellation).InReturns(depth + 1) : null,
        IConversionOperation conversion => In(conversion.Operand, depth),
        IParenthesizedOperation inner => In(inner.Operand, depth),
        IAwaitOperation awaited => In(awaited.Operation, depth),
        IUnaryOperation unary => In(unary.Operand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder } binary =>
            In(binary.LeftOperand, depth) ?? In(binary.RightOperand, depth),
        IInterpolatedStringOperation text => Any(text.Parts.OfType<IInterpolationOperation>().Select(static p => p.Expression), depth),
        ILocalReferenceOperation local when _seen.Add(local.Local) => Any(Written(local.Local), depth),
        IFlowCaptureReferenceOperation capture when _seen.Add(capture.Id) => Any(Written(capture.Id), depth),
        _ => null,
    };

    /// <summary>The same for what the body returns.</summary>
    public IInvocationOperation? InReturns(int depth = 0) =>
        Any(values.Graph.Blocks.Where(b => values.IsReachable(b.Ordinal) && b is { ConditionKind: ControlFlowConditionKind.None, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return })
            .Select(static b => b.BranchValue).OfType<IOperation>(), depth);

    /// <summary>The operation of the graph that stands for one of the tree.</summary>
    public IOperation? Place(IOperation operation) => values.Graph.Operations().FirstOrDefault(o => o.Syntax == operation.Syntax && o.Kind == operation.Kind);

    private IInvocationOperation? Any(IEnumerable<IOperation> operations, int depth) => operations.Select(o => In(o, depth)).FirstOrDefault(static found => found is not null);

    private IEnumerable<IOperation> Written(object variable) =>
        Enumerable.Range(0, values.Graph.Blocks.Length).Where(values.IsReachable).SelectMany(values.Graph.OperationsOf).Select(o => o switch
        {
            IFlowCaptureOperation capture when variable is CaptureId id && capture.Id.Equals(id) => capture.Value,
            IAssignmentOperation { Target: ILocalReferenceOperation target } assignment when variable.Equals(target.Local) => assignment.Value,
            _ => null,
        }).OfType<IOperation>();

    private static bool IsRandom(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Next" or "NextDouble" or "NextInt64" or "NextSingle", ContainingType: { Name: "Random" } type } => ConstantResult.IsOfSystem(type),
        { Name: "GetInt32", ContainingType.Name: "RandomNumberGenerator" } => true,
        { Name: "NewGuid", ContainingType: { Name: "Guid" } type } => ConstantResult.IsOfSystem(type),
        _ => false,
    };

    private static bool IsPassing(IMethodSymbol method) =>
        method.ContainingType is { Name: "Math" or "MathF" or "Convert" or "TimeSpan" or "BitConverter" or "Decimal" or "Double" or "Int32" } type && ConstantResult.IsOfSystem(type);

    private static bool MayBeMade(IMethodSymbol method) => !method.ReturnsVoid && (method.ReturnType.IsValueType || method.ReturnType.Name is "Task" or "String");
}
