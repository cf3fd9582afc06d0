using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>The place at which a buffer becomes the key, vector, nonce or salt of a cipher, whatever its own name is.</summary>
internal static class KeyUse
{
    private static readonly HashSet<string> Keyed = new(StringComparer.Ordinal)
    {
        "AesGcm", "AesCcm", "ChaCha20Poly1305", "HMACSHA1", "HMACSHA256", "HMACSHA384", "HMACSHA512", "HMACSHA3_256", "HMACSHA3_384", "HMACSHA3_512", "HMACMD5", "SymmetricSecurityKey", "KeyParameter", "ParametersWithIV", "AeadParameters", "Rfc2898DeriveBytes", "PasswordDeriveBytes",
    };

    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal) { "Key", "IV", "Salt" };

    /// <summary>What the buffer that a call fills is used for first; null where the member does not use it so.</summary>
    public static (SyntaxNode Place, string What)? OfFilled(InvocationExpressionSyntax filling)
    {
        if (filling.ArgumentList.Arguments.FirstOrDefault()?.Expression is not IdentifierNameSyntax { Identifier.ValueText: var buffer }
            || filling.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax) is not { } member)
        {
            return null;
        }

        foreach (var name in member.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == buffer && n.SpanStart > filling.Span.End))
        {
            if (name.Parent is AssignmentExpressionSyntax renewed && renewed.Left == name)
                return null;
            if (UseOf(name) is { } use)
                return use;
        }

        return null;
    }

    private static (SyntaxNode Place, string What)? UseOf(IdentifierNameSyntax buffer) => buffer.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Right == buffer && Settings.Contains(assignment.Left.GetLastToken().ValueText) => (assignment, assignment.Left.GetLastToken().ValueText),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } when ApiUse.SimpleNameOf(creation.Type) is { } type && Keyed.Contains(type) => (creation, type),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when ApiUse.Of(call)?.Member is "CreateEncryptor" or "Pbkdf2" or "DeriveKey" => (call, ApiUse.Of(call)!.Member),
        _ => null,
    };
}
