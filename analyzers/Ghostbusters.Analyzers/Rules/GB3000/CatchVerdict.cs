using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What a catch means to who would try again.</summary>
internal static class CatchVerdict
{
    private static readonly string[] Refusals = ["Nack", "Reject", "DeadLetter", "Abandon", "Defer", "Fail", "Retry", "Requeue", "Republish", "Publish", "Enqueue", "Schedule", "Send", "Park", "Seek", "Poison", "Quarantine", "Fault"];

    /// <summary>Whether a way from the catch ends the function normally.</summary>
    public static bool Ends(CatchPath path) => !path.Outcomes.IsEmpty || path.Retries;

    /// <summary>Whether the failure is passed on, set aside, recorded or explained.</summary>
    public static bool Answers(CatchClauseSyntax clause) => CatchBody.DealsWithFailure(clause) || Refuses(clause);

    /// <summary>Whether ways from the catch tell the broker that the message is done, and none that it failed.</summary>
    public static bool Acknowledges(CatchPath path, CatchClauseSyntax clause) =>
        !Refuses(clause) && !clause.Block.DescendantNodes().Any(static n => n is AssignmentExpressionSyntax) && IsAcked(path);

    /// <summary>Whether a failure is spoken of on the ways from the catch, behind it: "gave up after 3 attempts".</summary>
    public static bool Follows(CatchPath path, CatchClauseSyntax clause) =>
        path.Blocks.Members().SelectMany(path.Values.Graph.OperationsOf).Any(o => o is IInvocationOperation && !clause.Span.Contains(o.Syntax.Span)
            && !clause.Parent!.Span.Contains(o.Syntax.Span) && !clause.Ancestors().OfType<StatementSyntax>().Any(s => s is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax && s.Span.Contains(o.Syntax.Span)));

    private static bool IsAcked(CatchPath path) =>
        path.Blocks.Members().SelectMany(path.Values.Graph.OperationsOf).OfType<IInvocationOperation>().Any(static c => QueueHandler.IsAcknowledgement(c.TargetMethod));

    private static bool Refuses(CatchClauseSyntax clause) =>
        clause.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static c => c.Expression is var called
            && (called is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : called.ToString()) is var name && Refusals.Any(r => name.Contains(r)));
}
