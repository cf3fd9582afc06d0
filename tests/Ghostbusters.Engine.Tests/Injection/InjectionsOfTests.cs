using System.Collections.Immutable;
using Ghostbusters.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>An assertion gets a try around it, and a catch that says nothing.</summary>
internal sealed class FailureSwallowed : Injection
{
    private static readonly string[] Catches =
    [
        "catch (System.Exception) { }", "catch { }", "catch (System.Exception e) { System.Console.WriteLine(e.Message); }", "catch (System.Exception) { return; }",
    ];

    public override string RuleId => "GB1004";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from test in TestCode.Tests(root)
        where test.Body is not null && !TestCode.HelpersAssert(model.Compilation, test)
        let statements = test.Body!.Statements
        let first = statements.FirstOrDefault(static s => TestCode.AsAssertion(s) is not null)
        where first is not null && !statements.Any(s => s.SpanStart > first!.SpanStart && s is LocalDeclarationStatementSyntax)
        from handler in Catches
        select At(test, InsertBefore(first!, "try { "), new TextChange(new TextSpan(statements[^1].Span.End, 0), " } " + handler));
}

/// <summary>What is expected is no longer written down: the subject is called for it.</summary>
internal sealed class ExpectedFromSubject : Injection
{
    public override string RuleId => "GB1005";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from test in TestCode.Tests(root)
            // Whose name is about asking twice may compare two answers.
        where !Array.Exists(["Again", "Cache", "Propert", "Twice", "Same"], w => test.Identifier.ValueText.Contains(w, StringComparison.Ordinal) || ((test.Parent as ClassDeclarationSyntax)?.Identifier.ValueText.Contains(w, StringComparison.Ordinal) ?? false))
        from call in TestCode.Assertions(test)
        where TestCode.Assertion(call) == "Equal" && call.ArgumentList.Arguments.Count == 2 && call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax
        let actual = call.ArgumentList.Arguments[1].Expression
        where actual is InvocationExpressionSyntax invocation && IsOfSource(model, invocation) && IsLiteral(call.ArgumentList.Arguments[0].Expression) && !TestCode.Assertions(actual).Any()
        select At(call, Replace(call.ArgumentList.Arguments[0], actual.ToString()));

    // What a name stands for may not be seen where it is written; what is written down is a value that somebody knew.
    private static bool IsLiteral(ExpressionSyntax expected) => !expected.DescendantNodesAndSelf().Any(static n => n is InvocationExpressionSyntax);

    private static bool IsOfSource(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReturnsVoid: false } method && !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;
}

/// <summary>The assertions of a test look at a mock that the test itself told what to answer.</summary>
internal sealed class MockAsserted : Injection
{
    private const string Interface = "public interface IInjectedSource { int Count { get; } string Name(int id); System.Threading.Tasks.Task<int> CountAsync(); }";

    private static readonly string[] Bodies =
    [
        "var source = new Moq.Mock<IInjectedSource>(); source.Setup(s => s.Name(1)).Returns(\"one\"); Assert.Equal(\"one\", source.Object.Name(1));",
        "var source = NSubstitute.Substitute.For<IInjectedSource>(); source.Count.Returns(3); var count = source.Count; Assert.Equal(3, count);",
        "var source = Moq.Mock.Of<IInjectedSource>(s => s.Count == 4); Assert.Equal(4, source.Count);",
        "_injected.Setup(s => s.Name(2)).Returns(\"two\"); Assert.NotNull(_injected.Object.Name(2));",
        "GivenInjected(5); Assert.Equal(5, _injected.Object.Count);",
        "var source = MakeInjected(); Assert.Equal(\"made\", source.Object.Name(7));",
    ];

    private const string Members = "private readonly Moq.Mock<IInjectedSource> _injected = new(); private void GivenInjected(int count) => _injected.SetupGet(s => s.Count).Returns(count); "
        + "private static Moq.Mock<IInjectedSource> MakeInjected() { var made = new Moq.Mock<IInjectedSource>(); made.Setup(s => s.Name(Moq.It.IsAny<int>())).Returns(\"made\"); return made; } ";

