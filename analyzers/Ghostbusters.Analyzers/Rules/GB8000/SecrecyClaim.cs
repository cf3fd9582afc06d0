using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>What a method says that it makes unreadable.</summary>
/// <param name="Words">The promise in prose.</param>
/// <param name="IsHash">Whether nobody is to read it again; else who has the key may.</param>
internal sealed record SecrecyClaim(string Words, bool IsHash)
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "encrypt", "encipher", "cipher" };

    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "password", "passwd", "pwd", "passphrase", "pin", "secret", "credential", "credentials", "passcode" };

    // By which a name says itself how little it does.
    private static readonly HashSet<string> Modest = new(StringComparer.Ordinal)
        { "xor", "rot", "rot13", "caesar", "cesar", "base64", "hex", "scramble", "obfuscate", "obfuscated", "obfuscator", "obfuscation", "vigenere", "compress", "zip", "mask", "plain", "encode", "encoding", "reverse", "weak", "trivial", "atbash", "substitution", "layout", "size", "length", "puzzle", "game", "classic", "legacy" };

    private static readonly string[] Reasons =
        ["obfuscat", "not encrypt", "no encryption", "not secure", "insecure", "no security", "not safe", "demo", "legacy", "compatib", "not meant to", "by the caller", "at the server", "at rest", "protocol", "by design", "intentional", "deliberate", "xor", "caesar", "rot13", "scrambl", "placeholder for tests"];

    /// <summary>The claim of a method; null where it makes none, or owns up to how little it does.</summary>
    public static SecrecyClaim? Of(MethodDeclarationSyntax method)
    {
        var words = WordsOf(method.Identifier.ValueText);
        var types = method.Ancestors().OfType<TypeDeclarationSyntax>().SelectMany(static t => WordsOf(t.Identifier.ValueText)).ToList();
        if (words.Count == 0 || words.Concat(types).Any(Modest.Contains) || OpenDoor.Is(method) || HonestStub.SaysItIsMissing(method) || CommentsOf(method).Any(static c => Reasons.Any(r => c.IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0)))
            return null;
        if (Verbs.Contains(words[0]) || (words[0] is "protect" or "seal" && types.Any(static t => t.StartsWith("encrypt", StringComparison.Ordinal) || t.StartsWith("crypt", StringComparison.Ordinal) || t is "protector" or "protection" or "cipher" or "vault")))
            return new SecrecyClaim(string.Join(" ", words), IsHash: false);
        return words[0] == "hash" && words.Skip(1).Any(Hidden.Contains) ? new SecrecyClaim(string.Join(" ", words), IsHash: true) : null;
    }

    private static IEnumerable<string> CommentsOf(MethodDeclarationSyntax method) => method.DescendantTrivia().Concat(method.Parent is TypeDeclarationSyntax type ? type.GetLeadingTrivia() : [])
        .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
        .Select(static t => t.ToString());

    private static List<string> WordsOf(string name) => [.. PascalWords.Of(name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name).Select(static w => w.ToLowerInvariant())];
}
