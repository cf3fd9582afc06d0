using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB8000;

/// <summary>GB8003: assigns a harmless copy that was dropped to the variable that it was made of, or holds a pattern to the whole text.</summary>
public sealed class KeepTextRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB8003";

    /// <inheritdoc/>
    public string Title => "Keep the harmless text";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context) =>
        context.Root.FindNode(context.Finding.Location.SourceSpan, getInnermostNodeForTie: true) switch
        {
            InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call when VariableOf(call, context) is { } variable => [new TextChange(new TextSpan(call.SpanStart, 0), $"{variable} = ")],
            MethodDeclarationSyntax method when OpenPatternIn(method) is { } pattern => Anchored(pattern),
            _ => [],
        };

    // `text.Replace(…)`, `WebUtility.HtmlEncode(text)`: only a local or parameter, which nobody else sees.
    private static string? VariableOf(InvocationExpressionSyntax call, RepairContext context)
    {
        var text = call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } && IsVariable(receiver, context) ? receiver
            : call.ArgumentList.Arguments.FirstOrDefault()?.Expression as IdentifierNameSyntax;
        return text is not null && IsVariable(text, context) ? text.Identifier.ValueText : null;
    }

    private static bool IsVariable(IdentifierNameSyntax name, RepairContext context) => context.Model.GetSymbolInfo(name, context.Cancellation).Symbol switch
    {
        IParameterSymbol parameter => parameter is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String },
        ILocalSymbol local => local is { IsConst: false, IsForEach: false, Type.SpecialType: SpecialType.System_String },
        _ => false,
    };

    private static LiteralExpressionSyntax? OpenPatternIn(MethodDeclarationSyntax method)
    {
        var calls = method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static c => c.Expression.ToString() == "Regex.IsMatch").ToList();
        return calls.Count == 1 && calls[0].ArgumentList.Arguments is { Count: > 1 } arguments && arguments[1].Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } pattern ? pattern : null;
    }

    private static ImmutableArray<TextChange> Anchored(LiteralExpressionSyntax pattern)
    {
        var start = pattern.Token.Text.IndexOf('"') + 1;
        return pattern.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal) ? []
            : [new TextChange(new TextSpan(pattern.SpanStart + start, 0), "^"), new TextChange(new TextSpan(pattern.Span.End - 1, 0), "$")];
    }
}
