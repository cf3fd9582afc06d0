using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>An authorization handler that fulfils its requirement on every feasible way, and looks at nothing.</summary>
internal static class SucceedingHandler
{
    /// <summary>Where it does so; null where the method is none.</summary>
    public static SyntaxNode? Of(MethodDeclarationSyntax method, SemanticModel model, SourceBodies bodies, CancellationToken cancellation)
    {
        if (method.Identifier.ValueText is not ("HandleRequirementAsync" or "HandleAsync") || method.ContainsDirectives || OpenDoor.Is(method)
            || model.GetDeclaredSymbol(method, cancellation) is not IMethodSymbol symbol || !DecidingContract.IsKnown(symbol) || FlowGraph.Of(method, model, cancellation) is not { } graph)
        {
            return null;
        }

        var values = ValueAnalysis.Of(graph, cancellation);
        var places = new Dictionary<int, SyntaxNode>();
        foreach (var block in graph.Blocks.Where(b => values.IsReachable(b.Ordinal)))
        {
            foreach (var root in graph.Roots(block.Ordinal))
            {
                if (root.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(IsSuccess) is { } success)
                    places[block.Ordinal] = success.Syntax;
                else if (RefusingStep.IsIn(root, bodies, cancellation))
                    return null; // It asks something that may throw, or fails by hand.
            }
        }

        return StandIn.OnEveryWay(values, places, static (_, _) => false);
    }

    private static bool IsSuccess(IInvocationOperation call) => call.TargetMethod is { Name: "Succeed", ContainingType.Name: "AuthorizationHandlerContext" };
}
