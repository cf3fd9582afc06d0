using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Empty catches whose reason stands in the code itself, so that no comment is missed.</summary>
internal static class ExpectedFailure
{
    private static readonly HashSet<string> Broad = ["Exception", "SystemException", "ApplicationException", "Object"];

    // Types that name an outcome which asks for nothing more: the work was called off, its object or platform is gone.
    private static readonly HashSet<string> SelfExplaining =
    [
        "OperationCanceledException", "TaskCanceledException", "ThreadAbortException", "ThreadInterruptedException",
        "ObjectDisposedException", "ChannelClosedException", "PlatformNotSupportedException", "FileNotFoundException",
        "DirectoryNotFoundException",
    ];

    // The same, by the ends of names that many libraries give: what is looked for, or is to be removed, is not there.
    private static readonly string[] SelfExplainingEnds = ["NotFoundException", "DoesNotExistException", "MissingException"];

    private static readonly HashSet<string> TestAttributes =
    [
        "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod", "SkippableFact", "SkippableTheory", "Benchmark",
        "SetUp", "OneTimeSetUp", "TearDown", "OneTimeTearDown", "TestInitialize", "ClassInitialize", "TestCleanup", "ClassCleanup",
    ];

    private static readonly string[] Cleanups =
    [
        "Abort", "Cancel", "Close", "Delete", "Disconnect", "Dispose", "Kill", "Release", "Remove", "RollBack", "Rollback", "Shutdown", "Stop",
        "Terminate", "TryDelete", "TryKill", "Unregister", "Unsubscribe",
    ];

    // Tidying up by best effort: what cannot be removed or ended stays, and nothing here depends on it.
    private static readonly string[] BestEfforts = ["Abort", "Close", "Delete", "Dispose", "Kill", "Rollback", "RollBack", "Shutdown", "TryDelete", "TryKill"];

    // In a method of one of these names each step must be tried, whatever became of the step before.
    private static readonly string[] Teardowns = ["Close", "Shutdown", "ShutDown", "TearDown", "Teardown", "Cleanup", "CleanUp", "Disconnect"];

    private static readonly string[] LastSteps = ["Abort", "Cancel", "Close", "Complete", "Delete", "Disconnect", "Dispose", "Flush", "Kill", "Release", "Shutdown", "Stop", "Unsubscribe"];

    private static readonly string[] SwallowingNames = ["Swallow", "Ignor", "Safe", "NoThrow", "Quiet", "Silent", "BestEffort"];

    /// <summary>Whether the place or the caught type says why nothing is done.</summary>
    public static bool IsAt(CatchClauseSyntax clause)
    {
        if (clause.Parent is not TryStatementSyntax statement || statement.Block.Statements.Count == 0 || HasFilter(clause))
            return true; // An empty try beside a finally runs the finally without being aborted: nothing is caught.

        var type = TypeName(clause.Declaration?.Type);
        var isSpecific = type is not null && !Broad.Contains(type);
        if (type is not null && IsSelfExplaining(type))
            return true;
        if (MustNotThrow(statement) || OnlyThrows(statement.Block) || ThrowsAfter(statement) || (IsTest(Member(statement)) && statement.Block.Statements.Last() is ThrowStatementSyntax { Expression: not null }))
            return true;
        if (ToldElsewhere.IsAfter(clause, statement))
            return true;
        var member = Member(statement);
        if (isSpecific)
            return IsSetApart(clause, statement) || EnumeratesFailures(statement) || IsTest(member) || FailsUnlessThrown(statement.Block) || Leaves(statement.Block) || RaisesFlag(statement.Block.Statements.Last()) || Calls(statement.Block, Cleanups) || NameSaysSo(statement);
        return Calls(statement.Block, BestEfforts) || IsLastStep(statement) || NameSaysSo(statement) || (IsTest(member) && IsSetUpForCheck(statement));
    }

    /// <summary>Whether all that the try does is to tidy up, by best effort.</summary>
    public static bool IsTidyingUp(TryStatementSyntax statement) => statement.Block.Statements.Count > 0 && Calls(statement.Block, BestEfforts);

    /// <summary>The method, accessor, local function or lambda that a node runs in.</summary>
    public static SyntaxNode? Member(SyntaxNode node) => node.Ancestors().FirstOrDefault(static a =>
        a is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax
            or PropertyDeclarationSyntax or GlobalStatementSyntax);

    /// <summary>Whether an exception here ends the process or hides the first one: finalizers, Dispose, and handlers of an exception.</summary>
    public static bool MustNotThrow(SyntaxNode node) =>
        Member(node) is DestructorDeclarationSyntax
        || Name(Member(node))?.StartsWith("Dispose", StringComparison.Ordinal) == true
        || node.Ancestors().TakeWhile(static a => a is not MemberDeclarationSyntax and not LocalFunctionStatementSyntax)
            .Any(static a => a is FinallyClauseSyntax or CatchClauseSyntax);

