using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What a statement does for the caller.</summary>
internal enum Act
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Writes a log line.</summary>
    Log,

    /// <summary>Refuses bad arguments.</summary>
    Guard,

    /// <summary>Something that may matter.</summary>
    Work,
}

/// <summary>Tells statements that do something from those that only look like it.</summary>
internal static class Inert
{
    private static readonly string[] LogNames = ["log", "logger", "_log", "_logger", "Log", "Logger"];

    /// <summary>What one outermost operation of a flow graph does.</summary>
    public static Act Read(IOperation operation) => operation switch
    {
        IExpressionStatementOperation statement => Read(statement.Operation),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IDiscardOperation } assignment => IsPure(assignment.Value) ? Act.None : Act.Work,
        IFlowCaptureOperation capture => IsPure(capture.Value) ? Act.None : Act.Work,
        IAwaitOperation awaited => IsWait(awaited.Operation) ? Act.None : Act.Work,
        IInvocationOperation call => OfCall(call),
        _ => IsPure(operation) ? Act.None : Act.Work,
    };

    /// <summary>Whether evaluating it changes nothing.</summary>
    public static bool IsPure(IOperation operation) => operation.DescendantsAndSelf().All(static o => o switch
    {
        IInvocationOperation call => IsPureCall(call.TargetMethod),
        IObjectCreationOperation creation => ConstantResult.IsOfSystem(creation.Type),
        IAssignmentOperation or IIncrementOrDecrementOperation or IAwaitOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation
            or IInvalidOperation or IFlowAnonymousFunctionOperation or IDelegateCreationOperation or IFunctionPointerInvocationOperation => false,
        _ => true,
    });

    private static Act OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { IsStatic: true, ReturnsVoid: true } && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
            || method.ContainingType?.Name is "Guard" or "Ensure" or "Requires" or "Check" or "Throw" or "ThrowHelper" or "Argument")
        {
            return Act.Guard;
        }

        if (IsWait(call))
            return Act.None;
        return IsLog(call) && call.Arguments.All(static a => IsPure(a.Value)) ? Act.Log : Act.Work;
    }

    // `_logger.LogInformation(…)`, `Log.Debug(…)`, `Console.WriteLine(…)`, `Debug.WriteLine(…)`.
    private static bool IsLog(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        if (type is { Name: "Console" or "Debug" or "Trace", ContainingNamespace.Name: "System" or "Diagnostics" })
            return call.TargetMethod.Name.StartsWith("Write", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Trace", StringComparison.Ordinal);
        if (type?.Name is "LoggerExtensions" or "ILogger" or "Log" or "ILog" or "Logger")
            return true;
        return call.Instance switch
        {
            IFieldReferenceOperation field => LogNames.Contains(field.Field.Name),
            IPropertyReferenceOperation property => LogNames.Contains(property.Property.Name),
            IParameterReferenceOperation parameter => LogNames.Contains(parameter.Parameter.Name),
            _ => false,
        };
    }

    private static bool IsWait(IOperation operation)
    {
        while (operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
            operation = inner;
        return operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "Delay" or "Yield" or "FromResult", ContainingType.Name: "Task" or "ValueTask" } } call => call.Arguments.All(static a => IsPure(a.Value)),
            IInvocationOperation { TargetMethod: { Name: "Sleep" or "SpinWait", ContainingType.Name: "Thread" } } => true,
            IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType.Name: "Task" or "ValueTask" } } => true,
            _ => false,
        };
    }

    private static bool IsPureCall(IMethodSymbol method) =>
        method.Name is "ToString" or "GetType" or "GetHashCode" or "Equals"
        || method.ContainingType?.SpecialType is SpecialType.System_String or SpecialType.System_Object
        || (method.ContainingType is { Name: "Enumerable" or "Array" } type && ConstantResult.IsOfSystem(type) && method.Name is "Any" or "Count" or "Empty");
}
