using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Bodies that say "healthy" on every feasible way, and on none of them ask or read anything that could say otherwise.</summary>
internal static class HealthBody
{
    private const int MostCalls = 4;

    private static readonly string[] Failures = ["unhealthy", "degraded", "unavailable", "fail", "false", "error", "503", "500", "down"];

    // They only make the answer.
    private static readonly HashSet<string> Answers = ["HealthCheckResult", "Results", "TypedResults", "ControllerBase", "Controller", "Task", "ValueTask", "Dictionary", "List", "String", "ReadOnlyDictionary"];

    /// <summary>Where the answers stand; null where something is asked, where an answer may be another one, or where there is none.</summary>
    public static IReadOnlyList<IOperation>? ConstantAnswers(ValueAnalysis values, SourceBodies bodies, CancellationToken cancellation, int depth = 0)
    {
        var answers = new List<IOperation>();
        foreach (var block in values.Graph.Blocks)
        {
            if (!values.IsReachable(block.Ordinal))
                continue;
            if (values.Graph.OperationsOf(block.Ordinal).Any(o => Asks(o, bodies, cancellation, depth)))
                return null;
            if (IsHandler(block))
                continue; // Nothing that is asked for could have thrown.
            switch (block.FallThroughSuccessor?.Semantics)
            {
                case ControlFlowBranchSemantics.Throw:
                    return null;
                case ControlFlowBranchSemantics.Return when block.BranchValue is { } returned && block.ConditionKind == ControlFlowConditionKind.None:
                    if (!IsHealthy(returned, values))
                        return null;
                    answers.Add(returned);
                    break;
            }
        }

        return answers.Count > 0 ? answers : null;
    }

    // Calls, and reads of anything that another method may have set.
    private static bool Asks(IOperation operation, SourceBodies bodies, CancellationToken cancellation, int depth) => operation switch
    {
        IInvocationOperation call => Asks(call, bodies, cancellation, depth),
        IFieldReferenceOperation field => field.ConstantValue is { HasValue: false } && !IsWritten(field) && !IsLog(field) && !IsSystemConstant(field.Field),
        IPropertyReferenceOperation property => !IsWritten(property) && !IsLog(property) && !(property.Property.IsStatic && ConstantResult.IsOfSystem(property.Property.ContainingType)) && !property.Property.ContainingType.IsAnonymousType
            && property.Property.ContainingType.SpecialType != SpecialType.System_String,
        IObjectCreationOperation creation => creation.Type is { Name: "Ping" or "HttpClient" or "TcpClient" or "SqlConnection" } || creation.Type?.Name.EndsWith("Connection", StringComparison.Ordinal) == true,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IInvalidOperation or IEventReferenceOperation
            or IFunctionPointerInvocationOperation or IArrayElementReferenceOperation or IFlowAnonymousFunctionOperation or IAddressOfOperation => true,
        IReturnOperation { Kind: OperationKind.YieldReturn } => true,
        _ => false,
    };

    private static bool Asks(IInvocationOperation call, SourceBodies bodies, CancellationToken cancellation, int depth)
    {
        var method = call.TargetMethod;
        if (Inert.Read(call) is Act.None or Act.Log || Answers.Contains(method.ContainingType.Name) || method is { Name: "ConfigureAwait" or "ToString" or "AsTask" })
            return false;
        return method.DeclaringSyntaxReferences.IsEmpty || call.IsVirtual || depth >= MostCalls
            || bodies.Of(method, cancellation) is not { } body || ConstantAnswers(body, bodies, cancellation, depth + 1) is null;
    }

    private static bool IsHandler(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter)
                return true;
        }

        return false;
    }

    private static bool IsWritten(IOperation place) => place.Parent is ISimpleAssignmentOperation assignment && assignment.Target == place;

    private static bool IsLog(IMemberReferenceOperation member) => member.Type?.Name is "ILogger" or "ILog" or "Logger";

    private static bool IsSystemConstant(IFieldSymbol field) => field is { IsStatic: true, IsReadOnly: true } && ConstantResult.IsOfSystem(field.ContainingType);

    private static bool IsHealthy(IOperation returned, ValueAnalysis values)
    {
        var known = values.At(returned);
        if (known.Kind == FlowValueKind.Constant)
            return IsHealthy(known.Constant, returned.Type);
        if (known.OriginOperation is { } origin && origin != returned)
            return IsHealthy(origin, values);
        return returned switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => IsHealthy(constant, returned.Type),
            IConversionOperation conversion => IsHealthy(conversion.Operand, values),
            IAwaitOperation awaited => IsHealthy(awaited.Operation, values),
            IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } call => IsHealthy(call.Arguments[0].Value, values),
            IInvocationOperation { TargetMethod: { Name: "Healthy", ContainingType.Name: "HealthCheckResult" } } => true,
            IInvocationOperation { TargetMethod: { ContainingType.Name: "HealthCheckResult" } } => false,
            IInvocationOperation { TargetMethod.Name: "Ok" or "Json" or "Text" or "Content" } call => !NamesFailure(call),
            IInvocationOperation { TargetMethod.ContainingType.Name: "Results" or "TypedResults" or "ControllerBase" } => false,
            IInvocationOperation => true, // A method of the compilation, whose own answers are all healthy.
            IObjectCreationOperation { Type.Name: "HealthCheckResult" } creation => creation.Arguments.FirstOrDefault()?.Value is { } status && IsHealthy(values.At(status).Constant ?? status.ConstantValue.Value, status.Type),
            IObjectCreationOperation or IAnonymousObjectCreationOperation => !NamesFailure(returned),
            _ => false,
        };
    }

    private static bool IsHealthy(object? constant, ITypeSymbol? type) => constant switch
    {
        bool value => value,
        string text => !Failures.Any(f => text.IndexOf(f, StringComparison.OrdinalIgnoreCase) >= 0),
        int value when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named =>
            named.GetMembers().OfType<IFieldSymbol>().Any(f => f.HasConstantValue && Equals(f.ConstantValue, value) && f.Name is "Healthy" or "Ok" or "OK" or "Up" or "Online" or "Alive"),
        _ => false,
    };

    private static bool NamesFailure(IOperation answer)
    {
        var text = answer.Syntax.ToString();
        return Failures.Any(f => text.IndexOf(f, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
