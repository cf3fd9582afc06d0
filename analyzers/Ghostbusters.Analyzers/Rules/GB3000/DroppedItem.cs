using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A place in a loop where an item that failed is left, and the loop goes on as if it were done.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Method">The function that it stands in.</param>
/// <param name="Values">What is known in that function.</param>
/// <param name="Start">The block in which the failure is known.</param>
/// <param name="Follow">The ways from there.</param>
/// <param name="Reality">For the message: <c>the catch of Exception on line 12 …</c>.</param>
/// <param name="Place">The catch or the condition.</param>
internal sealed record DroppedItem(ItemLoop Loop, IMethodSymbol Method, ValueAnalysis Values, int Start, Func<FlowEdge, bool> Follow, string Reality, Location Place)
{
    // What it is to do something to an item; parsing, checking and looking for it sort the items out.
    private static readonly HashSet<string> Effects =
    [
        "Apply", "Approve", "Archive", "Assign", "Backup", "Book", "Cancel", "Charge", "Commit", "Copy", "Create", "Delete", "Deliver", "Deploy", "Dispatch", "Execute", "Export", "Handle", "Import", "Index",
        "Insert", "Install", "Migrate", "Move", "Notify", "Patch", "Pay", "Persist", "Post", "Process", "Publish", "Push", "Put", "Refund", "Register", "Remove", "Rename", "Restore", "Revoke", "Save", "Send",
        "Ship", "Store", "Submit", "Sync", "Synchronize", "Transfer", "Update", "Upgrade", "Upload", "Upsert", "Write", "Convert", "Release", "Reserve", "Invoice", "Print", "Provision", "Replicate",
    ];

    /// <summary>The catches of a body that drop items.</summary>
    public static IEnumerable<DroppedItem> InCatches(IOperation body, ISymbol containing, CancellationToken cancellation) =>
        from site in CatchSite.In(body, containing, cancellation)
        where ItemLoop.Around(site.Clause) is not null && IsDrop(site)
        let path = site.Path
        select new DroppedItem(
            ItemLoop.Around(site.Clause)!, site.Method, site.Values, path.Handler.FirstBlockOrdinal, e => e.Kind != EdgeKind.Exception && path.Values.IsPossible(e),
            $"the catch of {site.Caught} on line {site.Line} only {(site.Clause.Block.Statements.Count == 1 && site.Clause.Block.Statements[0] is ContinueStatementSyntax ? "goes on" : "logs")}", site.Clause.CatchKeyword.GetLocation());

    /// <summary>The branches of a body that drop items whose work says that it failed.</summary>
    public static IEnumerable<DroppedItem> InBranches(IOperation body, ISymbol containing, CancellationToken cancellation)
    {
        var ifs = body.Syntax.DescendantNodes().OfType<IfStatementSyntax>().Where(static i => IsSkip(i)).ToList();
        if (ifs.Count == 0 || containing is not IMethodSymbol method || MeantDrop.IsName(method.Name) || FlowGraph.Of(body, cancellation) is not { } graph)
            yield break;
        var values = ValueAnalysis.Of(graph, cancellation);
        foreach (var choice in ifs)
        {
            if (ItemLoop.Around(choice) is not { } loop || MeantDrop.IsAt(choice) || Failed(choice.Condition, values) is not { } failed)
                continue;
            var line = choice.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            yield return new DroppedItem(
                loop, method, values, failed.Block, e => e.Kind != EdgeKind.Exception && values.IsPossible(e),
                $"line {line} goes on to the next one where '{failed.Work}' says that it failed", choice.Condition.GetLocation());
        }
    }

    /// <summary>The calls of a body to methods that keep the item's failure to themselves, or whose <c>false</c> is dropped.</summary>
    public static IEnumerable<DroppedItem> InCallees(IOperation body, ISymbol containing, SwallowingCallee swallowing, CalleeFailure answering, CancellationToken cancellation)
    {
        var calls = DroppedCall.In(body, swallowing, answering, cancellation).ToList();
        if (calls.Count == 0 || containing is not IMethodSymbol method || MeantDrop.IsName(method.Name) || FlowGraph.Of(body, cancellation) is not { } graph)
            yield break;
        var values = ValueAnalysis.Of(graph, cancellation);
        foreach (var call in calls)
        {
            if (call.BlockIn(graph) is { } block && values.IsReachable(block))
                yield return new DroppedItem(call.Loop, method, values, block, e => e.Kind != EdgeKind.Exception && values.IsPossible(e), call.Reality, call.Place);
        }
    }

    // An empty catch is another rule's, and so is one that goes on to a report on the same item.
    private static bool IsDrop(CatchSite site) => IsSwallowed(site, mayReturn: false) && !(LoggingCatch.OnlyLogs(site) && JoinedReport.After(site) is not null);

