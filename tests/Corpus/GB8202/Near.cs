using System.Security.Cryptography;

namespace Corpus.GB8202.Near;

public sealed class Modern(RSA key)
{
    public byte[] Encrypt(Aes aes, byte[] data, byte[] iv) => aes.EncryptCbc(data, iv); //@near GB8202

    public Aes Cbc()
    {
        var aes = Aes.Create(); //@near GB8202
        aes.Mode = CipherMode.CBC; //@near GB8202
        return aes;
    }

    public AesGcm Gcm(byte[] material) => new(material, 16); //@near GB8202

    public byte[] Oaep(byte[] data) => key.Encrypt(data, RSAEncryptionPadding.OaepSHA256); //@near GB8202

    public byte[] OaepOld(RSACryptoServiceProvider provider, byte[] data) => provider.Encrypt(data, true); //@near GB8202

    public RSA Long() => RSA.Create(4096); //@near GB8202

    public RSA Default() => RSA.Create(); //@near GB8202

    public RSA FromParameters(RSAParameters parameters) => RSA.Create(parameters); //@near GB8202

    public byte[] SignatureOf(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1); //@near GB8202

    public SymmetricAlgorithm? ByName(string name) => SymmetricAlgorithm.Create(name); //@near GB8202

    public SymmetricAlgorithm? AesByName() => SymmetricAlgorithm.Create("AES"); //@near GB8202

    public bool IsEcb(Aes aes) => aes.Mode == CipherMode.ECB; //@near GB8202
}

/// <summary>Counter mode is built from single blocks.</summary>
public sealed class AesCtrTransform
{
    public ICryptoTransform Keystream(byte[] material)
    {
        var aes = Aes.Create();
        aes.Mode = CipherMode.ECB; //@near GB8202
        aes.Padding = PaddingMode.None;
        return aes.CreateEncryptor(material, null);
    }
}

public sealed class AesCmac
{
    public byte[] Block(Aes aes, byte[] block) => aes.EncryptEcb(block, PaddingMode.None); //@near GB8202
}

public sealed class QuicHeaderProtection
{
    public byte[] Mask(Aes aes, byte[] sample) => aes.EncryptEcb(sample, PaddingMode.None); //@near GB8202
}

public sealed class KeyWrap
{
    public byte[] WrapRound(Aes aes, byte[] value) => aes.EncryptEcb(value, PaddingMode.None); //@near GB8202
}

public sealed class NtlmResponse
{
    public ICryptoTransform Challenge(byte[] key) => DES.Create().CreateEncryptor(key, new byte[8]); //@near GB8202
}

public sealed class VncAuthentication
{
    public byte[] Answer(byte[] challenge, byte[] key)
    {
        using var des = DES.Create(); //@near GB8202
        des.Mode = CipherMode.ECB;
        return des.CreateEncryptor(key, null).TransformFinalBlock(challenge, 0, challenge.Length);
    }
}

public sealed class DesfireCard
{
    public TripleDES Session() => TripleDES.Create(); //@near GB8202
}

public sealed class LegacyArchive
{
    public SymmetricAlgorithm Reader() => TripleDES.Create(); //@near GB8202
}

/// <summary>What was encrypted ten years ago is read, and written anew with something else.</summary>
public sealed class OldRecords
{
    public byte[] Read(byte[] data, byte[] key, byte[] iv)
    {
        using var des = TripleDES.Create(); //@near GB8202
        return des.CreateDecryptor(key, iv).TransformFinalBlock(data, 0, data.Length);
    }
}

/// <summary>Types of one's own that have the names.</summary>
public sealed class Shapes
{
    public static DES Create() => new(); //@near GB8202

    public sealed class DES;
}

/// <summary>The bank says how its messages are signed.</summary>
public sealed class BankPayMessages
{
    public SymmetricAlgorithm Cipher() => DES.Create(); //@near GB8202
}

public sealed class CipherFactory
{
    public SymmetricAlgorithm Make(string name) => name switch
    {
        "aes" => Aes.Create(), //@near GB8202
        "des" => DES.Create(), //@near GB8202
        _ => throw new NotSupportedException(name),
    };
}

public enum CipherKind
{
    ECB,
    CBC,
}

public sealed class CipherView
{
    public CipherKind Mode { get; set; }

    public void Show() => Mode = CipherKind.ECB; //@near GB8202
}
