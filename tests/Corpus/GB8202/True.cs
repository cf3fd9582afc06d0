using System.Security.Cryptography;
using System.Text;

namespace Corpus.GB8202.True;

public sealed class Des
{
    public byte[] Encrypt(byte[] data, byte[] key, byte[] iv)
    {
        using var des = DES.Create(); //@true GB8202
        using var encryptor = des.CreateEncryptor(key, iv);
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }

    public SymmetricAlgorithm Provider() => new DESCryptoServiceProvider(); //@true GB8202

    public SymmetricAlgorithm Triple() => TripleDES.Create(); //@true GB8202

    public SymmetricAlgorithm TripleProvider() => new TripleDESCryptoServiceProvider(); //@true GB8202

    public SymmetricAlgorithm Rc2() => RC2.Create(); //@true GB8202

    public SymmetricAlgorithm Rc2Provider() => new RC2CryptoServiceProvider(); //@true GB8202
}

public sealed class ByName
{
    private const string Name = "TripleDES";

    public SymmetricAlgorithm? Des() => SymmetricAlgorithm.Create("DES"); //@true GB8202

    public SymmetricAlgorithm? FromConstant() => SymmetricAlgorithm.Create(Name); //@true GB8202

    public SymmetricAlgorithm? FromLocal()
    {
        var name = "3DES";
        return SymmetricAlgorithm.Create(name); //@true GB8202
    }

    public object? FromConfig() => CryptoConfig.CreateFromName("RC2"); //@true GB8202

    public object? FromWholeName() => CryptoConfig.CreateFromName("System.Security.Cryptography.DES"); //@true GB8202
}

public sealed class Ecb
{
    public byte[] EncryptMessage(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = CipherMode.ECB; //@true GB8202
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    public SymmetricAlgorithm Initialized() => new RijndaelManaged { KeySize = 256, Mode = CipherMode.ECB }; //@true GB8202

    public byte[] AtOnce(Aes aes, byte[] data) => aes.EncryptEcb(data, PaddingMode.PKCS7); //@true GB8202

    public void FromLocal(SymmetricAlgorithm algorithm)
    {
        var mode = CipherMode.ECB;
        algorithm.Mode = mode; //@true GB8202
    }

    private static readonly CipherMode ModeOfAll = CipherMode.ECB;

    public void FromField(Aes aes) => aes.Mode = ModeOfAll; //@true GB8202

    public void Managed(AesManaged aes) => aes.Mode = CipherMode.ECB; //@true GB8202
}

public sealed class Rsa(RSA key, RSACryptoServiceProvider provider)
{
    public byte[] Pkcs1(byte[] data) => key.Encrypt(data, RSAEncryptionPadding.Pkcs1); //@true GB8202

    public byte[] ByProvider(byte[] data) => provider.Encrypt(data, false); //@true GB8202

    public byte[] NamedArgument(byte[] data) => provider.Encrypt(data, fOAEP: false); //@true GB8202

    public RSA Short() => RSA.Create(1024); //@true GB8202

    public RSA ShortProvider() => new RSACryptoServiceProvider(512); //@true GB8202

    public RSA FromConstant()
    {
        const int Bits = 768;
        return RSA.Create(Bits); //@true GB8202
    }

    public string Use(string text) => Convert.ToBase64String(Pkcs1(Encoding.UTF8.GetBytes(text)));
}
