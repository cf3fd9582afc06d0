using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8212: an initialization vector, nonce or salt that is the same each time, so equal inputs look equal.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticIvOrSalt : DiagnosticAnalyzer
{
    private const string Crypto = "System.Security.Cryptography.";
    private const string Iv = "initialization vector";
    private const string Nonce = "nonce";
    private const string Salt = "salt";

    private static readonly ApiTable<(string What, int Index)> Calls = new()
    {
        { Crypto + "SymmetricAlgorithm.CreateEncryptor", (Iv, 1) }, { Crypto + "SymmetricAlgorithm.EncryptCbc", (Iv, 1) }, { Crypto + "SymmetricAlgorithm.EncryptCfb", (Iv, 1) },
        { Crypto + "AesGcm.Encrypt", (Nonce, 0) }, { Crypto + "AesCcm.Encrypt", (Nonce, 0) }, { Crypto + "ChaCha20Poly1305.Encrypt", (Nonce, 0) },
        { Crypto + "Rfc2898DeriveBytes.#ctor", (Salt, 1) }, { Crypto + "Rfc2898DeriveBytes.Pbkdf2", (Salt, 1) }, { Crypto + "PasswordDeriveBytes.#ctor", (Salt, 1) },
        { "Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation.Pbkdf2", (Salt, 1) },
        { "Org.BouncyCastle.Crypto.Parameters.ParametersWithIV.#ctor", (Iv, 1) }, { "Org.BouncyCastle.Crypto.Parameters.AeadParameters.#ctor", (Nonce, 2) },
        { "BCrypt.Net.BCrypt.HashPassword", (Salt, 1) }, { "Konscious.Security.Cryptography.Argon2id.Salt", (Salt, -1) },
    };

    private static readonly ApiTable<string> Settings = new()
    {
        { Crypto + "SymmetricAlgorithm.IV", Iv }, { Crypto + "Aes.IV", Iv }, { Crypto + "DES.IV", Iv }, { Crypto + "TripleDES.IV", Iv }, { Crypto + "RijndaelManaged.IV", Iv },
        { Crypto + "Rfc2898DeriveBytes.Salt", Salt }, { "Konscious.Security.Cryptography.Argon2.Salt!", Salt }, { "Konscious.Security.Cryptography.Argon2id.Salt!", Salt },
    };

    // Constructions that fix the vector by definition, or a key that is used once.
    private static readonly HashSet<string> Constructions = new(StringComparer.Ordinal)
        { "cmac", "omac", "siv", "mac", "ctr", "drbg", "xts", "ocb", "kdf", "hkdf", "ephemeral", "wrap", "unwrap", "keywrap", "padding", "ige", "gcm", "ecb", "vector", "selftest", "obfuscate", "obfuscation", "obfuscator", "onetime" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8212_StaticIvOrSalt];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeSetting(node, code), SyntaxKind.SimpleAssignmentExpression);
        });
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (ApiUse.ArgumentsOf(context.Node) is not { Count: > 1 } arguments || code.Match(context, context.Node, Calls) is not { } match)
            return;
        var named = arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText is "salt" or "nonce" or "iv" or "rgbIV" or "rgbSalt");
        var argument = named ?? (match.Fact.Index < arguments.Count ? arguments[match.Fact.Index] : null);
        if (argument is not null)
            Analyze(context, argument, argument.Expression, match.Fact.What);
    }

    private static void AnalyzeSetting(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Settings) is { } match && !OnlyDecrypts(assignment))
            Analyze(context, assignment, assignment.Right, match.Fact);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, SyntaxNode place, ExpressionSyntax value, string what)
    {
        if (ConstantBytes.Describe(value, context.SemanticModel, context.CancellationToken) is not { } bytes)
            return;
        var trail = NameTrail.Of(place, withInputs: false);
        if (!ProtocolWords.Demand(trail.All) && !trail.All.Any(n => PurposeWords.Has(n, Constructions)) && !IsEcb(place) && !UsesKeyOnce(place, what))
            ApiCode.Report(context, Descriptors.GB8212_StaticIvOrSalt, place, what, bytes);
    }

    // Where only reading goes on, the vector is whatever the writer took: it is found there.
    private static bool OnlyDecrypts(SyntaxNode node)
    {
        var names = (node.FirstAncestorOrSelf<SyntaxNode>(static n => n is MemberDeclarationSyntax or LocalFunctionStatementSyntax) ?? node).DescendantTokens().Select(static t => t.ValueText).ToList();
        return names.Any(static n => n.StartsWith("CreateDecryptor", StringComparison.Ordinal) || n.StartsWith("Decrypt", StringComparison.Ordinal)) && !names.Any(static n => n.IndexOf("Encrypt", StringComparison.Ordinal) >= 0);
    }

    private static bool IsEcb(SyntaxNode node) => (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node).DescendantTokens().Any(static t => t.ValueText == "ECB");

    // A key that was just generated has no second message.
    private static bool UsesKeyOnce(SyntaxNode node, string what) =>
        what != Salt && (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node).DescendantTokens().Any(static t => t.ValueText is "GenerateKey" or "HKDF" or "DeriveKeyFromHash" or "DeriveKeyMaterial");
}
