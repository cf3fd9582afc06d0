using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Work that takes a while: what a cancellation token is for.</summary>
internal static class Cancellable
{
    /// <summary>The first such work of a body, in words; null where there is none, or where the body says that it must not be cancelled.</summary>
    public static string? Work(FlowGraph graph)
    {
        var operations = graph.Operations().ToList();
        return operations.Any(IsTokenOfItsOwn) ? null : operations.OfType<IInvocationOperation>().Where(TakesTime).Select(static c => c.TargetMethod.Name).FirstOrDefault();
    }

    // `CancellationToken.None`, or another token than the one that was given, is a decision.
    private static bool IsTokenOfItsOwn(IOperation operation) =>
        operation is IPropertyReferenceOperation or IFieldReferenceOperation or ILocalReferenceOperation or IDefaultValueOperation
        && operation.Type?.Name == "CancellationToken" && !operation.IsImplicit && operation.Parent is not IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue };

    private static bool TakesTime(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType?.Name is "Task" or "ValueTask" or "Thread" or "WaitHandle" or "TaskAwaiter")
            return method.Name is "Delay" or "Sleep" or "Wait" or "WaitAll" or "WaitOne" or "Run" or "WhenAll" or "GetResult";

        // Closing down is not cut short.
        return (IsTask(method.ReturnType) || method.ReturnType.Name == "IAsyncEnumerable") && method.Name is not ("ConfigureAwait" or "DisposeAsync" or "AsTask" or "FromResult" or "FromException" or "GetAwaiter" or "WaitAsync")
            && !(method.ReturnType is INamedTypeSymbol { Name: "TaskCompletionSource" });
    }

    private static bool IsTask(ITypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" };
}
