using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What stands in the place of work: a wait of a made-up length, a drawn success, a written-down time.</summary>
internal static class StandIn
{
    private const int MostLocals = 4;
    private const int FirstLikelyYear = 2000;

    /// <summary>Whether the call waits for a length that is written down or drawn: one that somebody sets is a delay on purpose.</summary>
    public static bool IsWait(IInvocationOperation call, FlowGraph graph) =>
        call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" }
        && call.Arguments.Length > 0 && IsMadeUp(call.Arguments[0].Value, graph, 0);

    /// <summary>Where every answer is drawn, or bears a time that is written down; null where it is not so.</summary>
    public static SyntaxNode? OfAnswer(IMethodSymbol method, ValueAnalysis values)
    {
        var graph = values.Graph;
        var answer = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } given } ? given[0] : method.ReturnType;
        var answersYesOrNo = answer.SpecialType == SpecialType.System_Boolean;
        var places = new Dictionary<int, SyntaxNode>();
        foreach (var block in graph.Blocks.Where(b => values.IsReachable(b.Ordinal)))
        {
            if (graph.OperationsOf(block.Ordinal).FirstOrDefault(o => answersYesOrNo ? IsDraw(o) : IsFixedTime(o)) is { } found)
                places[block.Ordinal] = found.Syntax;
        }

        return OnEveryWay(values, places, static (_, _) => false);
    }

    /// <summary>The first of the places where every feasible way to an answer passes one of them; null where one does not.</summary>
    public static SyntaxNode? OnEveryWay(ValueAnalysis values, Dictionary<int, SyntaxNode> places, Func<FlowGraph, int, bool> isExcused)
    {
        var graph = values.Graph;
        return places.Count > 0 && values.IsReachable(graph.Exit)
            && Reachability.EveryWayPasses(graph, graph.Entry, graph.Exit, b => places.ContainsKey(b) || isExcused(graph, b), e => e.Kind != EdgeKind.Exception && values.IsFeasible(e))
            ? places.OrderBy(static p => p.Key).First().Value : null;
    }

    /// <summary>Whether the block decides about a loop around the wait that runs a written-down number of times, or for each item.</summary>
    public static bool IsLoopHead(FlowGraph graph, int block, IEnumerable<SyntaxNode> waits) =>
        graph.Blocks[block] is { ConditionKind: not ControlFlowConditionKind.None, BranchValue.Syntax: { } condition }
        && waits.SelectMany(static w => w.Ancestors()).Any(loop => loop switch
        {
            ForEachStatementSyntax each => each.Expression.Span.Contains(condition.Span) || condition == each,
            ForStatementSyntax { Condition: BinaryExpressionSyntax { Right: LiteralExpressionSyntax } test } => test == condition,
            _ => false,
        });

    private static bool IsDraw(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Next" or "NextDouble" or "NextSingle" or "NextInt64", ContainingType.Name: "Random" } };

    // `new Receipt(id, new DateTime(2024, 1, 15))`; a date that is computed with is a limit or an epoch.
    private static bool IsFixedTime(IOperation operation)
    {
        if (operation is not IObjectCreationOperation { Type.Name: "DateTime" or "DateTimeOffset" or "DateOnly", Arguments: { Length: >= 3 } arguments }
            || arguments[0].Value.ConstantValue is not { HasValue: true, Value: int and >= FirstLikelyYear } || !arguments.Take(3).All(static a => a.Value.ConstantValue.HasValue))
        {
            return false;
        }

        var user = operation.Parent;
        while (user is IConversionOperation)
            user = user.Parent;
        return user is IArgumentOperation { Parent: IObjectCreationOperation } or ISimpleAssignmentOperation { Target: IMemberReferenceOperation };
    }

    private static bool IsMadeUp(IOperation length, FlowGraph graph, int depth) => length.DescendantsAndSelf().All(o => o switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Name is "TimeSpan" or "Random" or "Math" or "RandomNumberGenerator",
        IFieldReferenceOperation { Field: var field } => field.IsConst || field is { Type.Name: "Random" },
        IPropertyReferenceOperation property => property.Property.Type.Name == "Random",
        ILocalReferenceOperation local => depth < MostLocals && AssignedTo(local.Local, graph) is { Count: > 0 } assigned && assigned.All(value => IsMadeUp(value, graph, depth + 1)),
        IParameterReferenceOperation or IArrayElementReferenceOperation or IFlowCaptureReferenceOperation => false,
        _ => true,
    }) && length.ConstantValue is not { HasValue: true, Value: <= 1 };

    private static List<IOperation> AssignedTo(ILocalSymbol local, FlowGraph graph) =>
    [
        .. graph.Operations().OfType<IAssignmentOperation>()
            .Where(a => a.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local)).Select(static a => a.Value),
    ];
}