    /// <summary>Whether the catch logs the failure of work on something, and nobody else learns of it.</summary>
    /// <param name="site">The catch.</param>
    /// <param name="mayReturn">Whether a return without a value is as good as falling out of the end.</param>
    public static bool IsSwallowed(CatchSite site, bool mayReturn)
    {
        var (clause, statement) = (site.Clause, site.Statement);
        return clause.Block.Statements.Count > 0 && (BroadCatch.Is(clause) || clause.Declaration?.Type.ToString() is "IOException" or "System.IO.IOException")
            && LoggingCatch.LeavesUnanswered(site) && clause.Block.Statements.All(s => s is ExpressionStatementSyntax or ContinueStatementSyntax or IfStatementSyntax or LocalDeclarationStatementSyntax || (mayReturn && IsBareReturn(s)))
            && !clause.Block.DescendantNodes().Any(n => (n is ReturnStatementSyntax && !(mayReturn && IsBareReturn(n))) || n is BreakStatementSyntax or GotoStatementSyntax)
            && !site.Path.CanThrow && RetryLoop.Around(statement) is null && !ExpectedFailure.IsAt(clause) && !MeantDrop.IsAt(statement) && !MeantDrop.IsName(site.Method.Name)
            && DoesWork(statement.Block) && !Leaves(statement.Block);
    }

    private static bool IsBareReturn(SyntaxNode node) => node is ReturnStatementSyntax { Expression: null };

    private static bool DoesWork(BlockSyntax block) => block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static c => VerbOf(c) is { } verb && Effects.Contains(verb));

    // The first item that goes well ends the loop: it looks for one.
    private static bool Leaves(BlockSyntax block) => block.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax).Any(static n => n is ReturnStatementSyntax or BreakStatementSyntax { Parent: not SwitchSectionSyntax } or YieldStatementSyntax);

    private static string? VerbOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => PascalWords.Of(member.Name.Identifier.ValueText).FirstOrDefault(),
        MemberBindingExpressionSyntax member => PascalWords.Of(member.Name.Identifier.ValueText).FirstOrDefault(),
        SimpleNameSyntax simple => PascalWords.Of(simple.Identifier.ValueText).FirstOrDefault(),
        _ => null,
    };

    // `if (…) continue;`, with at most log lines before it.
    private static bool IsSkip(IfStatementSyntax choice) => choice.Else is null && (choice.Statement is ContinueStatementSyntax
        || (choice.Statement is BlockSyntax { Statements: var statements } && statements.LastOrDefault() is ContinueStatementSyntax
            && statements.Take(statements.Count - 1).All(static s => s is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AwaitExpressionSyntax } logged && !CatchBody.IsWork(logged.Expression))));

    // `!Send(order)`, `!sent`, `!result.Success`: the way on which the work failed, and the work.
    private static (int Block, string Work)? Failed(ExpressionSyntax condition, ValueAnalysis values)
    {
        var graph = values.Graph;
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (graph.Blocks[block].BranchValue is not { } test || !condition.Span.Contains(test.Syntax.Span) || !values.IsReachable(block))
                continue;
            var fails = false;
            while (test is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
                (test, fails) = (not.Operand, !fails);
            var isNegated = condition is PrefixUnaryExpressionSyntax;
            if ((!fails && !isNegated) || WorkOf(test, values) is not { } work)
                return null;
            // Roslyn turns the negation into the kind of the branch: the way into the statement is the one of the failure.
            var then = ((IfStatementSyntax)condition.Parent!).Statement;
            var target = graph.Successors(block).Where(static e => e.Kind != EdgeKind.Exception)
                .Select(static e => (int?)e.To).FirstOrDefault(t => IsIn(graph, t!.Value, then));
            return (target ?? block, work);
        }

        return null;
    }

    private static bool IsIn(FlowGraph graph, int block, StatementSyntax then) => graph.Roots(block).Any(o => then.Span.Contains(o.Syntax.Span));

    private static string? WorkOf(IOperation test, ValueAnalysis values)
    {
        var source = test is IPropertyReferenceOperation { Instance: { } owner } flag && (SuccessValues.IsFlag(flag.Property.Name) || flag.Property.Name == "IsSuccessStatusCode") ? owner : test;
        if (Unwrapped(source) is not IInvocationOperation call)
            source = values.At(source).OriginOperation ?? source;
        return Unwrapped(source) is IInvocationOperation { TargetMethod: var method } && !method.Parameters.Any(static p => p.RefKind == RefKind.Out)
            && PascalWords.Of(method.Name).SkipWhile(static w => w == "Try").FirstOrDefault() is { } verb && Effects.Contains(verb) ? method.Name : null;
    }

    private static IOperation Unwrapped(IOperation operation) => operation switch
    {
        IAwaitOperation await => Unwrapped(await.Operation),
        IConversionOperation conversion => Unwrapped(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => Unwrapped(task),
        _ => operation,
    };
}
