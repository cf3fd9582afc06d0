using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Empty catches after which the code itself sees that something failed: by what the try left undone, or by where it goes on.</summary>
internal static class ToldElsewhere
{
    private static readonly string[] Diagnostics = ["WriteLine", "Write", "Log", "Trace", "Debug", "LogInformation", "LogDebug", "LogError", "LogWarning", "Flush"];

    // Whose failure there is nobody to tell: it is they who tell.
    private static readonly string[] Tellers = ["Logger", "LoggerProvider", "LogWriter", "LogSink", "TraceListener"];

    private static readonly string[] Waits = ["WhenAny", "WhenAll", "Wait", "WaitAsync", "WaitAll", "WaitAny", "GetResult", "Join", "WithCancellation"];

    private static readonly string[] Stops = ["Stop", "Shutdown", "ShutDown", "Close", "Quit", "Halt", "Terminate", "TearDown", "Teardown"];

    /// <summary>Whether nothing is lost where the catch does nothing.</summary>
    public static bool IsAfter(CatchClauseSyntax clause, TryStatementSyntax statement) =>
        OnlyTells(statement.Block) || IsInTeller(statement) || OnlyWaitsForTheEnd(statement) || RaisesFlag(statement) || IsHandledBehind(statement)
        || IsOneOfSeveralWays(statement) || FallsToFalse(statement) || IsAskedFor(statement) || IsTestedLater(statement) || IsEndOfConversation(clause, statement);

