using System.Security.Cryptography;

namespace Corpus.GB8203.Keys;

public sealed class Ciphers
{
    public void Set(Aes aes)
    {
        var buffer = new byte[32];
        new Random().NextBytes(buffer);
        aes.Key = buffer; //@true GB8203
    }

    public AesGcm Gcm()
    {
        var random = new Random(7);
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return new AesGcm(bytes, 16); //@true GB8203
    }

    public ChaCha20Poly1305 ChaCha()
    {
        var bytes = new byte[32];
        Random.Shared.NextBytes(bytes);
        return new ChaCha20Poly1305(bytes); //@true GB8203
    }

    public byte[] Mac(byte[] data)
    {
        var block = new byte[64];
        new Random().NextBytes(block);
        using var mac = new HMACSHA256(block); //@true GB8203
        return mac.ComputeHash(data);
    }

    public ICryptoTransform Transform(Aes aes)
    {
        var start = new byte[16];
        new Random().NextBytes(start);
        return aes.CreateEncryptor(aes.Key, start); //@true GB8203
    }

    public AesGcm Good()
    {
        var bytes = new byte[32];
        RandomNumberGenerator.Fill(bytes); //@near GB8203
        return new AesGcm(bytes, 16);
    }

    public AesGcm Refilled()
    {
        var bytes = new byte[32];
        new Random().NextBytes(bytes); //@near GB8203
        bytes = RandomNumberGenerator.GetBytes(32);
        return new AesGcm(bytes, 16);
    }

    public byte[] Encrypted(AesGcm gcm)
    {
        var sample = new byte[32];
        new Random().NextBytes(sample); //@near GB8203
        var result = new byte[32];
        gcm.Encrypt(RandomNumberGenerator.GetBytes(12), sample, result, new byte[16]);
        return result;
    }

    public int Sum()
    {
        var bytes = new byte[32];
        new Random().NextBytes(bytes); //@near GB8203
        return bytes.Sum(static b => b);
    }
}
