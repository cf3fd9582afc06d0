using Ghostbusters.Analyzers.Symbols;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Ciphers that are broken or too short, and what to say of each.</summary>
internal static class CipherApis
{
    private const string Crypto = "System.Security.Cryptography.";
    private const string Bouncy = "Org.BouncyCastle.Crypto.Engines.";
    private const string Des = "DES has keys of 56 bits";
    private const string TripleDes = "3DES has blocks of 64 bits";
    private const string Rc2 = "RC2 has blocks of 64 bits";

    /// <summary>What makes one.</summary>
    public static ApiTable<string> Weak { get; } = new()
    {
        { Crypto + "DES.Create", Des }, { Crypto + "DESCryptoServiceProvider.#ctor", Des }, { Bouncy + "DesEngine.#ctor", Des },
        { Crypto + "TripleDES.Create", TripleDes }, { Crypto + "TripleDESCryptoServiceProvider.#ctor", TripleDes }, { Crypto + "TripleDESCng.#ctor", TripleDes }, { Bouncy + "DesEdeEngine.#ctor", TripleDes },
        { Crypto + "RC2.Create", Rc2 }, { Crypto + "RC2CryptoServiceProvider.#ctor", Rc2 }, { Bouncy + "RC2Engine.#ctor", Rc2 },
        { Bouncy + "RC4Engine.#ctor", "RC4 leaks its key" }, { Bouncy + "BlowfishEngine.#ctor", "Blowfish has blocks of 64 bits" }, { Bouncy + "IdeaEngine.#ctor", "IDEA has blocks of 64 bits" },
        { Bouncy + "TeaEngine.#ctor", "TEA has equivalent keys" }, { Bouncy + "SkipjackEngine.#ctor", "Skipjack has keys of 80 bits" },
    };

    /// <summary>What makes a cipher by the name that is its argument.</summary>
    public static ApiTable<bool> ByName { get; } = new() { { Crypto + "SymmetricAlgorithm.Create", true }, { Crypto + "CryptoConfig.CreateFromName", true }, { "Org.BouncyCastle.Security.CipherUtilities.GetCipher", true } };

    /// <summary>Sets a mode.</summary>
    public static ApiTable<bool> Mode { get; } = new() { { Crypto + "SymmetricAlgorithm.Mode", true }, { Crypto + "Aes.Mode", true }, { Crypto + "AesManaged.Mode", true }, { Crypto + "AesCryptoServiceProvider.Mode", true }, { Crypto + "RijndaelManaged.Mode", true }, { Crypto + "Rijndael.Mode", true } };

    /// <summary>Encrypts in a mode that its name says.</summary>
    public static ApiTable<bool> EcbCalls { get; } = new() { { Crypto + "SymmetricAlgorithm.EncryptEcb", true }, { Crypto + "SymmetricAlgorithm.TryEncryptEcb", true } };

    /// <summary>Encrypts with a public key, under a padding that is the second argument.</summary>
    public static ApiTable<bool> RsaEncrypt { get; } = new() { { Crypto + "RSA.Encrypt", true }, { Crypto + "RSACryptoServiceProvider.Encrypt", true }, { Crypto + "RSACng.Encrypt", true } };

    /// <summary>Wraps or unwraps a key for whoever has a key pair; what does it says with which padding.</summary>
    public static ApiTable<bool> KeyExchange { get; } = new()
    {
        { Crypto + "AsymmetricKeyExchangeFormatter.CreateKeyExchange", true }, { Crypto + "RSAPKCS1KeyExchangeFormatter.CreateKeyExchange", true },
        { Crypto + "AsymmetricKeyExchangeDeformatter.DecryptKeyExchange", true }, { Crypto + "RSAPKCS1KeyExchangeDeformatter.DecryptKeyExchange", true },
    };

    /// <summary>Makes a key pair of the size that is the argument.</summary>
    public static ApiTable<int> KeySize { get; } = new()
    {
        { Crypto + "RSA.Create", 2048 }, { Crypto + "RSACryptoServiceProvider.#ctor", 2048 }, { Crypto + "RSACng.#ctor", 2048 }, { Crypto + "DSA.Create", 2048 }, { Crypto + "DSACryptoServiceProvider.#ctor", 2048 },
    };

    /// <summary>What a cipher's name says against it; null where nothing.</summary>
    public static string? WeaknessOf(string name)
    {
        var parts = name.Substring(name.LastIndexOf('.') + 1).ToUpperInvariant().Split('/');
        return parts[0] switch
        {
            "DES" or "DESCRYPTOSERVICEPROVIDER" => Des,
            "3DES" or "TRIPLEDES" or "TRIPLE DES" or "DESEDE" or "TRIPLEDESCRYPTOSERVICEPROVIDER" => TripleDes,
            "RC2" or "RC2CRYPTOSERVICEPROVIDER" => Rc2,
            "RC4" or "ARC4" or "ARCFOUR" => "RC4 leaks its key",
            "BLOWFISH" => "Blowfish has blocks of 64 bits",
            _ => parts.Length > 1 && parts[1] == "ECB" && parts[0] != "RSA" ? "ECB shows which blocks are equal" : null,
        };
    }
}
