using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;

namespace Corpus.GB8211.Near;

public sealed class Slow
{
    private const int Rounds = 600_000;

    public byte[] Many(string phrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(phrase, salt, Rounds, HashAlgorithmName.SHA256, 32); //@near GB8211

    public byte[] Enough(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, 210_000, HashAlgorithmName.SHA512, 32); //@near GB8211

    public byte[] Core(string password, byte[] salt) => KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA256, 100_000, 32); //@near GB8211

    public byte[] Configured(string password, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, 32); //@near GB8211

    public byte[] SetLater(string password, byte[] salt)
    {
        using var derive = new Rfc2898DeriveBytes(password, salt); //@near GB8211
        derive.IterationCount = Rounds;
        return derive.GetBytes(32);
    }

    public string Hasher(PasswordHasher<string> hasher, string user, string password) => hasher.HashPassword(user, password); //@near GB8211

    public PasswordHasherOptions Options() => new() { IterationCount = 300_000 }; //@near GB8211

    public void Newer(PasswordHasherOptions options) => options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3; //@near GB8211
}

public sealed class Others
{
    public byte[] Content(Stream stream) => SHA256.HashData(stream); //@near GB8211

    public string Token(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token))); //@near GB8211

    public string ResetToken(string passwordResetToken) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(passwordResetToken))); //@near GB8211

    public byte[] Mac(byte[] key, string message) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(message)); //@near GB8211

    public byte[] Document(string text) => SHA512.HashData(Encoding.UTF8.GetBytes(text)); //@near GB8211

    public string Etag(byte[] page) => Convert.ToHexString(SHA1.HashData(page)); //@near GB8211

    public string Challenge(string verifier) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))); //@near GB8211

    public byte[] ByPasswordLength(byte[] block, int passwordLength) => SHA256.HashData(block.AsSpan(0, passwordLength)); //@near GB8211
}

/// <summary>The service is asked for the first five digits only.</summary>
public sealed class PwnedPasswords(HttpClient client)
{
    public async Task<bool> IsKnownAsync(string password)
    {
        var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password))); //@near GB8211
        return (await client.GetStringAsync("range/" + hash[..5])).Contains(hash[5..], StringComparison.Ordinal);
    }
}

public sealed class ScramClient
{
    public byte[] Salted(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, 4096, HashAlgorithmName.SHA256, 32); //@near GB8211

    public byte[] StoredKey(byte[] clientKey) => SHA256.HashData(clientKey); //@near GB8211
}

public sealed class MySqlHandshake
{
    public byte[] NativePassword(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password)); //@near GB8211
}

public sealed class PostgresHandshake
{
    public byte[] Md5Password(string password, string user) => MD5.HashData(Encoding.UTF8.GetBytes(password + user)); //@near GB8211
}

public sealed class HttpDigest
{
    public byte[] A1(string user, string realm, string password) => MD5.HashData(Encoding.UTF8.GetBytes($"{user}:{realm}:{password}")); //@near GB8211
}

public sealed class KeePassFile
{
    public byte[] CompositeKey(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password)); //@near GB8211
}

public sealed class WsseHeader
{
    public byte[] PasswordDigest(byte[] nonce, string created, string password) => SHA1.HashData([.. nonce, .. Encoding.UTF8.GetBytes(created + password)]); //@near GB8211
}

public sealed class LegacyLogin
{
    public bool VerifyOldPassword(string password, byte[] stored) => SHA1.HashData(Encoding.UTF8.GetBytes(password)).SequenceEqual(stored); //@near GB8211
}

public sealed class Wpa2
{
    public byte[] PreSharedKeyOfWifi(string passphrase, byte[] ssid) => Rfc2898DeriveBytes.Pbkdf2(passphrase, ssid, 4096, HashAlgorithmName.SHA1, 32); //@near GB8211
}

/// <summary>A hash of one's own that has the name.</summary>
public static class SHA256Lookup
{
    public static int HashData(string password) => password.Length; //@near GB8211
}

public sealed class Ed25519Handshake
{
    public byte[] Expand(byte[] passwordBytes) => SHA512.HashData(passwordBytes); //@near GB8211
}
