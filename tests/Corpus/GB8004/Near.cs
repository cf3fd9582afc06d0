using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Corpus.GB8004.Near;

public interface IProtocolCipher
{
    byte[] Encrypt(byte[] data);
}

public sealed class PlainStage : IProtocolCipher
{
    public byte[] Encrypt(byte[] data) => data; //@near GB8004
}

public sealed class AesStage(Aes aes) : IProtocolCipher
{
    public byte[] Encrypt(byte[] data) => aes.EncryptCbc(data, RandomNumberGenerator.GetBytes(16)); //@near GB8004
}

public abstract class Stage
{
    // A hook.
    public virtual byte[] Encrypt(byte[] data) => data; //@near GB8004
}

// Its name says what it is.
public sealed class XorScrambler
{
    public static byte[] Encrypt(byte[] data) => [.. data.Select(static b => (byte)(b ^ 42))]; //@near GB8004
}

public static class CaesarCipher
{
    public static string Encrypt(string text) => new([.. text.Select(static c => (char)(c + 3))]); //@near GB8004
}

public sealed class NullProtector
{
    public string Protect(string text) => text; //@near GB8004
}

public sealed class Secrets(IDataProtector protector, IPasswordHasher<string> hasher, byte[] key)
{
    // Encrypts, and writes that in Base64.
    public string EncryptText(string text) //@near GB8004
    {
        using var aes = new AesGcm(key, 16);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var plain = Encoding.UTF8.GetBytes(text);
        var cipher = new byte[plain.Length];
        var tag = new byte[16];
        aes.Encrypt(nonce, plain, cipher, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    // A dependency does it.
    public string EncryptToken(string token) => protector.Protect(token); //@near GB8004

    public string HashPassword(string user, string password) => hasher.HashPassword(user, password); //@near GB8004

    // A method of the class does it.
    public string EncryptMail(string mail) => Convert.ToBase64String(Seal(Encoding.UTF8.GetBytes(mail))); //@near GB8004

    private byte[] Seal(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.GenerateIV();
        return [.. aes.IV, .. aes.EncryptCbc(data, aes.IV)];
    }

    // Not the claim of a cipher.
    public static string EncodeText(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)); //@near GB8004

    public static string Obfuscate(string text) => new([.. text.Reverse()]); //@near GB8004

    public static int EncryptedLength(int length) => (length / 16 + 1) * 16; //@near GB8004

    // The key that it is given takes part.
    public static byte[] Encrypt(byte[] data, byte[] pad) //@near GB8004
    {
        var result = new byte[data.Length];
        for (var i = 0; i < data.Length; i++)
            result[i] = (byte)(data[i] ^ pad[i]);
        return result;
    }

    /// <summary>Obfuscates the text, so that it does not meet the eye; it is no protection.</summary>
    public static string EncryptLightly(string text) => new([.. text.Reverse()]); //@near GB8004

    // The protocol wants it so: the password goes over TLS, and this is how it is written.
    public static string EncryptForLegacyProtocol(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes(password)); //@near GB8004

    // A fingerprint of content, no secret.
    public static string HashContent(string text) => text.GetHashCode(StringComparison.Ordinal).ToString(System.Globalization.CultureInfo.InvariantCulture); //@near GB8004

    // Asks whether it is; encrypts nothing.
    public static bool IsEncrypted(string text) => text.StartsWith("enc:", StringComparison.Ordinal); //@near GB8004

    // The other way round: what it reads was encrypted elsewhere.
    public static byte[] Decrypt(string text) => Convert.FromBase64String(text); //@near GB8004


}

// A cipher that is written by hand: its table and its shifts are more than a way of writing.
public sealed class Blocks
{
    private static readonly uint[] Table = [0x9E3779B9, 0x3C6EF372, 0xDAA66D2B];

    private readonly uint[] _keys;

    public Blocks(uint[] keys)
    {
        _keys = keys;
    }

    public byte[] Encrypt(byte[] block) //@near GB8004
    {
        var left = BitConverter.ToUInt32(block, 0);
        var right = BitConverter.ToUInt32(block, 4);
        for (var round = 0; round < 3; round++)
        {
            left += (right << 4) ^ _keys[round] ^ Table[round];
            right += (left << 4) ^ _keys[round + 1];
        }

        return [.. BitConverter.GetBytes(left), .. BitConverter.GetBytes(right)];
    }
}

// A state that was keyed before.
public sealed class StreamState(byte[] state)
{
    public byte[] Encrypt(byte[] data) //@near GB8004
    {
        var result = new byte[data.Length];
        for (var i = 0; i < data.Length; i++)
            result[i] = (byte)(data[i] ^ state[i % state.Length]);
        return result;
    }
}

// A value of its own that says it is encrypted.
public sealed record EncryptedText(string Text)
{
    public string Encrypt(Func<string, string> how) => how(Text); //@near GB8004
}