    /// <summary>Whether the node stands in a method that a test framework runs.</summary>
    public static bool IsTest(SyntaxNode? node) =>
        node?.AncestorsAndSelf().OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } method
        && method.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => TypeName(a.Name) is { } name && TestAttributes.Contains(name));

    /// <summary>The name of a method or local function.</summary>
    public static string? Name(SyntaxNode? member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        _ => null,
    };

    // `when (e.Code == 5)` names the expected failure; `when (true)` does not.
    private static bool HasFilter(CatchClauseSyntax clause) => clause.Filter is { } filter && !filter.FilterExpression.IsKind(SyntaxKind.TrueLiteralExpression);

    private static string? TypeName(TypeSyntax? type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        PredefinedTypeSyntax => "Object",
        _ => null,
    };

    // A key that is missing from a dictionary is a mistake, unlike a record that is missing from a store.
    private static bool IsSelfExplaining(string type) => SelfExplaining.Contains(type)
        || (type != "KeyNotFoundException" && SelfExplainingEnds.Any(end => type.EndsWith(end, StringComparison.Ordinal)));

    // `catch (NotSupportedException) { } catch (Exception e) { log(e); }`: one type is told from the ones that matter.
    private static bool IsSetApart(CatchClauseSyntax clause, TryStatementSyntax statement) =>
        statement.Catches.Last() is var last && last != clause && last.Block.Statements.Count > 0;

    // One narrow type after the other, and nothing broad: somebody weighed which failures may be dropped.
    private static bool EnumeratesFailures(TryStatementSyntax statement) =>
        statement.Catches.Count > 1 && statement.Catches.All(static c => TypeName(c.Declaration?.Type) is { } type && !Broad.Contains(type));

    // A first-chance exception on purpose: for its stack trace, or to see that it is caught.
    private static bool OnlyThrows(BlockSyntax block) => block.Statements.Count == 1 && block.Statements[0] is ThrowStatementSyntax;

    // Whatever happened in the try, the caller gets an exception.
    private static bool ThrowsAfter(StatementSyntax statement)
    {
        if (statement.Parent is not BlockSyntax block)
            return false;
        var next = block.Statements.IndexOf(statement) + 1;
        if (next < block.Statements.Count)
            return block.Statements[next] is ThrowStatementSyntax || CatchBody.CallsThrowHelper(block.Statements[next]);
        return block.Parent is IfStatementSyntax branch && ThrowsAfter(branch);
    }

    // `if (Path.GetExtension(text) is ".png") isImage = true;`: the failure leaves the flag as it was, which is the answer.
    private static bool RaisesFlag(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax { Else: null, Statement: var then } => RaisesFlag(then),
        BlockSyntax { Statements.Count: 1 } block => RaisesFlag(block.Statements[0]),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var value } } => value.IsKind(SyntaxKind.TrueLiteralExpression),
        _ => false,
    };

    // `Act(); Assert.Fail();`: the catch is what the code hopes for.
    private static bool FailsUnlessThrown(BlockSyntax block) => block.Statements.Last() switch
    {
        ThrowStatementSyntax => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => CalledName(call) is "Fail" || AssertsFalse(call),
        _ => false,
    };

    private static bool AssertsFalse(InvocationExpressionSyntax call) =>
        CalledName(call) is "True" or "IsTrue" && call.ArgumentList.Arguments.FirstOrDefault()?.Expression.IsKind(SyntaxKind.FalseLiteralExpression) == true;

    // What follows the try runs only after a failure: it is the handler.
    private static bool Leaves(BlockSyntax block) =>
        block.Statements.Last() is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax;

    // Only calls of these names: closing what may be closed already, say.
    private static bool Calls(BlockSyntax block, string[] names) => block.Statements.All(s => IsCallOf(s, names));

    // Also where it depends on a state, or on what there is to close.
    private static bool IsCallOf(StatementSyntax statement, string[] names) => statement switch
    {
        IfStatementSyntax choice => IsCallOf(choice.Statement, names) && (choice.Else is null || IsCallOf(choice.Else.Statement, names)),
        SwitchStatementSyntax choice => choice.Sections.All(section => section.Statements.All(s => s is BreakStatementSyntax || IsCallOf(s, names))),
        BlockSyntax { Statements.Count: > 0 } block => Calls(block, names),
        ExpressionStatementSyntax { Expression: var e } => CalledName(e is AwaitExpressionSyntax await ? Awaited(await) : e) is { } name && names.Any(c => name.StartsWith(c, StringComparison.Ordinal)),
        _ => false,
    };

    private static ExpressionSyntax Awaited(AwaitExpressionSyntax await) =>
        await.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } ? task : await.Expression;

    private static bool IsLastStep(TryStatementSyntax statement) =>
        Name(Member(statement)) is { } name && Teardowns.Any(t => name.StartsWith(t, StringComparison.Ordinal)) && statement.Block.DescendantNodes().OfType<StatementSyntax>()
            .Where(static s => s is not LocalDeclarationStatementSyntax and not BlockSyntax and not IfStatementSyntax).ToList() is { Count: > 0 } steps && steps.All(static s => IsCallOf(s, LastSteps));

    // `try { Map(source); } catch { } Assert.True(source.Disposed);`: what is left behind is checked. A check inside would be swallowed.
    private static bool IsSetUpForCheck(TryStatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.Last() != statement && Checks(block.Statements.Last()) && !Checks(statement.Block);

    private static bool Checks(SyntaxNode node) => node.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(static call => call.ToString().StartsWith("Assert", StringComparison.Ordinal) || CalledName(call) is "Verify" or "Received" or "DidNotReceive" || CalledName(call)?.StartsWith("Should", StringComparison.Ordinal) == true);

    // `void TryWarmUp()`, `DisposeSafely()`: the caller was told. A Try method with a result has to return it.
    private static bool NameSaysSo(TryStatementSyntax statement) => Member(statement) is { } member && Name(member) is { } name
        && (SwallowingNames.Any(n => name.IndexOf(n, StringComparison.Ordinal) >= 0)
            || (name.StartsWith("Try", StringComparison.Ordinal) && (ReturnsNothing(member) || Leaves(statement.Block))));

    private static bool ReturnsNothing(SyntaxNode member)
    {
        var type = member is MethodDeclarationSyntax method ? method.ReturnType : ((LocalFunctionStatementSyntax)member).ReturnType;
        return TypeName(type) is "Task" or "ValueTask" && type is not GenericNameSyntax
            || type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
    }

    private static string? CalledName(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
