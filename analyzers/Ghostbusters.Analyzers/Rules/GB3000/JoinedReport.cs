using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A report of completion that the ways from a catch come to as surely as the ways from its try.</summary>
internal static class JoinedReport
{
    // Before a piece of work: that it begins, or what it needs.
    private static readonly string[] Preparations = ["Save", "Update", "Set", "Begin", "Start", "Report", "Ensure", "ThrowIf", "Open", "Log", "Add", "Configure", "Use", "Validate", "Check"];

    /// <summary>The first report after the try; null where there is none, or it may be about other work.</summary>
    public static CompletionReport? After(CatchSite site)
    {
        foreach (var statement in Followers(site.Statement))
        {
            if (ReportIn(statement, site) is { } report)
                return IsCertain(report, site) && IsAbout(report, site) ? report : null;
            if (statement is ReturnStatementSyntax)
                return OwnSuccess(site, statement);
            if (statement is not ExpressionStatementSyntax and not LocalDeclarationStatementSyntax and not EmptyStatementSyntax || IsOtherWork(statement))
                return null;
        }

        return null;
    }

    /// <summary>A try's finally, then what stands after the statement, and after the blocks that it ends. Loops and branches begin something else.</summary>
    public static IEnumerable<StatementSyntax> Followers(StatementSyntax statement)
    {
        foreach (var last in (statement as TryStatementSyntax)?.Finally?.Block.Statements ?? [])
        {
            if (last is ExpressionStatementSyntax)
                yield return last;
        }

        for (SyntaxNode child = statement; child.Parent is BlockSyntax or UsingStatementSyntax or LockStatementSyntax or SwitchSectionSyntax or GlobalStatementSyntax or ElseClauseSyntax; child = child.Parent)
        {
            if (child.Parent is BlockSyntax block)
            {
                foreach (var next in block.Statements.SkipWhile(s => s != child).Skip(1))
                    yield return next;
            }
            else if (child.Parent is SwitchSectionSyntax section)
            {
                foreach (var next in section.Statements.SkipWhile(s => s != child).Skip(1))
                    yield return next;
                yield break;
            }
            else if (child.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global)
            {
                foreach (var next in unit.Members.OfType<GlobalStatementSyntax>().SkipWhile(s => s != global).Skip(1))
                    yield return next.Statement;
                yield break;
            }
        }
    }

    private static CompletionReport? ReportIn(StatementSyntax statement, CatchSite site)
    {
        if (statement is not ExpressionStatementSyntax)
            return null;
        foreach (var block in site.Path.Blocks.Members())
        {
            foreach (var operation in site.Graph.OperationsOf(block))
            {
                if (statement.Span.Contains(operation.Syntax.Span) && CompletionReport.Of(operation) is { } report && !(IsMessage(report) && IsInFinally(statement, site)))
                    return report;
            }
        }

        return null;
    }

    // A message in the finally is FailureLoggedAsSuccess's.
    private static bool IsInFinally(StatementSyntax statement, CatchSite site) => site.Statement.Finally?.Span.Contains(statement.Span) == true;

    private static bool IsMessage(CompletionReport report) => report.Operation is IInvocationOperation call && LogMessage.Of(call) is not null;

    // Both ways come there: the catch's always, the try's at least sometimes.
    private static bool IsCertain(CompletionReport report, CatchSite site)
    {
        var (graph, path) = (site.Graph, site.Path);
        if (site.Values.BlockOf(report.Operation) is not { } block || !path.Blocks.Contains(block))
            return false;
        bool Follow(FlowEdge edge) => edge.Kind != EdgeKind.Exception && path.Values.IsPossible(edge);
        return Reachability.EveryWayPasses(graph, path.Handler.FirstBlockOrdinal, graph.Exit, b => b == block, Follow)
            && Reachability.From(graph, [graph.Entry], e => e.Kind != EdgeKind.Exception && site.Values.IsPossible(e)).Contains(block);
    }

    // The try is all that the function does, or the report speaks of what the try does; and it does not tell how much of it was done.
    private static bool IsAbout(CompletionReport report, CatchSite site)
    {
        if (report.Operation is not IInvocationOperation call || LogMessage.Of(call) is not { } message)
            return report.Operation is IInvocationOperation || !HasWorkBefore(site) || NamesCall(report.Text, site);
        return !message.Values.Any(v => IsFromTry(v, site)) && (!HasWorkBefore(site) || NamesCall(message.Text, site));
    }

    private static bool HasWorkBefore(CatchSite site) => site.Body.Syntax.DescendantNodes(n => CatchBody.IsWithin(n, site.Body.Syntax)).OfType<ExpressionStatementSyntax>()
        .Any(s => s.SpanStart < site.Statement.SpanStart && IsOtherWork(s) && !Preparations.Any(p => NameOfCall(s.Expression)?.StartsWith(p, StringComparison.Ordinal) == true));

    private static bool IsOtherWork(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var right } } => right is InvocationExpressionSyntax or AwaitExpressionSyntax,
        ExpressionStatementSyntax { Expression: var expression } => CatchBody.IsWork(expression),
        LocalDeclarationStatementSyntax local => local.DescendantNodes().Any(static n => n is AwaitExpressionSyntax),
        _ => false,
    };

    // Set or counted up in the try: the message carries what came of it.
    private static bool IsFromTry(IOperation value, CatchSite site)
    {
        var names = value.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static n => n.Identifier.ValueText).ToList();
        return site.Statement.Block.DescendantNodes().Any(n => n switch
        {
            AssignmentExpressionSyntax { Left: var left } => names.Contains(left.ToString()),
            PostfixUnaryExpressionSyntax { Operand: var operand } => names.Contains(operand.ToString()),
            PrefixUnaryExpressionSyntax { Operand: var operand } => names.Contains(operand.ToString()),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: "Add" or "AddRange" or "Append" } } => names.Contains(owner.ToString()),
            ArgumentSyntax { RefOrOutKeyword.RawKind: not 0, Expression: var expression } => names.Contains(expression.ToString()),
            _ => false,
        });
    }

    // "order sent" is about `SendAsync`.
    private static bool NamesCall(string text, CatchSite site)
    {
        var words = PascalWords.Of(text).Select(static w => Stem(w)).ToList();
        return CallsInTry(site).SelectMany(static c => PascalWords.Of(c)).Select(static w => Stem(w)).Any(s => s.Length > 2 && words.Contains(s));
    }

    private static IEnumerable<string> CallsInTry(CatchSite site) =>
        site.Statement.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static c => NameOfCall(c)).OfType<string>();

    private static string? NameOfCall(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax await => NameOfCall(await.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => NameOfCall(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
        _ => null,
    };

    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower switch
        {
            "sent" => "send",
            "paid" or "payment" => "pay",
            "written" => "writ",
            "async" or "the" or "and" or "get" => "",
            _ => lower.Length > 4 ? lower.Substring(0, 4) : lower,
        };
    }

    // `SendAsync` that returns true after a send that failed, although other work stands beside it.
    private static CompletionReport? OwnSuccess(CatchSite site, StatementSyntax statement)
    {
        if (SwallowedSuccess.AnswerOf(site) is not { } success || site.Path.Outcomes.Any(o => !statement.Span.Contains(o.Returned!.Syntax.Span)))
            return null;
        var verb = PascalWords.Of(site.Method.Name).FirstOrDefault();
        var isOwn = verb is { Length: > 2 } && CallsInTry(site).Any(c => PascalWords.Of(c).FirstOrDefault() == verb);
        return isOwn ? new CompletionReport(site.Path.Outcomes[0].Returned!, $"return {success}") : null;
    }
}