    public override string RuleId => "GB1006";

    public override bool IsForTests => true;

    public override ImmutableArray<MetadataReference> References { get; } =
    [
        .. TestReferences.LibraryFiles().Where(static f => Path.GetFileName(f) is "Moq.dll" or "NSubstitute.dll" or "Castle.Core.dll").Select(static f => MetadataReference.CreateFromFile(f)),
    ];

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from test in TestCode.Tests(root)
        where test is { Body: not null, Parent: ClassDeclarationSyntax }
        let owner = (ClassDeclarationSyntax)test.Parent!
        from body in Bodies
        let end = test.Modifiers.Any(SyntaxKind.AsyncKeyword) ? " await System.Threading.Tasks.Task.Yield(); " : " "
        select new Injected(owner.Span,
        [
            new TextChange(new TextSpan(root.Usings.LastOrDefault()?.Span.End ?? 0, 0), " using NSubstitute; using Moq;\n"),
            new TextChange(new TextSpan(owner.OpenBraceToken.Span.End, 0), $" {Interface} {Members}"),
            new TextChange(TextSpan.FromBounds(test.Body!.OpenBraceToken.Span.End, test.Body.CloseBraceToken.SpanStart), $" {body}{end}"),
        ]);
}

/// <summary>An await in front of an assertion is forgotten, or the test is async void.</summary>
internal sealed class AssertionUnawaited : Injection
{
    public override string RuleId => "GB1007";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var test in TestCode.Tests(root).Where(static t => t.Body is not null && t.Modifiers.Any(SyntaxKind.AsyncKeyword)))
        {
            if (test.ReturnType.ToString() == "Task")
                yield return At(test, Replace(test.ReturnType, "void"));
            foreach (var awaited in test.Body!.Statements.OfType<ExpressionStatementSyntax>().Select(static s => s.Expression).OfType<AwaitExpressionSyntax>())
            {
                if (awaited.Expression is InvocationExpressionSyntax call && TestCode.Assertion(call) is not null)
                {
                    yield return At(awaited, Replace(awaited, $"_ = {call}"));
                    yield return At(awaited, Replace(awaited, call.ToString()));
                }
            }
        }
    }
}

/// <summary>A test is renamed for more than it checks.</summary>
internal sealed class NamePromisesMore : Injection
{
    private static readonly string[] Promises =
        ["_ThrowsWhenEmpty", "_ThrowsArgumentException", "_ShouldThrow", "_ThrowsIfNothingIsThere", "_ReturnsNull_WhenUnknown", "_ShouldReturnNull", "_IsSortedByName", "_ReturnsItemsInAscendingOrder", "_ReturnsEmptyList", "_ReturnsThreeItems"];

    public override string RuleId => "GB1009";

    public override bool IsForTests => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var test in TestCode.Tests(root))
        {
            var names = TestCode.Assertions(test).Select(TestCode.Assertion).OfType<string>().Distinct().ToList();
            if (names.Count == 0 || TestCode.HelpersAssert(model.Compilation, test) || names.Exists(static n => n.StartsWith("Throws", StringComparison.Ordinal) || n is "Fail" or "Null") || MentionsFailure(test))
                continue;
            foreach (var promise in Promises.Where(p => IsBroken(p, names)))
                yield return At(test, Replace(test.Identifier, test.Identifier.ValueText.Split('_')[0] + promise));
        }
    }

    // A reader takes it for broken: nothing in the test could be the check.
    private static bool IsBroken(string promise, List<string> names) =>
        promise.Contains("Throw", StringComparison.Ordinal)
        || (promise.Contains("Null", StringComparison.Ordinal) ? names.TrueForAll(static n => n is "NotNull" or "NotEmpty" or "Contains" or "StartsWith") : names.TrueForAll(static n => n is "NotNull" or "NotEmpty" or "IsType"));

    private static bool MentionsFailure(MethodDeclarationSyntax test)
    {
        var text = test.ToString();
        return Array.Exists(["throw", "exception", "catch", "null", "error", "fail", "exitcode", "statuscode", "problem", "refus", "reject"], word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
