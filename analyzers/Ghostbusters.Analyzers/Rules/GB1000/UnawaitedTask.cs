using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Whether a task that holds an assertion is awaited somewhere, or only started.</summary>
internal static class UnawaitedTask
{
    /// <summary>Whether nothing reads the local, or only assertions that it is there.</summary>
    public static bool IsOnlyLookedAt(ILocalSymbol local, IOperation declarator)
    {
        var root = declarator;
        while (root.Parent is { } parent)
            root = parent;
        foreach (var use in root.Descendants().OfType<ILocalReferenceOperation>())
        {
            if (SymbolEqualityComparer.Default.Equals(use.Local, local) && !IsLookedAt(use))
                return false;
        }

        return true;
    }

    // `Assert.NotNull(task)`: a task is never null, whatever becomes of it.
    private static bool IsLookedAt(IOperation use)
    {
        var holder = use.Parent;
        while (holder is IConversionOperation or IArgumentOperation)
            holder = holder.Parent;
        if (holder is IInvocationOperation { TargetMethod.Name: "Should", Parent: IInvocationOperation chained })
            holder = chained;
        return holder is IInvocationOperation call && AssertionModel.Of(call) is { Kind: AssertionKind.NotNull };
    }

    /// <summary>The first assertion of the lambda that an await comes before; null where there is none.</summary>
    public static IInvocationOperation? AssertionAfterAwait(IAnonymousFunctionOperation lambda)
    {
        var first = lambda.Body.Descendants().OfType<IAwaitOperation>().FirstOrDefault(a => IsOwn(a, lambda));
        return first is null ? null : lambda.Body.Descendants().OfType<IInvocationOperation>()
            .FirstOrDefault(call => (call.Syntax.SpanStart > first.Syntax.Span.End || call.Syntax.Span.Contains(first.Syntax.Span) || call.Parent is IAwaitOperation)
                && IsOwn(call, lambda) && (AsyncAssertions.AssertsAtOnce(call) || (call.Parent is IAwaitOperation && AssertionFailures.IsOfLibrary(call.TargetMethod))));
    }

    /// <summary>
    /// Whether something may wait for the lambda otherwise, or looks at what it does: a handler of an event, a signal that it gives,
    /// a local or field that it sets, a delegate that the subject keeps.
    /// </summary>
    public static bool IsWaitedFor(IAnonymousFunctionOperation lambda)
    {
        var holder = lambda.Parent;
        while (holder is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            holder = holder.Parent;
        return holder is not IInvocationOperation { TargetMethod: var target } || !RunsAtOnce(target)
            || lambda.Body.Descendants().Any(static o => o is IAssignmentOperation { Target: not ILocalReferenceOperation and not IDiscardOperation }
                || (o is IInvocationOperation call && call.TargetMethod.Name is "SetResult" or "TrySetResult" or "SetException" or "Set" or "Release" or "Signal" or "Cancel"));
    }

    // Calls that run an Action before they return, and know of no task.
    private static bool RunsAtOnce(IMethodSymbol method) =>
        (method is { Name: "ForEach", ContainingType: { Name: "List" or "Array" or "Parallel" } } && method.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal))
        || (method is { Name: "For" or "Invoke", ContainingType.Name: "Parallel" })
        || (method is { Name: "All" or "Collection" or "Multiple", ContainingType: { Name: "Assert", ContainingNamespace.Name: "Xunit" } });

    private static bool IsOwn(IOperation operation, IAnonymousFunctionOperation lambda)
    {
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return ReferenceEquals(o, lambda);
        }

        return false;
    }
}
