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
        var span = SpanOfWords(root, location.SourceSpan);
        var scope = ScopeAt(root, span);
        var words = WordsWithin(scope, span);
        return words.Count > 0
            ? Hash(ruleId, PathOf(scope), string.Join(" ", words), OrdinalOf(words, scope, span))
            : Hash(ruleId, PathOf(scope), CommentWords(tree, span), OrdinalOfComment(scope, tree, span));
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

    // An empty span says nothing by itself: the token that it stands at does.
    private static TextSpan SpanOfWords(SyntaxNode root, TextSpan span) =>
        CommentWords(root.SyntaxTree, span).Length > 0 || root.FullSpan.IsEmpty ? span : TokenAt(root, span).Span;

    private static SyntaxToken TokenAt(SyntaxNode root, TextSpan span) =>
        root.FindToken(Math.Min(span.Start, Math.Max(0, root.FullSpan.End - 1)), findInsideTrivia: false);

    private static SyntaxNode ScopeAt(SyntaxNode root, TextSpan span) =>
        TokenAt(root, span).Parent?
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
        DelegateDeclarationSyntax d => d.Identifier.ValueText + Arity(d.TypeParameterList),
        MethodDeclarationSyntax m => Explicit(m.ExplicitInterfaceSpecifier) + m.Identifier.ValueText + Arity(m.TypeParameterList) + Parameters(m.ParameterList),
        ConstructorDeclarationSyntax c => (c.Modifiers.Any(SyntaxKind.StaticKeyword) ? ".cctor" : ".ctor") + Parameters(c.ParameterList),
        DestructorDeclarationSyntax => "Finalize",
        OperatorDeclarationSyntax o => Explicit(o.ExplicitInterfaceSpecifier) + "op" + o.CheckedKeyword.ValueText + o.OperatorToken.ValueText + Parameters(o.ParameterList),
        ConversionOperatorDeclarationSyntax c => Explicit(c.ExplicitInterfaceSpecifier) + "op " + c.CheckedKeyword.ValueText + " " + Words(c.Type) + Parameters(c.ParameterList),
        PropertyDeclarationSyntax p => Explicit(p.ExplicitInterfaceSpecifier) + p.Identifier.ValueText,
        IndexerDeclarationSyntax i => Explicit(i.ExplicitInterfaceSpecifier) + "this" + Parameters(i.ParameterList),
        EventDeclarationSyntax e => Explicit(e.ExplicitInterfaceSpecifier) + e.Identifier.ValueText,
        EnumMemberDeclarationSyntax e => e.Identifier.ValueText,
        BaseFieldDeclarationSyntax f => string.Join(",", f.Declaration.Variables.Select(static v => v.Identifier.ValueText)),
        _ => "",
    };

    private static string Arity(TypeParameterListSyntax? list) => list is null ? "" : "`" + list.Parameters.Count;

    private static string Explicit(ExplicitInterfaceSpecifierSyntax? specifier) => specifier is null ? "" : Words(specifier);

    private static string Parameters(BaseParameterListSyntax list) =>
        "(" + string.Join(",", list.Parameters.Select(static p => Passing(p) + (p.Type is null ? "" : Words(p.Type)))) + ")";

    // Overloads may differ in it; `this`, `params` and `scoped` make none.
    private static string Passing(ParameterSyntax parameter) => string.Concat(parameter.Modifiers
        .Where(static m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.InKeyword or SyntaxKind.OutKeyword)
        .Select(static m => m.ValueText + " "));

    // A literal of several lines is the same one under other line ends.
    private static string TextOf(SyntaxToken token) => token.Text.Replace("\r\n", "\n").Replace('\r', '\n');

    private static string Words(SyntaxNode node) => string.Concat(node.DescendantTokens().Select(static t => t.ValueText));

    private static List<string> WordsWithin(SyntaxNode scope, TextSpan span) =>
        [.. scope.DescendantTokens(node => node.FullSpan.IntersectsWith(span)).Where(t => span.Contains(t.Span) && t.Span.Length > 0).Select(TextOf)];

    private static int OrdinalOf(List<string> words, SyntaxNode scope, TextSpan span)
    {
        var before = scope.DescendantTokens().TakeWhile(t => t.SpanStart < span.Start).Where(static t => t.Span.Length > 0).Select(TextOf).ToList();
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
        return words.Length == 0 ? 0 : scope.DescendantTrivia()
            .TakeWhile(t => t.SpanStart < span.Start)
            .Count(t => (t.IsDirective || t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) && Squeeze(t.ToString()).Contains(words));
    }

    private static string Squeeze(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
