using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>When the work of a called method can fail: while it is called, later, or never.</summary>
internal static class AsyncCallee
{
    /// <summary>Whether the task may still run, and fail, after the call returned.</summary>
    /// <remarks>A method without await in the same compilation fails while it is called, as far as it can be seen.</remarks>
    public static bool MayFailLater(IInvocationOperation call, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (IsCompleted(method))
            return false;
        if (method.IsAsync || method.IsAbstract || method.MethodKind == MethodKind.DelegateInvoke)
            return true;
        return Declaration(method, cancellation) is null
            && (method.Name.EndsWith("Async", StringComparison.Ordinal) || method.ContainingType is { Name: "Task", ContainingNamespace.Name: "Tasks" });
    }

    /// <summary>Whether every await of the work stands in a try that catches all: nothing is left to observe.</summary>
    public static bool HandlesItsFailures(IInvocationOperation call, CancellationToken cancellation)
    {
        if (IsCompleted(call.TargetMethod))
            return true;
        if (!IsDetached(call.TargetMethod))
            return HandlesItsFailures(call.TargetMethod, cancellation);
        return call.Arguments.Length > 0 && call.Arguments[0].Value is IDelegateCreationOperation creation && creation.Target switch
        {
            IMethodReferenceOperation reference => HandlesItsFailures(reference.Method, cancellation),
            IAnonymousFunctionOperation lambda => CatchesAll(lambda.Syntax, everything: true) || OnlyCompletes(lambda)
                || (OnlyCall(lambda) is { } only && !IsDetached(only) && HandlesItsFailures(only, cancellation)),
            _ => false,
        };
    }

    /// <summary>Whether the method starts a delegate beside the caller: <c>Task.Run</c>, <c>StartNew</c>.</summary>
    public static bool IsDetached(IMethodSymbol method) =>
        method is { Name: "Run" or "StartNew", ContainingType: { Name: "Task" or "TaskFactory", ContainingNamespace.Name: "Tasks" } };

    /// <summary>Whether the call asks for the synchronous half of a method that has both, <c>async: false</c>: it has ended when it returns.</summary>
    public static bool IsSynchronous(IInvocationOperation call) => call.Arguments.Any(static a =>
        a.Parameter is { Name: "async" or "isAsync" or "useAsync", Type.SpecialType: SpecialType.System_Boolean } && a.Value.ConstantValue is { HasValue: true, Value: false });

    /// <summary>Whether the method itself keeps the task that it returns, or goes on with it: <c>_running = task; return task;</c>.</summary>
    public static bool KeepsItsTask(IMethodSymbol method, CancellationToken cancellation) =>
        !method.IsAsync && Declaration(method, cancellation) is MethodDeclarationSyntax { Body: { } body } && body.Statements.LastOrDefault() is ReturnStatementSyntax { Expression: IdentifierNameSyntax task }
        && body.DescendantNodes().Any(n => n switch
        {
            AssignmentExpressionSyntax { Right: IdentifierNameSyntax kept } => kept.Identifier.ValueText == task.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ContinueWith", Expression: IdentifierNameSyntax watched } => watched.Identifier.ValueText == task.Identifier.ValueText,
            _ => false,
        });

    // `Task.Run(() => source.TrySetResult(true))`: who waits for it waits for the source.
    private static bool OnlyCompletes(IAnonymousFunctionOperation lambda) =>
        OnlyCall(lambda) is { ContainingType.Name: "TaskCompletionSource", Name: "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" };

    private static bool HandlesItsFailures(IMethodSymbol method, CancellationToken cancellation) =>
        Declaration(method, cancellation) is { } declaration && CatchesAll(declaration, everything: !method.IsAsync);

    // `() => Load()`: the lambda is as safe as the one method that it calls.
    private static IMethodSymbol? OnlyCall(IAnonymousFunctionOperation lambda)
    {
        var calls = lambda.Body.Descendants().OfType<IInvocationOperation>().Take(2).ToList();
        return calls.Count == 1 ? calls[0].TargetMethod : null;
    }

    private static bool IsCompleted(IMethodSymbol method) =>
        method.ContainingType is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" }
        && method.Name is "FromResult" or "FromException" or "FromCanceled";

    private static SyntaxNode? Declaration(IMethodSymbol method, CancellationToken cancellation) =>
        method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);

    // `everything`: calls count as well as awaits, because there is no compiler-made task around them.
    private static bool CatchesAll(SyntaxNode function, bool everything)
    {
        var body = function switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
            AnonymousFunctionExpressionSyntax lambda => lambda.Body,
            _ => null,
        };
        if (body is ArrowExpressionClauseSyntax { Expression: var value })
            return value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" };
        if (body is not BlockSyntax block)
            return false;

        // An async method without await runs to its end while it is called: there its calls are what can fail.
        var nodes = block.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).ToList();
        var awaits = nodes.Where(static n => n is AwaitExpressionSyntax).ToList();
        var failures = everything ? [.. awaits, .. nodes.Where(static n => n is InvocationExpressionSyntax)]
            : awaits.Count > 0 ? awaits : nodes.Where(static n => n is InvocationExpressionSyntax or ObjectCreationExpressionSyntax).ToList();
        return failures.Count > 0 && failures.All(f => IsCaught(f, block));
    }

    private static bool IsCaught(SyntaxNode node, BlockSyntax body)
    {
        for (var child = node; child.Parent is { } parent && child != body; child = parent)
        {
            switch (parent)
            {
                case CatchClauseSyntax or FinallyClauseSyntax when !node.DescendantNodesAndSelf().Any(static n => n is AwaitExpressionSyntax):
                    return true; // Reporting in the handler itself.
                case TryStatementSyntax statement when child == statement.Block && statement.Catches.Any(IsCatchAll):
                    return true;
            }
        }

        return false;
    }

    private static bool IsCatchAll(CatchClauseSyntax clause) =>
        clause.Filter is null && clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
        && !clause.Block.DescendantNodes().Any(static n => n.IsKind(SyntaxKind.ThrowStatement));
}
