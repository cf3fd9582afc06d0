using System.Security.Cryptography;
using System.Text;

namespace Corpus.GB8212.Near;

public sealed class Vectors(byte[] key)
{
    public byte[] Generated(Aes aes, byte[] data)
    {
        aes.Key = key;
        aes.GenerateIV(); //@near GB8212
        return [.. aes.IV, .. aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length)];
    }

    public void Random(Aes aes) => aes.IV = RandomNumberGenerator.GetBytes(16); //@near GB8212

    public void Filled(Aes aes)
    {
        var iv = new byte[16];
        RandomNumberGenerator.Fill(iv);
        aes.IV = iv; //@near GB8212
    }

    public void FilledByGenerator(Aes aes, RandomNumberGenerator generator)
    {
        var iv = new byte[16];
        generator.GetBytes(iv);
        aes.IV = iv; //@near GB8212
    }

    public void Read(Aes aes, Stream stream)
    {
        var iv = new byte[16];
        stream.ReadExactly(iv);
        aes.IV = iv; //@near GB8212
    }

    public void Copied(Aes aes, byte[] message)
    {
        var iv = new byte[16];
        Array.Copy(message, iv, 16);
        aes.IV = iv; //@near GB8212
    }

    public void Written(Aes aes, int number)
    {
        var iv = new byte[16];
        iv[0] = (byte)number;
        aes.IV = iv; //@near GB8212
    }

    public void Given(Aes aes, byte[] iv) => aes.IV = iv; //@near GB8212

    public void Sliced(Aes aes, byte[] message) => aes.IV = message[..16]; //@near GB8212

    public void FromStore(Aes aes, IDictionary<string, byte[]> store) => aes.IV = store["iv"]; //@near GB8212

    public void FromText(Aes aes, string text) => aes.IV = Convert.FromBase64String(text); //@near GB8212

    public byte[] Decrypt(Aes aes, byte[] data)
    {
        aes.IV = new byte[16]; //@near GB8212
        return aes.CreateDecryptor().TransformFinalBlock(data, 0, data.Length);
    }

    public byte[] Counted(AesGcm gcm, byte[] data, byte[] target, byte[] tag, ulong number)
    {
        var nonce = new byte[12];
        BitConverter.TryWriteBytes(nonce, number);
        gcm.Encrypt(nonce, data, target, tag); //@near GB8212
        return tag;
    }

    public byte[] KeyOfOneMessage(Aes aes, byte[] data)
    {
        aes.GenerateKey();
        return aes.EncryptCbc(data, new byte[16]); //@near GB8212
    }

    public bool IsSame(Aes aes, byte[] iv) => aes.IV.AsSpan().SequenceEqual(iv); //@near GB8212
}

public sealed class Cmac
{
    public byte[] Last(Aes aes, byte[] data) => aes.EncryptCbc(data, new byte[16], PaddingMode.None)[^16..]; //@near GB8212
}

public sealed class CounterMode
{
    public ICryptoTransform Block(Aes aes, byte[] key)
    {
        aes.Mode = CipherMode.ECB; //@near GB8202
        return aes.CreateEncryptor(key, new byte[16]); //@near GB8212
    }
}

public sealed class Salts
{
    public byte[] Generated(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return [.. salt, .. Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32)]; //@near GB8212
    }

    public byte[] Stored(string password, byte[] stored) => Rfc2898DeriveBytes.Pbkdf2(password, stored.AsSpan(0, 16).ToArray(), 600_000, HashAlgorithmName.SHA256, 32); //@near GB8212

    public byte[] OfUser(string password, Guid user) => Rfc2898DeriveBytes.Pbkdf2(password, user.ToByteArray(), 600_000, HashAlgorithmName.SHA256, 32); //@near GB8212

    public byte[] OfMail(string password, string mail) => Rfc2898DeriveBytes.Pbkdf2(password, Encoding.UTF8.GetBytes(mail), 600_000, HashAlgorithmName.SHA256, 32); //@near GB8212

    public byte[] BySize(string password)
    {
        using var derive = new Rfc2898DeriveBytes(password, 16, 600_000, HashAlgorithmName.SHA256); //@near GB8212
        return [.. derive.Salt, .. derive.GetBytes(32)];
    }
}

/// <summary>A property of one's own that has the name.</summary>
public sealed class Roman
{
    public byte[] IV { get; set; } = [];

    public void Four() => IV = [4]; //@near GB8212
}
