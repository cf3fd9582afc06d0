using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8219: a pattern for which some texts take exponential time, and no time limit; or a limit that is none.</summary>
/// <remarks>Whoever gave a known pattern a long limit has weighed it; the limit of a pattern that nobody knows is all there is.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegexWithoutLimit : DiagnosticAnalyzer
{
    private const string DefaultLimit = "REGEX_DEFAULT_MATCH_TIMEOUT";

    // A request that takes so long has taken a thread away from all others.
    private const double LongestLimit = 10;
    private const string Regex = "System.Text.RegularExpressions.Regex.";

    private const string NoLimit = "its time limit is none";

    // Where the pattern is, and where a limit would be.
    private static readonly ApiTable<(int Pattern, int Limit)> Patterns = new()
    {
        { Regex + "#ctor", (0, 2) }, { Regex + "IsMatch", (1, 3) }, { Regex + "Match", (1, 3) }, { Regex + "Matches", (1, 3) }, { Regex + "Split", (1, 3) }, { Regex + "Replace", (1, 4) }, { Regex + "Count", (1, 3) }, { Regex + "EnumerateMatches", (1, 3) },
    };

    private static readonly ApiTable<bool> Generated = new() { { "System.Text.RegularExpressions.GeneratedRegexAttribute.#ctor", true } };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8219_RegexWithoutLimit];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            var isLimited = new Lazy<bool>(() => start.Compilation.SyntaxTrees.Any(static t => t.GetText().ToString().Contains(DefaultLimit)));
            start.RegisterSyntaxNodeAction(node => AnalyzeUse(node, code, isLimited), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, code, isLimited), SyntaxKind.Attribute);
        });
    }

    private static void AnalyzeUse(SyntaxNodeAnalysisContext context, ApiCode code, Lazy<bool> isLimited)
    {
        if (ApiUse.ArgumentsOf(context.Node) is not { Count: > 0 } arguments || code.Match(context, context.Node, Patterns) is not { } match)
            return;
        var (patternAt, limitAt) = match.Fact;
        if (patternAt >= arguments.Count || (patternAt > 0 && IsInstance(context)) || IsWithoutBacktracking(context, arguments.Skip(patternAt + 1)))
            return;
        var limit = arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText is "matchTimeout") ?? (limitAt < arguments.Count ? arguments[limitAt] : null);
        var useless = limit is null ? null : UselessLimit(context, limit.Expression);
        if (ApiCode.Constant(context, arguments[patternAt].Expression) is not string pattern)
        {
            if (useless is not null && !IsEscaped(context, arguments[patternAt].Expression))
                ApiCode.Report(context, Descriptors.GB8219_RegexWithoutLimit, context.Node, Shorten(arguments[patternAt].ToString()), $"nobody knows the pattern, and {useless}");
            return;
        }

        if ((limit is null || useless == NoLimit) && RegexShape.EndlessPart(pattern, Names(arguments, "IgnorePatternWhitespace")) is { } part && !isLimited.Value && !IsOnConstant(context, arguments, patternAt))
            ApiCode.Report(context, Descriptors.GB8219_RegexWithoutLimit, context.Node, Shorten(pattern), $"'{Shorten(part)}' cuts a text up in exponentially many ways, and {useless ?? "no time limit stops it"}");
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, ApiCode code, Lazy<bool> isLimited)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments is not { Count: > 0 and < 4 } arguments || code.Match(context, attribute, Generated) is null || ApiCode.Constant(context, arguments[0].Expression) is not string pattern)
            return;
        var hasLimit = arguments.Any(a => a.NameColon?.Name.Identifier.ValueText == "matchTimeoutMilliseconds" || (a != arguments[0] && a.NameColon is null && ApiCode.Constant(context, a.Expression) is int number && number > 0 && a == arguments[arguments.Count - 1] && arguments.Count == 3));
        var text = attribute.ArgumentList.ToString();
        if (!hasLimit && text.IndexOf("NonBacktracking", StringComparison.Ordinal) < 0 && RegexShape.EndlessPart(pattern, text.IndexOf("IgnorePatternWhitespace", StringComparison.Ordinal) >= 0) is { } part && !isLimited.Value)
            ApiCode.Report(context, Descriptors.GB8219_RegexWithoutLimit, attribute, Shorten(pattern), $"'{Shorten(part)}' cuts a text up in exponentially many ways, and no time limit stops it");
    }

    // `regex.Match(text, 3)`: the pattern was given when it was made.
    private static bool IsInstance(SyntaxNodeAnalysisContext context) => context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken) is var info
        && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { IsStatic: false };

    // A text of the program's own is known to whoever tried it.
    private static bool IsOnConstant(SyntaxNodeAnalysisContext context, SeparatedSyntaxList<ArgumentSyntax> arguments, int patternAt) => patternAt > 0 && ApiCode.Constant(context, arguments[0].Expression) is string;

    private static string? UselessLimit(SyntaxNodeAnalysisContext context, ExpressionSyntax limit) => ValueOrigin.Of(limit, context.SemanticModel, context.CancellationToken) switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InfiniteMatchTimeout" or "InfiniteTimeSpan" or "MaxValue" } => NoLimit,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var unit, Expression: var type }, ArgumentList.Arguments: { Count: > 0 } amounts } when type.ToString().EndsWith("TimeSpan", StringComparison.Ordinal) =>
            SecondsOf(unit) is { } seconds && ApiCode.Constant(context, amounts[0].Expression) is { } amount && ToNumber(amount) * seconds >= LongestLimit ? $"its time limit of {ToNumber(amount) * seconds:0} seconds is too long to stop anything" : null,
        _ => null,
    };

    private static double? SecondsOf(string unit) => unit switch { "FromMilliseconds" => 0.001, "FromSeconds" => 1, "FromMinutes" => 60, "FromHours" => 3600, "FromDays" => 86400, _ => null };

    private static double ToNumber(object amount) => amount switch { int i => i, long l => l, double d => d, float f => f, _ => 0 };

    private static bool IsWithoutBacktracking(SyntaxNodeAnalysisContext context, IEnumerable<ArgumentSyntax> options) => options.Any(a =>
        Has(a.Expression, "NonBacktracking") || Has(ValueOrigin.Of(a.Expression, context.SemanticModel, context.CancellationToken), "NonBacktracking"));

    // What is escaped has no loops.
    private static bool IsEscaped(SyntaxNodeAnalysisContext context, ExpressionSyntax pattern) => Has(pattern, "Escape") || Has(ValueOrigin.Of(pattern, context.SemanticModel, context.CancellationToken), "Escape");

    private static bool Names(SeparatedSyntaxList<ArgumentSyntax> arguments, string option) => arguments.Any(a => Has(a.Expression, option));

    private static bool Has(SyntaxNode node, string name) => node.DescendantTokens().Any(t => t.ValueText == name);

    private static string Shorten(string text) => text.Length > 60 ? text.Substring(0, 57) + "..." : text;
}
