using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>An expression that says "not implemented" on a way that can be taken, and that is not the last resort of a choice.</summary>
internal static class UnimplementedWay
{
    private static readonly string[] Contracts = ["support", "should n", "never", "unreachable", "overrid", "derived", "subclass", "inherit", "must be", "only "];
    private static readonly string[] Unfinished = ["not implemented", "not yet", "unimplemented", "todo", "coming soon", "to be implemented", "isn't implemented", "under construction"];

    // Who gives the reason, or another way, states a limit that is meant.
    private static readonly string[] Explanations =
    [
        "because", "since ", "instead", "use ", "by design", "deliberate", "on purpose", "intentional", "require", "limitation", "limited to", "not allow", "n't allow", "cannot", "can't", "has no ", "have no ", "unless", "except", "only ",
        "http", "yet supported", "supported yet", "in this version", "on this platform", "workaround",
    ];

    /// <summary>What the code at this place says, in words; null where it does not say "not implemented". By syntax alone.</summary>
    public static string? Says(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax } creation => OfException(creation),
        InvocationExpressionSyntax call => OfStatus(call),
        _ => null,
    };

    /// <summary>Whether the whole body, or a branch that a positive condition or a named case opens, ends in it.</summary>
    public static bool IsTaken(SyntaxNode node, SyntaxNode body)
    {
        if (node.Ancestors().TakeWhile(a => a != body).Any(static a => a is TryStatementSyntax { Catches.Count: > 0 } or ElseClauseSyntax { Statement: not IfStatementSyntax } or ConditionalExpressionSyntax or BinaryExpressionSyntax))
            return false;
        var statement = node.FirstAncestorOrSelf<StatementSyntax>();
        if (node.Ancestors().TakeWhile(a => a != body).OfType<SwitchExpressionArmSyntax>().FirstOrDefault() is { } arm)
            return arm.Pattern is ConstantPatternSyntax && arm.WhenClause is null && (node.Parent is ThrowExpressionSyntax thrown && thrown.Parent == arm);
        if (statement is null || !body.Contains(statement) || statement == body)
            return true; // An arrow.
        if (statement.Parent == body)
            return IsOnlyResort(statement, body);
        var owner = statement.Parent is BlockSyntax block ? block.Parent : statement.Parent;
        return owner switch
        {
            IfStatementSyntax branch => IsPositive(branch.Condition),
            SwitchSectionSyntax section => section.Labels.All(static l => l is CaseSwitchLabelSyntax),
            _ => false,
        };
    }

    /// <summary>Whether flow can come to it.</summary>
    public static bool IsReachable(FlowGraph graph, SyntaxNode node, CancellationToken cancellation)
    {
        var values = ValueAnalysis.Of(graph, cancellation);
        return Enumerable.Range(0, graph.Blocks.Length).Any(b => values.IsReachable(b) && graph.OperationsOf(b).Any(o => o.Syntax == node || o.Syntax.Span == node.Span));
    }

    // After the cases that were dealt with, it is the default arm; after guards and log lines it is the body.
    private static bool IsOnlyResort(StatementSyntax statement, SyntaxNode body) =>
        !body.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).TakeWhile(n => n != statement)
            .Any(static n => n is ReturnStatementSyntax or YieldStatementSyntax or SwitchStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax);

    // `if (x is not Known) throw …` is a last resort, too.
    private static bool IsPositive(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().All(static n => n switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } or UnaryPatternSyntax => false,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } => false,
        _ => true,
    });

    private static string? OfException(ObjectCreationExpressionSyntax creation)
    {
        var type = creation.Type is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : creation.Type.ToString();
        var text = string.Concat(creation.ArgumentList?.Arguments.Select(static a => a.ToString()) ?? []).ToLowerInvariant();
        return type switch
        {
            "NotImplementedException" when !Contracts.Any(text.Contains) || Unfinished.Any(text.Contains) => type,
            "NotSupportedException" or "InvalidOperationException" when Unfinished.Any(text.Contains) && !Explanations.Any(text.Contains) => type,
            _ => null,
        };
    }

    // `return StatusCode(501);`, `Results.StatusCode(StatusCodes.Status501NotImplemented)`.
    private static string? OfStatus(InvocationExpressionSyntax call)
    {
        var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : (call.Expression as IdentifierNameSyntax)?.Identifier.ValueText;
        return name is "StatusCode" or "Problem" && call.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax
            && call.ArgumentList.Arguments.Any(static a => a.Expression.ToString() is "501" || a.Expression.ToString().EndsWith("Status501NotImplemented", StringComparison.Ordinal)) ? "status 501" : null;
    }
}
