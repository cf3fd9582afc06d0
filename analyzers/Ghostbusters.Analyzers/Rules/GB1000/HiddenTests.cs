using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>A test that is in the text and not in the program.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">Where it starts.</param>
/// <param name="Words">How a message says what hides it.</param>
/// <param name="IsExplained">Words beside it say why.</param>
internal readonly record struct HiddenTest(string Name, TextSpan Span, string Words, bool IsExplained);

/// <summary>Finds tests in comments and in regions that the compiler never sees.</summary>
internal static class HiddenTests
{
    // A method may have a few more attributes between its test attribute and its signature.
    private const int MostAttributeLines = 12;

    private static readonly Regex Attribute = new(
        @"^\s*(?<mark>\[\s*(\w+\.)*(Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)(Attribute)?\s*[\](,])(?<rest>.*)$", RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly Regex Signature = new(
        @"(^|\])\s*((public|internal|private|protected|static|async|virtual|override|new|unsafe)\s+)+[\w.<>\[\]?,]+\s+(?<name>\w+)\s*(<\w+>)?\s*\(", RegexOptions.CultureInvariant, OwnPattern.Patience);

    /// <summary>The hidden tests of a file, one for each comment or region.</summary>
    public static IEnumerable<HiddenTest> In(SyntaxNode root, CancellationToken cancellation)
    {
        var run = new List<SyntaxTrivia>();
        var breaks = 0;
        foreach (var trivia in root.DescendantTrivia())
        {
            cancellation.ThrowIfCancellationRequested();
            var kind = trivia.Kind();
            if (kind == SyntaxKind.WhitespaceTrivia || (kind == SyntaxKind.EndOfLineTrivia && ++breaks <= 1))
                continue;
            if (kind == SyntaxKind.SingleLineCommentTrivia && (run.Count == 0 || run[0].Token == trivia.Token))
            {
                run.Add(trivia);
                breaks = 0;
                continue;
            }

            if (OfComments(run) is { } commented)
                yield return commented;
            run.Clear();
            breaks = 0;
            if (kind == SyntaxKind.SingleLineCommentTrivia)
                run.Add(trivia);
            else if (kind == SyntaxKind.MultiLineCommentTrivia && OfComments([trivia]) is { } block)
                yield return block;
            else if (kind == SyntaxKind.DisabledTextTrivia && OfRegion(trivia) is { } cut)
                yield return cut;
        }

        if (OfComments(run) is { } last)
            yield return last;
    }

    private static HiddenTest? OfComments(List<SyntaxTrivia> comments)
    {
        if (comments.Count == 0 || !comments.Any(static c => c.ToString().IndexOf('[') >= 0))
            return null;
        var lines = comments.SelectMany(static c => LinesOf(c.ToString(), c.SpanStart)).ToList();
        if (Find(lines) is { } found)
            return new HiddenTest(found.Name, found.Span, "it stands in a comment", IsExplained(lines, found.Line, found.Signature) || SkipReason.IsGivenIn(ProseOf(comments[0], lines, found.Line)));

        // Only the attribute is a comment, and the method below it is alive.
        var (text, start) = lines[lines.Count - 1];
        return Attribute.Match(text) is { Success: true } alone && IsClosed(alone.Groups["mark"].Value + alone.Groups["rest"].Value)
            && comments[comments.Count - 1].Token.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { AttributeLists.Count: 0 } method
            && method.GetFirstToken() == comments[comments.Count - 1].Token
            ? new HiddenTest(method.Identifier.ValueText, new TextSpan(start + alone.Groups["mark"].Index, alone.Groups["mark"].Length), "its test attribute stands in a comment", SkipReason.IsGivenIn(ProseOf(comments[0], lines, lines.Count - 1)))
            : null;
    }

    private static HiddenTest? OfRegion(SyntaxTrivia disabled)
    {
        var around = disabled.Token.LeadingTrivia;
        var at = around.IndexOf(disabled);
        if (at < 1 || around[at - 1].GetStructure() is not DirectiveTriviaSyntax directive || !IsNeverCompiled(directive))
            return null;
        var lines = LinesOf(disabled.ToString(), disabled.SpanStart).ToList();
        if (Find(lines) is not { } found)
            return null;
        var above = around.Take(at - 1).Reverse().TakeWhile(static t => t.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia or SyntaxKind.SingleLineCommentTrivia).Reverse();
        var reasons = SkipReason.CommentsIn(above).Concat(lines.Take(found.Line).Select(static l => l.Text.Trim()).Where(static l => l.StartsWith("//", StringComparison.Ordinal)));
        var isExplained = IsExplained(lines, found.Line, found.Signature) || reasons.Any(SkipReason.IsGivenIn) || SkipReason.CommentsIn(directive.DescendantTrivia()).Any(SkipReason.SaysWhy);
        var condition = directive is ConditionalDirectiveTriviaSyntax conditional ? $"#{directive.DirectiveNameToken.ValueText} {conditional.Condition}" : "#else of '#if true'";
        return new HiddenTest(found.Name, directive.Span, $"'{condition.Replace("'", "")}' keeps it from the compiler", isExplained);
    }

    // The literal false, or a symbol that only says that something is off.
    private static bool IsNeverCompiled(DirectiveTriviaSyntax directive) => directive switch
    {
        IfDirectiveTriviaSyntax { BranchTaken: false } i => IsNever(i.Condition),
        ElifDirectiveTriviaSyntax { BranchTaken: false } e => IsNever(e.Condition),
        ElseDirectiveTriviaSyntax { BranchTaken: false } other => other.GetRelatedDirectives().FirstOrDefault() is IfDirectiveTriviaSyntax { Condition: LiteralExpressionSyntax { Token.ValueText: "true" } },
        _ => false,
    };

    private static bool IsNever(ExpressionSyntax condition) => condition switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.FalseLiteralExpression),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax literal } => literal.IsKind(SyntaxKind.TrueLiteralExpression),
        ParenthesizedExpressionSyntax inner => IsNever(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and => IsNever(and.Left) || IsNever(and.Right),
        IdentifierNameSyntax name => SkipReason.IsStatus(name.Identifier.ValueText.ToLowerInvariant()) || name.Identifier.ValueText is "NEVER" or "NOTWORKING" or "DISABLED_TESTS",
        _ => false,
    };

