using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What is reported after a loop of the whole that it did.</summary>
internal static class WholeReport
{
    private static readonly Regex All = new(@"\b(all|every|everything|each|entire)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Between the loop and the report, they belong to the loop's own work.
    private static readonly string[] Closings = ["SaveChanges", "Commit", "Flush", "Complete", "Save"];

    private static readonly string[] Preparations = ["Begin", "Start", "Ensure", "ThrowIf", "Open", "Log", "Add", "Configure", "Validate", "Check", "Set", "CreateDirectory"];

    /// <summary>The report that the way of a dropped item comes to whatever happens; null where there is none, or it is about other work.</summary>
    public static CompletionReport? After(DroppedItem drop)
    {
        foreach (var statement in JoinedReport.Followers(drop.Loop.Statement))
        {
            if (In(statement, drop) is { } found)
                return IsCertain(found.Block, drop) ? found.Report : null;
            if (!IsQuiet(statement))
                return null;
        }

        return null;
    }

    private static (CompletionReport Report, int Block)? In(StatementSyntax statement, DroppedItem drop)
    {
        var graph = drop.Values.Graph;
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (statement is ReturnStatementSyntax)
            {
                if (graph.Blocks[block].BranchValue is { } returned && statement.Span.Contains(returned.Syntax.Span) && OfReturn(returned, drop) is { } answer)
                    return (answer, block);
            }
            else if (statement is ExpressionStatementSyntax
                && graph.OperationsOf(block).FirstOrDefault(o => statement.Span.Contains(o.Syntax.Span) && CompletionReport.Of(o) is not null) is { } operation
                && OfOperation(operation, drop) is { } report)
            {
                return (report, block);
            }
        }

        return null;
    }

    private static CompletionReport? OfReturn(IOperation returned, DroppedItem drop)
    {
        var body = drop.Values.Graph.Source.OriginalOperation;
        if (HasOtherWork(drop) || Mentions(returned.Syntax, Written(drop)))
            return null;
        if (SuccessValues.NameOf(returned, drop.Values.At(returned), drop.Method, body) is { } name)
            return name != "true" || SuccessClaims.MeansSuccess(drop.Method) ? new CompletionReport(returned, $"return {name}") : null;
        return CountsAll(returned, drop) && SuccessClaims.MeansSuccess(drop.Method) ? new CompletionReport(returned, $"return {returned.Syntax}") : null;
    }

    // "Completed" may be said of the end of the loop: of its success speak words of success, "all", and the number of all items.
    private static CompletionReport? OfOperation(IOperation operation, DroppedItem drop)
    {
        var report = CompletionReport.Of(operation)!;
        if (operation is not IInvocationOperation call || LogMessage.Of(call) is not { } message)
            return HasOtherWork(drop) || Mentions(operation.Syntax, Written(drop)) ? null : report;
        var written = Written(drop);
        if (message.Values.Any(v => Mentions(v.Syntax, written) || FailureWords.IsIn(v.Syntax.ToString())))
            return null;
        if (All.IsMatch(message.Text) || message.Values.Any(v => CountsAll(v, drop)))
            return report;
        return SuccessWords.In(message.Text, strongOnly: true) is not null && !HasOtherWork(drop) ? report : null;
    }

    private static bool CountsAll(IOperation value, DroppedItem drop)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return ItemLoop.OwnerOfCount(value.Syntax) == drop.Loop.Source
            || (value is ILocalReferenceOperation && drop.Values.At(value).OriginOperation is { } origin && ItemLoop.OwnerOfCount(origin.Syntax) == drop.Loop.Source);
    }

    // On every way from the failure, and on one without it.
    private static bool IsCertain(int block, DroppedItem drop)
    {
        var graph = drop.Values.Graph;
        return drop.Values.IsReachable(block) && Reachability.From(graph, [drop.Start], drop.Follow).Contains(block)
            && Reachability.EveryWayPasses(graph, drop.Start, graph.Exit, b => b == block, drop.Follow);
    }

    // What the loop counts, collects or notes: who is told of it can tell what became of the items.
    private static HashSet<string> Written(DroppedItem drop)
    {
        var names = new HashSet<string>();
        foreach (var node in drop.Loop.Body.DescendantNodes())
        {
            var target = node switch
            {
                AssignmentExpressionSyntax { Left: var left } => left,
                PostfixUnaryExpressionSyntax { Operand: var operand } => operand,
                PrefixUnaryExpressionSyntax { Operand: var operand } when node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression) => operand,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } call when CatchBody.IsWork(call) => owner,
                ArgumentSyntax { RefOrOutKeyword.RawKind: not 0, Expression: var expression } => expression,
                _ => null,
            };
            if (target?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } name && name.Identifier.ValueText != drop.Loop.Source)
                names.Add(name.Identifier.ValueText);
        }

        return names;
    }

    private static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => names.Contains(n.Identifier.ValueText));

    private static bool IsQuiet(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var value } } => value is not InvocationExpressionSyntax and not AwaitExpressionSyntax,
        ExpressionStatementSyntax { Expression: var expression } => !CatchBody.IsWork(expression) || IsCallOf(expression, Closings),
        LocalDeclarationStatementSyntax or EmptyStatementSyntax or LocalFunctionStatementSyntax => true,
        _ => false,
    };

    // Work beside the loop, which the report may be about.
    private static bool HasOtherWork(DroppedItem drop)
    {
        var function = drop.Values.Graph.Source.OriginalOperation.Syntax;
        return function.DescendantNodes(n => n != drop.Loop.Statement && CatchBody.IsWithin(n, function)).OfType<ExpressionStatementSyntax>()
            .Any(static s => CatchBody.IsWork(s.Expression) && s.Expression is not PostfixUnaryExpressionSyntax and not PrefixUnaryExpressionSyntax
                && !s.Ancestors().Any(static a => a is CatchClauseSyntax or FinallyClauseSyntax) && !IsCallOf(s.Expression, Closings) && !IsCallOf(s.Expression, Preparations) && !IsReport(s.Expression));
    }

    private static bool IsReport(ExpressionSyntax expression) => IsCallOf(expression, ["Mark", "Ack", "Complete", "BasicAck", "DeleteMessage", "StoreOffset", "Notify", "ReportSuccess"]);

    private static bool IsCallOf(ExpressionSyntax expression, string[] starts) =>
        expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(c => (c.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        }) is var name && starts.Any(s => name.StartsWith(s, StringComparison.Ordinal)));
}
