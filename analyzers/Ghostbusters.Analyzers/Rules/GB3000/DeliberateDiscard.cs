using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Tasks that nobody holds, and that is known or meant: the honest look-alikes of a lost task.</summary>
internal static class DeliberateDiscard
{
    private static readonly string[] Names =
        ["Forget", "InBackground", "NoAwait", "WithoutAwait", "DontAwait", "DoNotAwait", "Detach", "Observe", "SafeFire", "Ignore", "Swallow"];

    private static readonly string[] Comments = ["forget", "await", "background", "fire"];

    private static readonly HashSet<string> Assertions =
        ["Xunit", "NUnit", "FluentAssertions", "Shouldly", "AwesomeAssertions", "TUnit", "VerifyXunit", "VerifyTests", "UnitTesting", "TestTools"];

    private static readonly HashSet<string> Mocks = ["NSubstitute", "Moq", "FakeItEasy", "Rhino", "JustMock"];

    /// <summary>Whether the code says or shows that this task needs no observer.</summary>
    public static bool IsAt(IInvocationOperation call, TaskTypes types, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        // `Interlocked.Exchange(ref _task, next)` hands back a task that somebody else started.
        if (method.OriginalDefinition.ReturnType is ITypeParameterSymbol || method.Name == "ContinueWith" || Has(method.Name, Names))
            return true;
        // An extension of tasks passes its task on: it is there to take care of it.
        if (method.IsExtensionMethod && types.IsTask((method.ReducedFrom ?? method).Parameters[0].Type))
            return true;
        if (types.HasTests && PromisedTask.IsGivenBy(method, cancellation))
            return true;
        return AsyncCallee.IsSynchronous(call) || IsOf(method, Assertions) || IsOf(method, Mocks) || IsMocked(call) || IsInQuotation(call, types)
            || IsQueued(call) || IsSaid(call) || AsyncCallee.HandlesItsFailures(call, cancellation) || AsyncCallee.KeepsItsTask(method, cancellation);
    }

    /// <summary>Whether a test starts another thread of play, or work that is held up by a <c>TaskCompletionSource</c>: awaiting it would hang.</summary>
    public static bool IsInTest(IInvocationOperation call) => ExpectedFailure.IsTest(call.Syntax)
        && (AsyncCallee.IsDetached(call.TargetMethod)
            || call.Descendants().OfType<IPropertyReferenceOperation>().Any(static p => p.Property is { Name: "Task", ContainingType.Name: "TaskCompletionSource" }));

    /// <summary>Whether a local's name says that its task is dropped: <c>var _ = …</c>, <c>var ignored = …</c>.</summary>
    public static bool IsName(string local) =>
        local.All(static c => c == '_') || new[] { "ignore", "unused", "discard", "forget", "dummy", "notused" }.Any(n => local.IndexOf(n, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Has(string name, string[] words) => words.Any(w => name.IndexOf(w, StringComparison.Ordinal) >= 0);

    private static bool IsOf(ISymbol symbol, HashSet<string> namespaces)
    {
        for (var space = symbol.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (namespaces.Contains(space.Name))
                return true;
        }

        return false;
    }

    // `sub.Received().SaveAsync()`: the call states an expectation and runs nothing.
    private static bool IsMocked(IInvocationOperation call) =>
        call.Instance is IInvocationOperation { TargetMethod: { } source } && IsOf(source, Mocks);

    // Quoted, not run (expression trees), or run by a mock or an assertion that looks at the call and not at its task.
    private static bool IsInQuotation(IOperation operation, TaskTypes types)
    {
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is not IAnonymousFunctionOperation lambda)
                continue;
            var outer = lambda.Parent is IDelegateCreationOperation creation ? creation.Parent : lambda.Parent;
            while (outer is IConversionOperation or IParenthesizedOperation)
                outer = outer.Parent;
            if (lambda.Parent is IConversionOperation { Type.Name: "Expression" } || lambda.Parent?.Type is { Name: "Expression" })
                return true;
            if (outer is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } target } } && (IsOf(target, Mocks) || IsOf(target, Assertions)))
                return true;
            if (IsArgumentOfMock(lambda))
                return true;
            if (types.HasTests && outer is IVariableInitializerOperation)
                return true; // `Action act = () => sut.SaveAsync(null);` asserts that the call itself throws.
        }

        return false;
    }

    // The same where the lambda's body does not bind, and so its call does not either.
    private static bool IsArgumentOfMock(IAnonymousFunctionOperation lambda) =>
        lambda.Syntax.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } }
        && lambda.SemanticModel?.GetSymbolInfo(receiver).Symbol is INamedTypeSymbol type && IsOf(type, Mocks);

    // Sent with the batch or transaction that it is called on, or with a flag that says so; Blazor's own idiom.
    private static bool IsQueued(IInvocationOperation call) =>
        (call.Instance?.Type?.Name is { } receiver && (receiver.EndsWith("Batch", StringComparison.Ordinal) || receiver.EndsWith("Transaction", StringComparison.Ordinal))
            && call.Instance.Type.GetMembers().Any(static m => m.Name is "Execute" or "ExecuteAsync"))
        || (call.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments }
            && arguments.Any(static a => a.ToString() is var text && (text.Contains("FireAndForget") || text.Contains("StateHasChanged"))));

    // By a comment at the statement, by the method that it stands in, or by the compiler's own warning switched off.
    private static bool IsSaid(IInvocationOperation call)
    {
        var statement = call.Syntax.FirstAncestorOrSelf<StatementSyntax>() ?? call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? call.Syntax;
        var comments = statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia())
            .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia).Select(static t => t.ToString());
        return comments.Any(static c => Comments.Any(w => c.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0))
            || (ExpectedFailure.Name(ExpectedFailure.Member(call.Syntax)) is { } name && Has(name, Names))
            || IsSwitchedOff(call.Syntax);
    }

    private static bool IsSwitchedOff(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
            return false;
        var off = false;
        for (var d = root.GetFirstDirective(); d is not null && d.SpanStart < node.SpanStart; d = d.GetNextDirective())
        {
            if (d is PragmaWarningDirectiveTriviaSyntax pragma && pragma.ErrorCodes.Any(static c => c.ToString() is "CS4014" or "4014" or "VSTHRD110" or "MA0134"))
                off = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
        }

        return off;
    }
}
