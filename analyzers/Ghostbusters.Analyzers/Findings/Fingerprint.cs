using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Analyzers.Findings;

/// <summary>
/// Identity of a finding: the rule, the member that holds it (by name, not by path or line), the tokens of the flagged
/// span, and which of several equal spans in that member it is.
/// </summary>
/// <remarks>
/// Implementation note: only tokens count, so inserting lines, reformatting, comments and moving the file keep the
/// identity, and changing the flagged expression changes it. A span without tokens lies in a comment or directive; then
/// its words count.
/// </remarks>
public static class Fingerprint
{
    /// <summary>The fingerprint of a finding at this place: 32 hexadecimal digits.</summary>
    public static string Of(string ruleId, Location location)
    {
        if (location.SourceTree is not { } tree)
            return Hash(ruleId, "", "", 0);

        var root = tree.GetRoot();
        var scope = ScopeAt(root, location.SourceSpan);
        var words = WordsWithin(scope, location.SourceSpan);
        return words.Count > 0
            ? Hash(ruleId, PathOf(scope), string.Join(" ", words), OrdinalOf(words, scope, location.SourceSpan))
            : Hash(ruleId, PathOf(scope), CommentWords(tree, location.SourceSpan), OrdinalOfComment(scope, tree, location.SourceSpan));
    }

    private static string Hash(string ruleId, string scope, string words, int ordinal)
    {
        using var sha = SHA256.Create();
        var bytes = sha.ComputeHash(Encoding.UTF8.GetBytes($"{ruleId}\n{scope}\n{words}\n{ordinal}"));
        var text = new StringBuilder(32);
        for (var i = 0; i < 16; i++)
            text.Append(bytes[i].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static SyntaxNode ScopeAt(SyntaxNode root, TextSpan span) =>
        root.FindToken(Math.Min(span.Start, Math.Max(0, root.FullSpan.End - 1)), findInsideTrivia: false).Parent?
            .AncestorsAndSelf().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? root;

    private static string PathOf(SyntaxNode scope)
    {
        var names = scope.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Select(NameOf).Where(static name => name.Length > 0);
        return string.Join(".", names.Reverse());
    }

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax n => n.Name.ToString(),
        TypeDeclarationSyntax t => t.Identifier.ValueText + Arity(t.TypeParameterList),
        BaseTypeDeclarationSyntax t => t.Identifier.ValueText,
        DelegateDeclarationSyntax d => d.Identifier.ValueText,
        MethodDeclarationSyntax m => m.Identifier.ValueText + Arity(m.TypeParameterList) + Parameters(m.ParameterList),
        ConstructorDeclarationSyntax c => ".ctor" + Parameters(c.ParameterList),
        DestructorDeclarationSyntax => "Finalize",
        OperatorDeclarationSyntax o => "op" + o.OperatorToken.ValueText + Parameters(o.ParameterList),
        ConversionOperatorDeclarationSyntax c => "op " + Words(c.Type) + Parameters(c.ParameterList),
        PropertyDeclarationSyntax p => p.Identifier.ValueText,
        IndexerDeclarationSyntax i => "this" + Parameters(i.ParameterList),
        EventDeclarationSyntax e => e.Identifier.ValueText,
        EnumMemberDeclarationSyntax e => e.Identifier.ValueText,
        BaseFieldDeclarationSyntax f => string.Join(",", f.Declaration.Variables.Select(static v => v.Identifier.ValueText)),
        _ => "",
    };

    private static string Arity(TypeParameterListSyntax? list) => list is null ? "" : "`" + list.Parameters.Count;

    private static string Parameters(BaseParameterListSyntax list) =>
        "(" + string.Join(",", list.Parameters.Select(static p => p.Type is null ? "" : Words(p.Type))) + ")";

    private static string Words(SyntaxNode node) => string.Concat(node.DescendantTokens().Select(static t => t.ValueText));

    private static List<string> WordsWithin(SyntaxNode scope, TextSpan span) =>
        [.. scope.DescendantTokens(node => node.FullSpan.IntersectsWith(span)).Where(t => span.Contains(t.Span) && t.Span.Length > 0).Select(static t => t.Text)];

    private static int OrdinalOf(List<string> words, SyntaxNode scope, TextSpan span)
    {
        var before = scope.DescendantTokens().TakeWhile(t => t.SpanStart < span.Start).Select(static t => t.Text).ToList();
        var count = 0;
        for (var start = 0; start + words.Count <= before.Count; start++)
        {
            if (Matches(before, start, words))
                count++;
        }

        return count;
    }

    private static bool Matches(List<string> tokens, int start, List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!string.Equals(tokens[start + i], words[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static string CommentWords(SyntaxTree tree, TextSpan span) => Squeeze(tree.GetText().ToString(span));

    private static int OrdinalOfComment(SyntaxNode scope, SyntaxTree tree, TextSpan span)
    {
        var words = CommentWords(tree, span);
        return scope.DescendantTrivia()
            .TakeWhile(t => t.SpanStart < span.Start)
            .Count(t => (t.IsDirective || t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) && Squeeze(t.ToString()).Contains(words));
    }

    private static string Squeeze(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
