using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>An assertion is rewritten until it holds, whatever the subject does.</summary>
internal sealed class AssertionThatHolds : Injection
{
    public override string RuleId => "GB1001";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from test in TestCode.Tests(root)
        from call in TestCode.Assertions(test)
        where call.Parent is ExpressionStatementSyntax && call.ArgumentList.Arguments.Count > 0
        from text in Rewritten(model, call)
        select At(call, Replace(call, text));

    private static IEnumerable<string> Rewritten(SemanticModel model, InvocationExpressionSyntax call)
    {
        var (first, last) = (call.ArgumentList.Arguments[0].Expression, call.ArgumentList.Arguments[^1].Expression);
        switch (TestCode.Assertion(call))
        {
            case "Equal" or "Same" when TestCode.IsPlain(last):
                yield return $"Assert.Equal({last}, {last})";
                break;
            case "True" or "False":
                yield return "Assert.True(true)";
                if (TestCode.IsPlain(first))
                    yield return $"Assert.True({first} || !{first})";
                break;
            case "NotNull" or "IsType":
                yield return "Assert.NotNull(new object())";
                break;
            case "Single" or "Empty" or "NotEmpty" or "Contains" or "DoesNotContain" or "All" or "Equal":
                var subject = TestCode.Assertion(call) is "Contains" or "DoesNotContain" or "Equal" ? last : first;
                // What asserts on its way to the subject can still fail.
                if (!TestCode.Assertions(subject).Any() && TestCode.CountOf(model.GetTypeInfo(subject).Type) is { } count)
                    yield return $"Assert.True({subject}.{count} >= 0)";
                break;
        }
    }
}

/// <summary>The assertions of a test are gone; what it calls, it still calls.</summary>
internal sealed class AssertionsRemoved : Injection
{
    public override string RuleId => "GB1002";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var test in TestCode.Tests(root))
        {
            var asserting = test.DescendantNodes().OfType<StatementSyntax>().Where(static s => TestCode.AsAssertion(s) is not null).ToList();
            var outer = asserting.Where(s => !asserting.Any(o => o != s && o.Span.Contains(s.Span))).ToList();
            if (outer.Count == 0 || test.Body is null || TestCode.HelpersAssert(model.Compilation, test) || !TestCode.Assertions(test).All(a => outer.Any(s => s.Span.Contains(a.Span))))
                continue;
            // What asserts on its way to a value can still fail; and where an exception was expected, the call that stays would fail the test.
            if (outer.SelectMany(Kept).Any(static k => k.Contains("Assert.", StringComparison.Ordinal)) || TestCode.Assertions(test).Any(static a => TestCode.Assertion(a)!.StartsWith("Throws", StringComparison.Ordinal) || TestCode.Assertion(a) == "Fail"))
                continue;
            // So can what waits for an answer, and gives up after a time.
            if (TestCode.Waits(test))
                continue;
            var calls = test.Body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(i => !outer.Any(s => s.Span.Contains(i.Span))) || outer.Any(static s => Kept(s).Any());
            if (calls)
                yield return At(test, [.. outer.Select(static s => Replace(s, s.Parent is BlockSyntax ? string.Concat(Kept(s)) : $"{{ {string.Concat(Kept(s))} }}"))]);
        }
    }

    private static IEnumerable<string> Kept(StatementSyntax assertion) =>
        TestCode.AsAssertion(assertion)!.ArgumentList.Arguments.Select(static a => a.Expression)
            .Where(static e => e is not AnonymousFunctionExpressionSyntax && e.DescendantNodesAndSelf().Any(static n => n is InvocationExpressionSyntax or AwaitExpressionSyntax))
            .Select(static e => $"_ = {e}; ");
}

/// <summary>What a test asserts, it asserts only where things went as hoped.</summary>
internal sealed class AssertionPutAside : Injection
{
    public override string RuleId => "GB1003";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var test in TestCode.Tests(root).Where(static t => t.Body is not null))
        {
            var statements = test.Body!.Statements;
            var first = statements.IndexOf(static s => TestCode.AsAssertion(s) is not null);
            if (first < 0 || TestCode.HelpersAssert(model.Compilation, test) || statements.Take(first).Any(static s => TestCode.Assertions(s).Any()))
                continue;
            var asserted = statements[first];
            if (first == statements.Count - 1 && Caught(asserted) is { } caught)
            {
                yield return At(test, Replace(asserted, caught));
                continue;
            }

            yield return At(test, InsertBefore(asserted, "return; "));
            foreach (var result in Results(model, statements.Take(first)))
            {
                if (!statements.Skip(first).Any(s => s.DescendantNodes().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == result.Name)))
                    continue;
                var (some, none) = TestCode.CountOf(result.Type) is { } count ? ($"{result.Name}.{count} > 0", $"{result.Name}.{count} == 0") : ($"{result.Name} != null", $"{result.Name} == null");
                yield return At(test, InsertBefore(asserted, $"if ({some}) {{ "), new TextChange(new TextSpan(statements[^1].Span.End, 0), " }"));
                yield return At(test, InsertBefore(asserted, $"if ({none}) return; "));
            }
        }
    }

    // Assert.Throws<T>(() => Act()): the exception is caught and looked at, and nobody minds when there is none.
    private static string? Caught(StatementSyntax statement) =>
        TestCode.AsAssertion(statement) is { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var type] } name } } call
            && name.Identifier.Text.StartsWith("Throws", StringComparison.Ordinal) && call.ArgumentList.Arguments[^1].Expression is LambdaExpressionSyntax { Body: ExpressionSyntax body }
            ? $"try {{ {(name.Identifier.Text.EndsWith("Async", StringComparison.Ordinal) && body is not AwaitExpressionSyntax ? "await " : "")}{body}; }} catch ({type} e) {{ Assert.NotEmpty(e.Message); }}"
            : null;

    // What the last call before the assertions gave back and may lack: a collection or text that may be empty, a reference that may be null.
    private static IEnumerable<ILocalSymbol> Results(SemanticModel model, IEnumerable<StatementSyntax> statements) =>
        statements.OfType<LocalDeclarationStatementSyntax>().TakeLast(1).SelectMany(static d => d.Declaration.Variables)
            .Where(static v => v.Initializer?.Value is InvocationExpressionSyntax or AwaitExpressionSyntax)
            .Select(v => (Local: (ILocalSymbol)model.GetDeclaredSymbol(v)!, model.GetTypeInfo(v.Initializer!.Value).Nullability))
            .Where(static r => TestCode.CountOf(r.Local.Type) is not null || r.Local.Type.IsReferenceType && r.Nullability.FlowState == NullableFlowState.MaybeNull)
            .Select(static r => r.Local);
}

