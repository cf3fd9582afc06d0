using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Checks that say of themselves that they let everybody in.</summary>
internal static class OpenDoor
{
    // A word of a name, of a type around it or of its policy.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "anonymous", "open", "bypass", "skip", "permissive", "accept", "any", "anyone", "anybody", "everyone", "everybody", "public", "unrestricted", "development", "dev", "debug", "ignore", "trusting", "optional", "passive",
    };

    private static readonly string[] Reasons =
    [
        "always allow", "always true", "always return", "always succeed", "always valid", "always pass", "by design", "intentional", "deliberate", "no-op", "noop", "no op", "allow all", "allows all", "allow every", "allows every", "allow any", "allows any",
        "everyone", "everybody", "anyone", "anybody", "anonymous", "is public", "bypass", "not required", "no need", "not needed", "not necessary", "is optional", "already", "elsewhere", "by the caller", "checked by", "checked in", "checked at", "verified by", "verified in",
        "validated by", "validated in", "done by", "done in", "handled by", "handled in", "override", "derived", "subclass", "hook", "extension point", "compatib", "obsolete", "deprecated", "for testing", "for tests", "development only", "dev only",
        "not applicable", "nothing to", "irrelevant", "accept any", "accepts any", "accept all", "accepts all", "trust all", "every user may", "all users",
    ];

    /// <summary>Whether its name, its types' names, an attribute or a comment says so.</summary>
    public static bool Is(MemberDeclarationSyntax member) =>
        IsNamed(NameOf(member)) || HonestStub.IsNullObject(NameOf(member))
        || member.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(static t => t is InterfaceDeclarationSyntax || IsNamed(t.Identifier.ValueText) || HonestStub.IsNullObject(t.Identifier.ValueText))
        || member.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => a.Name.ToString().Contains("Obsolete") || a.Name.ToString().Contains("Conditional"))
        || CommentsOf(member).Any(Says);

    /// <summary>Whether a word of the name says so.</summary>
    public static bool IsNamed(string name) => PascalWords.Of(name).Any(Words.Contains);

    private static IEnumerable<string> CommentsOf(MemberDeclarationSyntax member) =>
        member.DescendantTrivia().Concat(member.Parent is TypeDeclarationSyntax type ? type.GetLeadingTrivia() : [])
            .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia).Select(static t => t.ToString());

    private static bool Says(string comment) => Reasons.Any(r => comment.IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string NameOf(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax method ? method.Identifier.ValueText : "";
}
