using System.Collections.Immutable;
using Ghostbusters.Analyzers.Rules.GB3000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB3000;

/// <summary>GB3006: awaits the task where it is lost, or inside the try that it left.</summary>
public sealed class UnobservedTaskRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB3006";

    /// <inheritdoc/>
    public string Title => "Await the task";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        var node = context.Root.FindNode(context.Finding.Location.SourceSpan);
        var statement = node.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is ReturnStatementSyntax { Expression: { } } returned)
            return AwaitedReturns.ChangesFor(returned, context);
        if (statement is null || !MayAwait(statement, context) || (node.Ancestors().TakeWhile(a => a != statement).Any(static a => a is AnonymousFunctionExpressionSyntax)))
            return [];
        return statement switch
        {
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when IsAwaitable(call, context) =>
                [new TextChange(new TextSpan(call.SpanStart, 0), "await ")],
            LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } local
                when variables[0].Initializer?.Value is InvocationExpressionSyntax call && IsAwaitable(call, context) =>
                [new TextChange(TextSpan.FromBounds(local.SpanStart, call.SpanStart), "await ")],
            _ => [],
        };
    }

    // `x?.SaveAsync()` gives null where x is null, and a sequence is enumerated, not awaited. What was started to run
    // beside its caller, or never ends, must not be waited for.
    private static bool IsAwaitable(InvocationExpressionSyntax call, RepairContext context) =>
        context.Model.GetSymbolInfo(call, context.Cancellation).Symbol is IMethodSymbol method
        && !AsyncCallee.IsDetached(method) && !NeverEnds(method, context.Cancellation)
        && context.Model.GetTypeInfo(call, context.Cancellation).Type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };

    private static bool NeverEnds(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation).DescendantNodes().Any(static n => n is WhileStatementSyntax or ForStatementSyntax { Condition: null }));

    private static bool MayAwait(StatementSyntax statement, RepairContext context)
    {
        foreach (var ancestor in statement.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case BaseMethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword) && !method.Modifiers.Any(SyntaxKind.UnsafeKeyword);
                case AccessorDeclarationSyntax:
                    return false;
            }
        }

        return statement.Parent is GlobalStatementSyntax && context.Model.GetEnclosingSymbol(statement.SpanStart, context.Cancellation) is IMethodSymbol;
    }
}
