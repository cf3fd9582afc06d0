using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Whether anything but a missing input decides that a value is written.</summary>
internal static class MetricPaths
{
    /// <summary>Whether every normal way through the function, or through the loop's body, passes a write of the same value.</summary>
    public static bool IsUnconditional(SyntaxNode place, FixedValue value, ValueAnalysis values)
    {
        var graph = values.Graph;
        var member = NameOf(place);
        var blocks = new HashSet<int>(Enumerable.Range(0, graph.Blocks.Length).Where(b => values.IsReachable(b) && graph.OperationsOf(b).Any(o => Writes(o, place, member, value))));
        if (blocks.Count == 0 || place.Ancestors().TakeWhile(a => a != FunctionGraph.Syntax(place)).Any(Chooses))
            return false;
        if (LoopOf(place) is { } loop)
            return !loop.DescendantNodes().Any(n => n.SpanStart < place.SpanStart && n is ContinueStatementSyntax or BreakStatementSyntax or ReturnStatementSyntax or IfStatementSyntax { Else: not null });
        return Reachability.EveryWayPasses(
            graph, graph.Entry, graph.Exit,
            b => blocks.Contains(b) || IsRefusal(graph, b),
            e => e.Kind != EdgeKind.Exception && values.IsFeasible(e));
    }

    private static bool Writes(IOperation operation, SyntaxNode place, string? member, FixedValue value) =>
        operation.Syntax == place || (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment && target.Member.Name == member
            && assignment.Value.ConstantValue is { HasValue: true } && assignment.Value.Syntax.ToString() == value.Origin.ToString());

    private static string? NameOf(SyntaxNode place) => place is AssignmentExpressionSyntax { Left: var left } ? left switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    }
    : null;

    // An arm, a branch of an expression or a handler is taken for a reason.
    private static bool Chooses(SyntaxNode ancestor) => ancestor is SwitchExpressionArmSyntax or ConditionalExpressionSyntax or CatchClauseSyntax or SwitchSectionSyntax
        || ancestor is IfStatementSyntax or ElseClauseSyntax
        || ancestor is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression };

    private static SyntaxNode? LoopOf(SyntaxNode place)
    {
        var function = FunctionGraph.Syntax(place);
        return place.Ancestors().TakeWhile(a => a != function).FirstOrDefault(static a => a is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
    }

    // `if (string.IsNullOrEmpty(text)) return BadRequest();` only says that there is no input.
    private static bool IsRefusal(FlowGraph graph, int block) =>
        graph.Blocks[block] is { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue.Syntax: { } returned }
        && returned.FirstAncestorOrSelf<StatementSyntax>() is ReturnStatementSyntax statement
        && (statement.Parent as IfStatementSyntax ?? (statement.Parent as BlockSyntax)?.Parent as IfStatementSyntax) is { Else: null } guard
        && IsMissing(guard.Condition);

    private static bool IsMissing(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsMissing(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => IsMissing(either.Left) && IsMissing(either.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: var right } => right.IsKind(SyntaxKind.NullLiteralExpression) || right.ToString() == "0",
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => operand.ToString() is "ModelState.IsValid" || operand.ToString().EndsWith(".Any()", StringComparison.Ordinal),
        _ => false,
    };
}
