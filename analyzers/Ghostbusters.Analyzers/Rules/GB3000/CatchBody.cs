using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What a catch does with the failure before it goes on.</summary>
internal static class CatchBody
{
    /// <summary>Whether the statement calls what is named as throwing: <c>Throw.NotSupported()</c>, <c>ThrowInvalid(x)</c>.</summary>
    public static bool CallsThrowHelper(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: var called } }
        && called.ToString() is var name && (name.StartsWith("Throw", StringComparison.Ordinal) || name.Contains(".Throw")) && !name.Contains("ThrowIf");

    private static readonly string[] Logs =
        ["Log", "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Critical", "Verbose", "Write", "Print", "Track", "Capture", "Record", "Sleep", "Delay"];

    private static readonly string[] CleanUps = ["Rollback", "Dispose", "Close", "Abort", "Cancel", "Release", "Stop", "Flush", "Clear", "ThrowIf"];

    private static readonly string[] Reasons =
        ["already", "best effort", "best-effort", "fail open", "fail-open", "treat", "assume", "expected", "idempotent", "ignore", "not fatal", "non-fatal", "not critical", "non-critical", "deliberate", "intention", "on purpose", "doesn't matter", "retr", "so that", " so the ", " so it ", " so we ", "optional", "fallback", "fall back", "because", "harmless", "fine"];

    /// <summary>Whether the failure is passed on, recorded, made up for, or explained.</summary>
    public static bool DealsWithFailure(CatchClauseSyntax clause) =>
        GivesReason(clause) || clause.Block.DescendantNodes().Any(n => n switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => Records(assignment, clause),
            ExpressionStatementSyntax { Expression: var expression } => IsWork(expression),
            EqualsValueClauseSyntax { Value: var value } => IsWork(value) && !Mentions(value, clause),
            IfStatementSyntax { Condition: var condition } => condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static c => IsWork(c)),
            ThrowStatementSyntax or TryStatementSyntax or YieldStatementSyntax => true,
            _ => false,
        });

    /// <summary>Whether the method does other work than this try, so that its success may be about that.</summary>
    public static bool HasWorkOutside(TryStatementSyntax statement, SyntaxNode function) =>
        function.DescendantNodes(n => n != statement && IsWithin(n, function)).Any(static n =>
            n is ExpressionStatementSyntax { Expression: var expression } && expression is not AssignmentExpressionSyntax && IsWork(expression)
            || n is AwaitExpressionSyntax);

    /// <summary>Whether to look into a node for the function's own statements: not into functions and types that it declares.</summary>
    public static bool IsWithin(SyntaxNode node, SyntaxNode function) =>
        node == function || node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax;

    /// <summary>Whether it is a call that is neither a log line nor clean-up: a fallback, a compensation, a report.</summary>
    public static bool IsWork(ExpressionSyntax expression)
    {
        if (expression is AwaitExpressionSyntax await)
            return IsWork(await.Expression);
        if (expression is ConditionalAccessExpressionSyntax access)
            return IsWork(access.WhenNotNull);
        if (expression is not InvocationExpressionSyntax call)
            return expression is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax;
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner })
            return IsWork(inner);
        var (receiver, name) = call.Expression switch
        {
            MemberAccessExpressionSyntax member => (member.Expression.ToString(), member.Name.Identifier.ValueText),
            MemberBindingExpressionSyntax member => ("", member.Name.Identifier.ValueText),
            SimpleNameSyntax simple => ("", simple.Identifier.ValueText),
            _ => ("", ""),
        };
        return !(Logs.Any(l => name.StartsWith(l, StringComparison.Ordinal)) || CleanUps.Any(c => name.StartsWith(c, StringComparison.Ordinal))
            || receiver.IndexOf("log", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    // `LastError = e.Message`, `_state = State.Failed`, `ok = false`; `ok = true` records nothing.
    private static bool Records(AssignmentExpressionSyntax assignment, CatchClauseSyntax clause) =>
        Mentions(assignment.Right, clause) || FailureWords.IsIn(assignment.Left.ToString()) || FailureWords.IsIn(assignment.Right.ToString())
        || assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression) || assignment.Right is InvocationExpressionSyntax or AwaitExpressionSyntax;

    /// <summary>Whether an expression speaks of the caught exception.</summary>
    public static bool Mentions(SyntaxNode expression, CatchClauseSyntax clause) =>
        clause.Declaration?.Identifier.ValueText is { Length: > 0 } name
        && expression.DescendantNodesAndSelf().Any(n => n is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);

    private static bool GivesReason(CatchClauseSyntax clause) => clause.DescendantTrivia().Any(static t =>
        t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        && Reasons.Any(r => t.ToString().IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0));
}