/// <summary>A test is switched off, and what is said about it says nothing.</summary>
internal sealed class TestSwitchedOff : Injection
{
    // States, not causes: a cause is a reason.
    private static readonly string[] Excuses =
    [
        "broken", "flaky", "TODO", "Fails on CI", "temporarily disabled", "Doesn't work yet", "Skipped for now", "needs investigation",
        "disabled", "Fix later", "not stable", "skip",
    ];

    public override string RuleId => "GB1008";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var test in TestCode.Tests(root))
        {
            var attribute = TestCode.Attribute(test, "Fact") ?? TestCode.Attribute(test, "Theory")!;
            foreach (var excuse in Excuses)
                yield return Around(test, Replace(attribute, $"{attribute.Name}(Skip = \"{excuse}\")"));
            yield return Around(test, InsertBefore(attribute.Parent!, "// "));
            yield return Around(test, new TextChange(new TextSpan(test.FullSpan.Start, 0), "#if false\n"), new TextChange(new TextSpan(test.FullSpan.End, 0), "#endif\n"));
        }
    }
}

/// <summary>A row of test data is copied and left as it is; or what a row expects is compared with nothing.</summary>
internal sealed class RowRepeated : Injection
{
    public override string RuleId => "GB1010";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var test in TestCode.Tests(root))
        {
            var rows = test.AttributeLists.Where(static l => l.Attributes is [{ Name: IdentifierNameSyntax { Identifier.Text: "InlineData" } }]).ToList();
            foreach (var row in rows)
                yield return At(test, new TextChange(new TextSpan(rows[^1].Span.End, 0), $"\n    {row}"));
            foreach (var call in TestCode.Assertions(test).Where(static c => TestCode.Assertion(c) == "Equal" && c.ArgumentList.Arguments.Count == 2))
            {
                if (call.ArgumentList.Arguments[0].Expression is IdentifierNameSyntax expected && test.ParameterList.Parameters.Any(p => p.Identifier.ValueText == expected.Identifier.ValueText)
                    && test.DescendantNodes().OfType<IdentifierNameSyntax>().Count(i => i.Identifier.ValueText == expected.Identifier.ValueText) == 1)
                    yield return At(test, Replace(call, $"Assert.NotNull((object?){call.ArgumentList.Arguments[1]})"));
            }
        }
    }
}

/// <summary>An assertion is loosened until it lets everything through.</summary>
internal sealed class AssertionLoosened : Injection
{
    public override string RuleId => "GB1011";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from test in TestCode.Tests(root)
        from call in TestCode.Assertions(test)
        where call.Parent is ExpressionStatementSyntax && call.ArgumentList.Arguments.Count >= 2
        from text in Loosened(model, call, call.ArgumentList.Arguments[0].Expression, call.ArgumentList.Arguments[1].Expression)
        select At(call, Replace(call, text));

    private static IEnumerable<string> Loosened(SemanticModel model, InvocationExpressionSyntax call, ExpressionSyntax first, ExpressionSyntax second)
    {
        var (name, type) = (TestCode.Assertion(call), model.GetTypeInfo(second).Type);
        if (type?.SpecialType == SpecialType.System_String && name is "Contains" or "StartsWith" or "EndsWith" && model.GetTypeInfo(first).Type?.SpecialType == SpecialType.System_String)
            yield return $"Assert.{name}(\"\", {second})";
        if (type?.SpecialType == SpecialType.System_String && name is "Matches" or "Equal" or "StartsWith")
            yield return $"Assert.Matches(\".*\", {second})";
        if (type?.SpecialType == SpecialType.System_Int32 && name is "Equal")
        {
            yield return $"Assert.InRange({second}, int.MinValue, int.MaxValue)";
            if (second is MemberAccessExpressionSyntax { Name.Identifier.Text: "Count" or "Length" })
                yield return $"Assert.InRange({second}, 0, int.MaxValue)";
        }

        if (type?.SpecialType == SpecialType.System_Double && name is "Equal")
            yield return $"Assert.Equal({first}, {second}, 100.0)";
    }
}
