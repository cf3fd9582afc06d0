using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What a method gives back, without what only wraps it.</summary>
internal static class ReturnedValue
{
    /// <summary>The value that counts: of a variable the expression that gave it its value, where that is known.</summary>
    /// <param name="returned">The returned expression.</param>
    /// <param name="value">What is known of its value there.</param>
    /// <param name="body">The method's operations as they are written: the flow graph takes initializers apart.</param>
    public static IOperation Of(IOperation returned, FlowValue value, IOperation body)
    {
        var operation = Written(returned, body);
        return operation is ILocalReferenceOperation && value.OriginOperation is { } origin ? Written(origin, body) : operation;
    }

    /// <summary>The operation as it is written, unwrapped.</summary>
    public static IOperation Written(IOperation operation, IOperation body) =>
        Unwrapped(body.Descendants().FirstOrDefault(o => o.Syntax == operation.Syntax) ?? operation);

    // Conversions, `Task.FromResult(x)` and `new ValueTask<T>(x)` carry the value that counts.
    private static IOperation Unwrapped(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation inner => Unwrapped(inner.Operand),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: { Length: 1 } arguments } => Unwrapped(arguments[0].Value),
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: { Length: 1 } arguments } => Unwrapped(arguments[0].Value),
        _ => operation,
    };
}
