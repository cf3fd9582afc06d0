using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Catches that tell the log of a failure, and nobody else.</summary>
internal static class LoggingCatch
{
    // The log line itself says that the work may go on without this.
    private static readonly string[] Waivers =
        ["continu", "ignor", "optional", "skip", "non-fatal", "nonfatal", "not fatal", "non-critical", "proceed", "anyway", "retry", "later", "will be", "fallback", "falling back", "using default", "instead", "best effort", "best-effort", "already", "not critical"];

    private static readonly string[] Endings = ["EndOf", "Break", "Closed", "Shutdown", "Stopp"];

    /// <summary>Whether the clause does something and falls out of its end.</summary>
    public static bool GoesOn(CatchClauseSyntax clause) =>
        clause.Block.Statements.Count > 0 && clause.Parent is TryStatementSyntax
        && !clause.Block.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(static n => n is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax);

    /// <summary>Whether all that the catch does about the failure is to log it.</summary>
    public static bool OnlyLogs(CatchSite site) =>
        GoesOn(site.Clause) && !site.Path.CanThrow && LeavesUnanswered(site)
        && MessagesIn(site).Any(m => m.IsFailureLevel || CatchBody.Mentions(m.Call.Syntax, site.Clause) || FailureWords.IsIn(m.Text));

    /// <summary>Whether the catch tells a log of the failure: the operator can tell it from an answer.</summary>
    public static bool Alarms(CatchSite site) => MessagesIn(site).Any(static m => m.IsFailureLevel) || CalleeFailure.Logs(site.Clause.Block) || WritesToLog(site.Clause.Block);

    /// <summary>Whether something is written to what is called a log. Only names are read: a logger of a package may not bind.</summary>
    public static bool WritesToLog(SyntaxNode node) => node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression switch
    {
        MemberAccessExpressionSyntax access => NamesLog(access.Expression),
        MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional && NamesLog(conditional.Expression), // `logger?.LogError(…)`
        _ => false,
    });

    /// <summary>Whether the catch, whatever it logs, neither deals with the failure nor says that it need not.</summary>
    public static bool LeavesUnanswered(CatchSite site)
    {
        var clause = site.Clause;
        return !SuccessClaims.TakesException(site.Method) && !ExpectedFailure.IsTest(clause)
            && !FailureTypes.NamesFulfilment(site.Path.ExceptionType) && !Endings.Any(e => site.Path.ExceptionType?.Name.IndexOf(e, StringComparison.Ordinal) >= 0)
            && (clause.Filter is null || BroadCatch.Is(clause)) && !CatchBody.DealsWithFailure(clause) && !CatchComments.ExplainAnswer(clause) && !Records(clause)
            && !MessagesIn(site).Any(static m => Waivers.Any(w => m.Text.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    private static bool NamesLog(ExpressionSyntax receiver) => receiver.ToString().IndexOf("log", StringComparison.OrdinalIgnoreCase) >= 0;

    private static IEnumerable<LogMessage> MessagesIn(CatchSite site) =>
        site.Body.Descendants().OfType<IInvocationOperation>().Where(c => site.Clause.Block.Span.Contains(c.Syntax.Span)).Select(static c => LogMessage.Of(c)).OfType<LogMessage>();

    // A variable or state that the code after the try may ask: `failed = true`, `order = null`, `exitCode = 1`.
    private static bool Records(CatchClauseSyntax clause) => clause.Block.DescendantNodes().Any(static n => n is AssignmentExpressionSyntax);
}
