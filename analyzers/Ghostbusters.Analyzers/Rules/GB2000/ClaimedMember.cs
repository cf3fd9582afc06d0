using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Whether a sentence of a document is about a member: it names it, or has all the words of its name.</summary>
internal static class ClaimedMember
{
    // A sentence with more words is about many things.
    private const int MostWords = 14;

    // They say where a member is, not what it does.
    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "service", "services", "manager", "controller", "repository", "provider", "client", "handler", "helper", "engine", "module", "impl", "default", "i", "util", "utils", "async", "the", "a", "of", "to", "for", "by", "and", "with", "from", "in", "on", "as",
    };

    private static readonly string[] Endings =
        ["ications", "ication", "ations", "ation", "ating", "ators", "ator", "ates", "ated", "ate", "ions", "ion", "ings", "ing", "ers", "er", "ied", "ies", "ed", "es", "e", "s", "y", "or"];

    /// <summary>The first claim that is about the member; null where there is none.</summary>
    public static DoneClaim? Among(IReadOnlyList<DoneClaim> claims, string type, string member) => claims.FirstOrDefault(c =>
        IsNamed(c.Text, type, member) is { } isIt ? isIt : HasWords(c.Text, type, member));

    /// <summary>Whether another member of that name is there and does something: then the sentence may be about that one.</summary>
    public static bool IsAboutAnother(ISymbol member, DoneClaim claim, Compilation compilation, CancellationToken cancellation) =>
        claim.Text.IndexOf(member.ContainingType.Name + "." + member.Name, StringComparison.Ordinal) < 0
        && compilation.GetSymbolsWithName(member.Name, SymbolFilter.Member, cancellation).Any(other =>
            !SymbolEqualityComparer.Default.Equals(other, member) && other is { IsAbstract: false, ContainingType.TypeKind: not TypeKind.Interface }
            && other.DeclaringSyntaxReferences.Any(r => !ThrowsOnly(r.GetSyntax(cancellation))));

    /// <summary>Whether all that the declaration does is to throw that it is not implemented.</summary>
    public static bool ThrowsOnly(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax thrown } => IsNotImplemented(thrown.Expression),
        MethodDeclarationSyntax { Body: { Statements: { Count: >= 1 and <= 3 } statements } } =>
            statements[statements.Count - 1] is ThrowStatementSyntax { Expression: { } last } && IsNotImplemented(last) && statements.Take(statements.Count - 1).All(static s => s is IfStatementSyntax or ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AwaitExpressionSyntax }),
        PropertyDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax thrown } => IsNotImplemented(thrown.Expression),
        PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.All(static a =>
            a.ExpressionBody?.Expression is ThrowExpressionSyntax thrown ? IsNotImplemented(thrown.Expression)
            : a.Body is { Statements: { Count: 1 } only } && only[0] is ThrowStatementSyntax { Expression: { } expression } && IsNotImplemented(expression)),
        _ => false,
    };

    private static bool IsNotImplemented(ExpressionSyntax thrown) =>
        thrown is ObjectCreationExpressionSyntax creation && creation.Type.ToString().Split('.').Last() == "NotImplementedException";

    // `TaxService.CalculateTax`, `CalculateTax()`; a bare word may be anything, and another type's member is none of this one's.
    private static bool? IsNamed(string text, string type, string member)
    {
        for (var at = text.IndexOf(member, StringComparison.Ordinal); at >= 0; at = text.IndexOf(member, at + 1, StringComparison.Ordinal))
        {
            var end = at + member.Length;
            if ((at > 0 && IsOfName(text[at - 1])) || (end < text.Length && IsOfName(text[end])))
                continue;
            if (at > 0 && text[at - 1] == '.')
                return text.Substring(0, at - 1).EndsWith(type, StringComparison.Ordinal);
            if (PascalWords.Of(member).Length > 1 || (end < text.Length && text[end] == '('))
                return true;
        }

        return null;
    }

    private static bool HasWords(string text, string type, string member)
    {
        var sentence = PascalWords.Of(text);
        if (sentence.Length is < 2 or > MostWords)
            return false;
        var name = Stems(PascalWords.Of(member));
        if (name.Count < 2)
            name.UnionWith(Stems(PascalWords.Of(type)));
        return name.Count >= 2 && name.IsSubsetOf(Stems(sentence));
    }

    private static HashSet<string> Stems(IEnumerable<string> words) => new(words.Where(static w => !Roles.Contains(w)).Select(Stem), StringComparer.Ordinal);

    // Calculate, calculates, calculated, calculating, calculation: calcul. It need not be a word: both sides lose the same.
    private static string Stem(string word)
    {
        var stem = word.ToLowerInvariant();
        while (Endings.FirstOrDefault(end => stem.Length - end.Length >= 3 && stem.EndsWith(end, StringComparison.Ordinal)) is { } ending)
            stem = stem.Substring(0, stem.Length - ending.Length);
        return stem;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c == '_';
}
