using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB3000;

/// <summary>Makes a method that returns tasks an async one: every return awaits, and what was completed is returned as it is.</summary>
/// <remarks>
/// Offered only for a plain method or local function in which the flagged return is the only one inside a try or using,
/// because awaiting any other one there would change more than the finding.
/// </remarks>
internal static class AwaitedReturns
{
    /// <summary>The changes; empty where a return cannot be written so.</summary>
    public static ImmutableArray<TextChange> ChangesFor(ReturnStatementSyntax flagged, RepairContext context)
    {
        var function = flagged.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        var (modifiers, type, parameters, body) = function switch
        {
            MethodDeclarationSyntax method => (method.Modifiers, method.ReturnType, method.ParameterList, method.Body),
            LocalFunctionStatementSyntax local => (local.Modifiers, local.ReturnType, local.ParameterList, local.Body),
            _ => default,
        };
        if (body is null || modifiers.Any(static m => m.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.AsyncKeyword)
            || parameters.Parameters.Any(static p => p.Modifiers.Any(static m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword))
            || context.Model.GetTypeInfo(type, context.Cancellation).Type is not INamedTypeSymbol { Name: "Task" or "ValueTask" } task)
        {
            return [];
        }

        var own = body.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).ToList();
        var returns = own.OfType<ReturnStatementSyntax>().ToList();
        if (own.Any(static n => n is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or RefTypeSyntax or StackAllocArrayCreationExpressionSyntax)
            || returns.Any(r => r != flagged && IsGuarded(r, body) && !IsCompleted(r.Expression)))
        {
            return [];
        }

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        changes.Add(new TextChange(new TextSpan(type.SpanStart, 0), "async "));
        foreach (var statement in returns)
        {
            if (Awaited(statement, task, context) is not { } change)
                return [];
            changes.Add(change);
        }

        return changes.ToImmutable();
    }

    private static TextChange? Awaited(ReturnStatementSyntax statement, INamedTypeSymbol task, RepairContext context)
    {
        var value = statement.Expression;
        if (value is null || !SymbolEqualityComparer.Default.Equals(context.Model.GetTypeInfo(value, context.Cancellation).Type, task))
            return null;
        if (IsCompleted(value))
        {
            return value is InvocationExpressionSyntax { ArgumentList.Arguments: var results }
                ? new TextChange(value.Span, results[0].Expression.ToString())
                : new TextChange(statement.Span, "return;");
        }

        // `await` binds tighter than these.
        if (value is ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax)
            return null;
        if (task.IsGenericType)
            return new TextChange(new TextSpan(value.SpanStart, 0), "await ");
        var isInList = statement.Parent is BlockSyntax or SwitchSectionSyntax;
        return new TextChange(statement.Span, isInList ? $"await {value};{LineBreak(statement)}return;" : $"{{ await {value}; return; }}");
    }

    private static string LineBreak(ReturnStatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        return indent.Trim().Length > 0 ? " " : text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + indent;
    }

    private static bool IsGuarded(ReturnStatementSyntax statement, BlockSyntax body) =>
        statement.Ancestors().TakeWhile(a => a != body).Any(static a => a is TryStatementSyntax or UsingStatementSyntax)
        || body.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Any(static l => l.UsingKeyword.IsKind(SyntaxKind.UsingKeyword));

    private static bool IsCompleted(ExpressionSyntax? value) => value?.ToString() is { } text
        && (text is "Task.CompletedTask" or "ValueTask.CompletedTask"
            || (value is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } && (text.StartsWith("Task.FromResult(", StringComparison.Ordinal) || text.StartsWith("ValueTask.FromResult(", StringComparison.Ordinal))));
}
