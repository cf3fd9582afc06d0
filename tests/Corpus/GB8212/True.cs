using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;

namespace Corpus.GB8212.True;

public sealed class Vectors(byte[] key)
{
    private const string Start = "0123456789abcdef";
    private static readonly byte[] Fixed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    private static readonly byte[] FromText = Encoding.ASCII.GetBytes(Start);

    public byte[] Inline(Aes aes, byte[] data)
    {
        aes.Key = key;
        aes.IV = new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 }; //@true GB8212
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    public void Zeros(Aes aes) => aes.IV = new byte[16]; //@true GB8212

    public void ZerosOfLocal(Aes aes)
    {
        var zeros = new byte[16];
        aes.IV = zeros; //@true GB8212
    }

    public void Field(Aes aes) => aes.IV = Fixed; //@true GB8212

    public void Text(Aes aes) => aes.IV = FromText; //@true GB8212

    public void Constant(Aes aes) => aes.IV = Encoding.UTF8.GetBytes(Start); //@true GB8212

    public void Base64(Aes aes) => aes.IV = Convert.FromBase64String("AAECAwQFBgcICQoLDA0ODw=="); //@true GB8212

    public void Hex(Aes aes) => aes.IV = Convert.FromHexString("000102030405060708090a0b0c0d0e0f"); //@true GB8212

    public void Utf8(Aes aes) => aes.IV = "0123456789abcdef"u8.ToArray(); //@true GB8212

    public ICryptoTransform Encryptor(Aes aes) => aes.CreateEncryptor(key, Fixed); //@true GB8212

    public ICryptoTransform EncryptorOfZeros(Aes aes) => aes.CreateEncryptor(key, new byte[16]); //@true GB8212

    public byte[] AtOnce(Aes aes, byte[] data) => aes.EncryptCbc(data, Fixed); //@true GB8212

    public SymmetricAlgorithm Initialized() => new RijndaelManaged { Key = key, IV = Fixed }; //@true GB8212

    public void ChaCha(ChaCha20Poly1305 chacha, byte[] data, byte[] target, byte[] tag) => chacha.Encrypt(Fixed, data, target, tag); //@true GB8212
}

public sealed class Salts
{
    private static readonly byte[] Fixed = [9, 8, 7, 6, 5, 4, 3, 2];

    private const string Pepper = "shop-pepper-2024";

    private static byte[] Salt => Encoding.UTF8.GetBytes(Pepper);

    public byte[] Field(string phrase) => Rfc2898DeriveBytes.Pbkdf2(phrase, Fixed, 600_000, HashAlgorithmName.SHA256, 32); //@true GB8212

    public byte[] Property(string phrase) => Rfc2898DeriveBytes.Pbkdf2(phrase, Salt, 600_000, HashAlgorithmName.SHA256, 32); //@true GB8212

    public byte[] Text(string phrase)
    {
        using var derive = new Rfc2898DeriveBytes(phrase, Encoding.UTF8.GetBytes("salt-of-shop"), 600_000, HashAlgorithmName.SHA256); //@true GB8212
        return derive.GetBytes(32);
    }

    public byte[] Bytes(string phrase)
    {
        using var derive = new Rfc2898DeriveBytes(phrase, new byte[] { 0x49, 0x76, 0x61, 0x6e, 0x20, 0x4d, 0x65, 0x64 }, 600_000, HashAlgorithmName.SHA256); //@true GB8212
        return derive.GetBytes(32);
    }

    public byte[] Local(string phrase)
    {
        byte[] salt = [1, 1, 2, 3, 5, 8, 13, 21];
        return KeyDerivation.Pbkdf2(phrase, salt, KeyDerivationPrf.HMACSHA256, 600_000, 32); //@true GB8212
    }

    public byte[] Named(string phrase) => KeyDerivation.Pbkdf2(password: phrase, prf: KeyDerivationPrf.HMACSHA256, salt: Fixed, iterationCount: 600_000, numBytesRequested: 32); //@true GB8212
}
