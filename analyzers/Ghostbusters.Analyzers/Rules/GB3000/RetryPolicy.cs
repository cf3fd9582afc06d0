using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Delegates that a policy runs, and runs again where they throw.</summary>
internal static class RetryPolicy
{
    /// <summary>What runs the lambda, in words; null where no policy of Polly does.</summary>
    public static string? Of(IOperation body, IAnonymousFunctionOperation lambda)
    {
        // The graph's lambda is a copy: the one that is written has the call around it.
        IOperation? operation = body.Descendants().FirstOrDefault(o => o is IAnonymousFunctionOperation && o.Syntax == lambda.Syntax);
        while (operation?.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        if (operation?.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Execute" or "ExecuteAsync" } method } }
            || method.ContainingNamespace is not { } space || !(space.Name == "Polly" || space.ContainingNamespace?.Name == "Polly") || !QueueHandler.EndsInNothing(lambda.Symbol))
        {
            return null;
        }

        return $"run by {method.ContainingType.Name}.{method.Name}, which tries again when it throws";
    }
}
