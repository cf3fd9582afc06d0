using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Whether the code around a sink has compared the amount with a limit, by its form.</summary>
/// <remarks>A comparison's direction is not weighed: who compares an amount with a limit before he takes it has thought of it.</remarks>
internal static class SizeLimits
{
    /// <summary>Whether each name in the amounts that a sink takes is compared with an upper limit before, or is the length of what is there.</summary>
    public static bool AreKept(SyntaxNode sink)
    {
        var amounts = AmountsOf(sink).ToList();
        if (amounts.Count > 0 && amounts.TrueForAll(IsCounted))
            return true;
        var measured = amounts.SelectMany(static a => a.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>().Select(MeasuredBy).OfType<ExpressionSyntax>().ToList();
        var body = sink.Ancestors().FirstOrDefault(static n => n is MemberDeclarationSyntax or LocalFunctionStatementSyntax);
        return measured.Count > 0 && measured.TrueForAll(value => IsLength(value) || (body is not null && IsCompared(value.ToString(), body, sink.SpanStart)));
    }

    private static IEnumerable<SyntaxNode> AmountsOf(SyntaxNode sink) => sink switch
    {
        ArrayCreationExpressionSyntax array => array.Type.RankSpecifiers.SelectMany(static r => r.Sizes),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
        InvocationExpressionSyntax call => call.ArgumentList.Arguments,
        AssignmentExpressionSyntax assignment => [assignment.Right],
        _ => [],
    };

    // `size`, or `form.Columns` from its first name on; a constant, a type or a method that is called is no amount.
    private static ExpressionSyntax? MeasuredBy(IdentifierNameSyntax name)
    {
        if (char.IsUpper(name.Identifier.ValueText[0]) || (name.Parent is MemberAccessExpressionSyntax owner && owner.Name == name))
            return null;
        ExpressionSyntax whole = name;
        while (whole.Parent is MemberAccessExpressionSyntax member && member.Expression == whole && member.Parent is not InvocationExpressionSyntax)
            whole = member;
        return whole;
    }

    // `new Key[keys.Where(..).Count()]`: as many as are there already.
    private static bool IsCounted(SyntaxNode amount) =>
        (amount is ArgumentSyntax argument ? argument.Expression : amount) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" }, ArgumentList.Arguments.Count: 0 };

    private static bool IsLength(ExpressionSyntax value) => value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" };

    private static bool IsCompared(string name, SyntaxNode body, int before) => body.DescendantNodes().Any(node => node.SpanStart < before && node switch
    {
        BinaryExpressionSyntax comparison when IsOrder(comparison) && !IsOfLoop(comparison) =>
            (Names(comparison.Left, name) && !IsLowest(comparison.Right)) || (Names(comparison.Right, name) && !IsLowest(comparison.Left)),
        IsPatternExpressionSyntax pattern => Names(pattern.Expression, name) && pattern.Pattern.DescendantNodesAndSelf().OfType<RelationalPatternSyntax>().Any(static p => !IsLowest(p.Expression)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfGreaterThan" or "ThrowIfGreaterThanOrEqual" } } check =>
            check.ArgumentList.Arguments.FirstOrDefault() is { Expression: { } value } && Names(value, name),
        _ => false,
    });

    private static bool IsOrder(BinaryExpressionSyntax comparison) => comparison.Kind()
        is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression;

    // `for (var i = 0; i < count; i++)` counts up to it.
    private static bool IsOfLoop(BinaryExpressionSyntax comparison) => comparison.Parent is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool Names(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && expression.ToString() == name;

    // Nothing is limited by being at least none or one.
    private static bool IsLowest(ExpressionSyntax bound) => bound is LiteralExpressionSyntax { Token.Value: 0 or 1 } or PrefixUnaryExpressionSyntax;
}
