using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>The calls that compute or begin a hash.</summary>
internal static class HashApis
{
    private const string Crypto = "System.Security.Cryptography.";
    private const string Named = "";

    /// <summary>The algorithm by the member; empty where an argument names it.</summary>
    public static ApiTable<string> All { get; } = Create();

    /// <summary>Whether the algorithm is broken.</summary>
    public static bool IsBroken(string algorithm) => algorithm is "MD5" or "SHA1" or "MD4" or "MD2" or "RIPEMD160";

    /// <summary>The algorithm that a matched call uses; null where an argument names another, or it cannot be told.</summary>
    public static string? AlgorithmOf(SyntaxNode node, string fact, SemanticModel model, CancellationToken cancellation)
    {
        if (fact != Named)
            return fact;
        foreach (var argument in (node as InvocationExpressionSyntax)?.ArgumentList.Arguments ?? [])
        {
            var origin = ValueOrigin.Of(argument.Expression, model, cancellation);
            var text = origin switch
            {
                LiteralExpressionSyntax { Token.Value: string literal } => literal,
                MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "HashAlgorithmName" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HashAlgorithmName" }, Name.Identifier.ValueText: var name } => name,
                _ => null,
            };
            if (text is not null && Plain(text) is { } algorithm)
                return algorithm;
        }

        return null;
    }

    private static string? Plain(string name)
    {
        var text = name.Substring(name.LastIndexOf('.') + 1).Replace("-", "").ToUpperInvariant();
        return text switch
        {
            "SHA" or "SHA1" or "SHA1MANAGED" or "SHA1CRYPTOSERVICEPROVIDER" => "SHA1",
            "MD5" or "MD5CRYPTOSERVICEPROVIDER" => "MD5",
            "RIPEMD160" => "RIPEMD160",
            "SHA256" or "SHA384" or "SHA512" => text,
            _ => null,
        };
    }

    private static ApiTable<string> Create()
    {
        var table = new ApiTable<string>
        {
            { Crypto + "HashAlgorithm.Create", Named }, { Crypto + "CryptoConfig.CreateFromName", Named }, { Crypto + "IncrementalHash.CreateHash", Named },
            { Crypto + "RSA.SignData", Named }, { Crypto + "RSA.SignHash", Named }, { Crypto + "ECDsa.SignData", Named }, { Crypto + "DSA.SignData", Named }, { Crypto + "RSACryptoServiceProvider.SignData", Named },
            { Crypto + "CryptographicOperations.HashData", Named },
        };
        foreach (var name in new[] { "MD5", "SHA1", "RIPEMD160", "SHA256", "SHA384", "SHA512" })
        {
            table.Add($"{Crypto}{name}.Create", name);
            table.Add($"{Crypto}{name}.HashData", name);
            table.Add($"{Crypto}{name}.HashDataAsync", name);
            foreach (var suffix in new[] { "CryptoServiceProvider", "Managed", "Cng" })
                table.Add($"{Crypto}{name}{suffix}.#ctor", name);
            table.Add($"Org.BouncyCastle.Crypto.Digests.{name[0]}{name.Substring(1).ToLowerInvariant()}Digest.#ctor", name);
        }

        table.Add("Org.BouncyCastle.Crypto.Digests.MD5Digest.#ctor", "MD5");
        table.Add("Org.BouncyCastle.Crypto.Digests.MD4Digest.#ctor", "MD4");
        table.Add("Org.BouncyCastle.Crypto.Digests.MD2Digest.#ctor", "MD2");
        table.Add("Org.BouncyCastle.Crypto.Digests.RipeMD160Digest.#ctor", "RIPEMD160");
        return table;
    }
}