    // A log line that cannot be written, `_output.WriteLine(…)` after the test has ended.
    private static bool OnlyTells(BlockSyntax block) => block.Statements.All(static s => s switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } } } =>
            Diagnostics.Contains(name) && Speaks(receiver.ToString()),
        _ => false,
    });

    private static bool Speaks(string receiver) => new[] { "log", "output", "trace", "helper" }.Any(w => receiver.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsInTeller(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Identifier.ValueText: var name } && Tellers.Any(t => name.EndsWith(t, StringComparison.Ordinal));

    // `_stop.Cancel(); try { await _loop; } catch { }`: it was called off, and how it ends is its own affair.
    private static bool OnlyWaitsForTheEnd(TryStatementSyntax statement) =>
        statement.Block.Statements.Count == 1 && statement.Block.Statements[0] is ExpressionStatementSyntax { Expression: var waited } && IsWait(waited)
        && (ExpectedFailure.Name(ExpectedFailure.Member(statement)) is { } name && Stops.Any(s => name.StartsWith(s, StringComparison.Ordinal)) || IsCalledOff(statement));

    private static bool IsWait(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } => true,
        AwaitExpressionSyntax { Expression: var awaited } => IsWait(awaited),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } } } => Waits.Contains(name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => inner is IdentifierNameSyntax or MemberAccessExpressionSyntax || IsWait(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => Waits.Contains(name),
        _ => false,
    };

    private static bool IsCalledOff(TryStatementSyntax statement) => ExpectedFailure.Member(statement) is { } member
        && member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => c.Span.End <= statement.SpanStart
            && c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Cancel" or "CancelAsync" });

    // `node = await AskAsync(); view.Available = true;`: the flag that stays down is the answer, where somebody asks it.
    private static bool RaisesFlag(TryStatementSyntax statement) => statement.Block.Statements.Skip(1).Any(s =>
        s is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right.RawKind: (int)SyntaxKind.TrueLiteralExpression, Left: var flag } }
        && (flag is MemberAccessExpressionSyntax || Later(statement).Any(l => l is ReturnStatementSyntax { Expression: IdentifierNameSyntax returned } && returned.ToString() == flag.ToString()
                || l is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: IdentifierNameSyntax kept } } && kept.ToString() == flag.ToString())));

    // `try { Value = Parse(text); return; } catch { } Value = Raw(text);`: what follows runs only after a failure. An answer of
    // nothing is no handler.
    private static bool IsHandledBehind(TryStatementSyntax statement)
    {
        var end = Innermost(statement.Block);
        var leaves = end is ReturnStatementSyntax or ContinueStatementSyntax || (end is BreakStatementSyntax && !IsInSwitch(statement));
        // `if (IsRunning(id)) continue;`: what cannot be asked is not, and the loop goes on with it.
        leaves |= end is IfStatementSyntax { Else: null, Statement: var then } && (then is BlockSyntax block ? block.Statements.LastOrDefault() : then) is ContinueStatementSyntax or ReturnStatementSyntax { Expression: not null };
        return leaves && (Next(statement) ?? NextOutward(statement)) is { } next && next is ThrowStatementSyntax || (leaves && Next(statement) is { } handler && !(handler is ReturnStatementSyntax { Expression: var answer } && (answer is null || IsNothing(answer))));
    }

    private static StatementSyntax? Innermost(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.LastOrDefault() is { } last ? Innermost(last) : null,
        UsingStatementSyntax scope => Innermost(scope.Statement),
        LockStatementSyntax scope => Innermost(scope.Statement),
        _ => statement,
    };

    private static StatementSyntax? NextOutward(StatementSyntax statement)
    {
        for (SyntaxNode? node = statement.Parent; node is BlockSyntax or IfStatementSyntax or ElseClauseSyntax; node = node.Parent)
        {
            if (node is StatementSyntax outer && Next(outer) is { } next)
                return next;
        }

        return null;
    }

    private static bool IsInSwitch(SyntaxNode node) => node.Ancestors().FirstOrDefault(static a => a is SwitchSectionSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) is SwitchSectionSyntax;

    private static bool IsNothing(ExpressionSyntax answer) => answer switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax or ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or IdentifierNameSyntax or TupleExpressionSyntax or MemberAccessExpressionSyntax => true,
        ObjectCreationExpressionSyntax creation => creation.ArgumentList is null or { Arguments.Count: 0 } && creation.Initializer is null,
        InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments.Count == 0 || arguments.All(static a => IsNothing(a.Expression)),
        PostfixUnaryExpressionSyntax suppressed => IsNothing(suppressed.Operand),
        _ => false,
    };

    // `foreach (var parser in parsers) try { if (parser.TryParse(…)) return true; } catch { }`: each is asked in turn, and what follows the loop tells that none could.
    private static bool IsOneOfSeveralWays(TryStatementSyntax statement) =>
        statement.Block.Statements.Last() is IfStatementSyntax { Else: null, Statement: var then } && (then is BlockSyntax block ? block.Statements.LastOrDefault() : then) is ReturnStatementSyntax { Expression: not null }
        && (Next(statement) is TryStatementSyntax || (statement.Parent is BlockSyntax { Parent: CommonForEachStatementSyntax loop } && Next(loop) is { } next and not ReturnStatementSyntax && next.ToString().Length > 0)
            || (statement.Parent is CommonForEachStatementSyntax bare && Next(bare) is not null and not ReturnStatementSyntax));

    // A verification, a TryParse: false is the failure's own answer.
    private static bool FallsToFalse(TryStatementSyntax statement) =>
        statement.Block.DescendantNodes().Any(static n => n is ReturnStatementSyntax) && Later(statement).LastOrDefault() is ReturnStatementSyntax { Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression };

    // `GetInt64(index, defaultValue)`, `CopyStream(source, tryRewind)`: the caller has said what is to be done where it fails.
    private static bool IsAskedFor(TryStatementSyntax statement) =>
        Next(statement) is ReturnStatementSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var answer } } && new[] { "default", "fallback", "otherwise" }.Any(w => answer.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0)
        || statement.Ancestors().TakeWhile(static a => a is BlockSyntax or IfStatementSyntax).OfType<IfStatementSyntax>()
            .Any(static i => i.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static n => n.Identifier.ValueText.StartsWith("try", StringComparison.Ordinal)));

    // `Order? order = null; try { order = Read(text); } catch { } if (order is null) …`
    private static bool IsTestedLater(TryStatementSyntax statement)
    {
        if (statement.Block.Statements.Last() is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var target } } && !statement.Block.DescendantNodes().Any(static n => n is AssignmentExpressionSyntax))
            return false;
        var targets = statement.Block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Select(static a => a.Left.ToString()).Distinct().ToList();
        return Later(statement).Any(s => targets.Any(t => Tests(s, t)));
    }

    // Behind the try, and behind the branches that it stands in.
    private static IEnumerable<StatementSyntax> Later(StatementSyntax statement)
    {
        for (SyntaxNode node = statement; node.Parent is BlockSyntax or IfStatementSyntax or ElseClauseSyntax; node = node.Parent)
        {
            if (node.Parent is BlockSyntax parent)
            {
                foreach (var next in parent.Statements.SkipWhile(s => s != node).Skip(1))
                    yield return next;
            }
        }
    }

    private static bool Tests(StatementSyntax statement, string target) => statement.DescendantNodesAndSelf().Any(n => n switch
    {
        IfStatementSyntax { Condition: var condition } => AsksForNothing(condition, target),
        ConditionalExpressionSyntax { Condition: var condition } => AsksForNothing(condition, target),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Left: var left } => left.ToString() == target,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left } => left.ToString() == target,
        _ => false,
    });

    // `x is null`, `x == null`, `x?.Y is null`, `IsNullOrEmpty(x)`, `x > 0`, `!x`, `x`.
    private static bool AsksForNothing(ExpressionSyntax condition, string target) => condition.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(n => n.ToString() == target && n.Parent switch
    {
        IsPatternExpressionSyntax or ConditionalAccessExpressionSyntax or PrefixUnaryExpressionSyntax or IfStatementSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression) || binary.IsKind(SyntaxKind.GreaterThanExpression) || binary.IsKind(SyntaxKind.GreaterThanOrEqualExpression) || binary.IsKind(SyntaxKind.LessThanExpression)
            || (binary.Left == n ? binary.Right : binary.Left) is LiteralExpressionSyntax or DefaultExpressionSyntax,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } => called.ToString().IndexOf("IsNullOr", StringComparison.Ordinal) >= 0,
        _ => false,
    });

    // The peer is gone: a loop that receives ends here.
    private static bool IsEndOfConversation(CatchClauseSyntax clause, TryStatementSyntax statement) =>
        clause.Declaration?.Type.ToString() is { } type && type.EndsWith("WebSocketException", StringComparison.Ordinal)
        && statement.Block.DescendantNodes().Any(static n => n is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);

    private static StatementSyntax? Next(StatementSyntax statement) => statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) is var at && at + 1 < block.Statements.Count ? block.Statements[at + 1] : null;
}
