using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>The value of a call, awaited where it is a task, and the local that it is put into.</summary>
/// <param name="Call">The call.</param>
/// <param name="Type">The type of the value; of the awaited one where the call is awaited.</param>
/// <param name="Local">Where it is put; null where it is dropped at once.</param>
internal readonly record struct DroppedValue(IInvocationOperation Call, ITypeSymbol? Type, ILocalSymbol? Local)
{
    /// <summary>The value where it is a statement of its own or put into a local; null where it is used at once, or discarded with <c>_ =</c>.</summary>
    public static DroppedValue? Of(IInvocationOperation call)
    {
        IOperation value = call;
        var awaited = false;
        while (true)
        {
            switch (value.Parent)
            {
                case IAwaitOperation await:
                    awaited = true;
                    value = await;
                    break;
                case IConversionOperation or IParenthesizedOperation:
                    value = value.Parent;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" } configured when configured.Instance == value:
                    awaited |= configured.TargetMethod.Name == "GetResult";
                    value = configured;
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } result:
                    value = result;
                    break;
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                    value = access;
                    break;
                case IExpressionStatementOperation:
                    return value.Type is { Name: "Task" or "ValueTask" } && !awaited ? null : new DroppedValue(call, value.Type, null);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return new DroppedValue(call, value.Type, declarator.Symbol);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation } assignment when assignment.Value == value:
                    return new DroppedValue(call, value.Type, target.Local);
                default:
                    return null;
            }
        }
    }
}