    private static (string Name, TextSpan Span, int Line, int Signature)? Find(List<(string Text, int Start)> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.IndexOf('[') < 0 || Attribute.Match(lines[i].Text) is not { Success: true } attribute)
                continue;
            for (var j = i; j < lines.Count && j - i <= MostAttributeLines; j++)
            {
                var text = lines[j].Text;
                if (Signature.Match(text) is { Success: true } signature)
                    return (signature.Groups["name"].Value, new TextSpan(lines[i].Start + attribute.Groups["mark"].Index, attribute.Groups["mark"].Length), i, j);
                if (text.IndexOf(';') >= 0 && text.IndexOf('[') < 0)
                    break;
            }
        }

        return null;
    }

    // An [Ignore("why")] or a comment among the attributes that are hidden with the test.
    private static bool IsExplained(List<(string Text, int Start)> lines, int attribute, int signature) =>
        lines.Skip(attribute).Take(signature - attribute + 1).Any(static l => l.Text is var text && (text.IndexOf("Ignore(", StringComparison.Ordinal) >= 0 || text.IndexOf("uncomment", StringComparison.OrdinalIgnoreCase) >= 0) && SkipReason.IsGivenIn(text));

    private static bool IsClosed(string attribute) => attribute.TrimEnd().EndsWith("]", StringComparison.Ordinal);

    // What the same comment, or the one above it, says before the test.
    private static string ProseOf(SyntaxTrivia first, List<(string Text, int Start)> lines, int line)
    {
        var around = first.Token.LeadingTrivia;
        var at = around.IndexOf(first);
        return string.Join("\n", SkipReason.CommentsIn(around.Take(Math.Max(0, at))).Concat(lines.Take(line).Select(static l => l.Text)));
    }

    // The lines of a comment or region without the comment's signs, each with its place.
    private static IEnumerable<(string Text, int Start)> LinesOf(string text, int offset)
    {
        var isComment = text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal);
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            end = end < 0 ? text.Length : end;
            var start = isComment && from == 0 ? 2 : from;
            if (isComment && from > 0)
            {
                var star = from;
                while (star < end && text[star] is ' ' or '\t')
                    star++;
                start = star < end && text[star] == '*' ? star + 1 : from;
            }

            var line = text.Substring(Math.Min(start, end), Math.Max(0, end - start)).TrimEnd();
            yield return (isComment && line.EndsWith("*/", StringComparison.Ordinal) ? line.Substring(0, line.Length - 2) : line, offset + start);
            from = end + 1;
        }
    }
}
