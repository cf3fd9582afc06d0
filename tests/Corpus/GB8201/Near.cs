using System.Security.Cryptography;
using System.Text;

namespace Corpus.GB8201.Near;

public sealed class Checksums
{
    public string ETag(byte[] body) => '"' + Convert.ToHexString(MD5.HashData(body)) + '"'; //@near GB8201

    public string CacheKey(string url) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(url))); //@near GB8201

    public bool IsDownloaded(Stream file, string checksum) => Convert.ToHexString(MD5.HashData(file)) == checksum; //@near GB8201

    public string Gravatar(string mail) => "https://www.gravatar.com/avatar/" + Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(mail.Trim()))); //@near GB8201

    public string BlobId(byte[] blob) => Convert.ToHexString(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {blob.Length}\0"), .. blob])); //@near GB8201

    public Guid Version5(byte[] name) => new(SHA1.HashData(name).AsSpan(0, 16)); //@near GB8201

    public Guid Version3(byte[] name) => new(MD5.HashData(name)); //@near GB8201

    public int Shard(string tenant) => MD5.HashData(Encoding.UTF8.GetBytes(tenant))[0] % 16; //@near GB8201

    public string ContentMd5(byte[] part)
    {
        using var md5 = MD5.Create(); //@near GB8201
        return Convert.ToBase64String(md5.ComputeHash(part));
    }

    public bool AreDuplicates(string left, string right) => SHA1.HashData(File.ReadAllBytes(left)).SequenceEqual(SHA1.HashData(File.ReadAllBytes(right))); //@near GB8201

    public string ColorOf(string name) => "#" + Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(name)))[..6]; //@near GB8201
}

public sealed class WebSocketHandshake
{
    public string Accept(string secWebSocketKey) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(secWebSocketKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))); //@near GB8201
}

public sealed class Totp(byte[] secret)
{
    public byte[] Code(long counter) => HMACSHA1.HashData(secret, BitConverter.GetBytes(counter)); //@near GB8201
}

public sealed class OAuth1(byte[] key)
{
    public string Signature(string text) => Convert.ToBase64String(new HMACSHA1(key).ComputeHash(Encoding.ASCII.GetBytes(text))); //@near GB8201
}

public sealed class DigestLogin
{
    public string Response(string user, string realm, string nonce) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes($"{user}:{realm}:{nonce}"))); //@near GB8201
}

public sealed class Strong
{
    public byte[] Token(byte[] secret) => SHA256.HashData(secret); //@near GB8201

    public byte[] Sign(RSA key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pss); //@near GB8201

    public bool VerifyOld(RSA key, byte[] data, byte[] signature) => key.VerifyData(data, signature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1); //@near GB8201

    public byte[] Named(HashAlgorithmName algorithm, byte[] secret)
    {
        using var hash = IncrementalHash.CreateHash(algorithm); //@near GB8201
        hash.AppendData(secret);
        return hash.GetHashAndReset();
    }
}

/// <summary>A type of one's own that has the name.</summary>
public sealed class Md5Panel
{
    public static Md5Panel Create() => new();

    public string Show(string token) => token + Create().GetHashCode(); //@near GB8201
}

public sealed class OtherSigners
{
    public byte[] Signature(string algorithm, byte[] data)
    {
        switch (algorithm)
        {
            case "MD5":
                return MD5.HashData(data); //@near GB8201
            default:
                return SHA256.HashData(data);
        }
    }

    public bool IsSigned(RSACryptoServiceProvider key, byte[] data, byte[] signature) => key.VerifyData(data, MD5.Create(), signature); //@near GB8201
}

public sealed class GitObjects
{
    public string CommitSignatureId(byte[] commit) => Convert.ToHexString(SHA1.HashData(commit)); //@near GB8201
}

public sealed class PieceHashes
{
    public byte[] TorrentInfoHash(byte[] info) => SHA1.HashData(info); //@near GB8201

    public string CertificateThumbprint(byte[] raw) => Convert.ToHexString(SHA1.HashData(raw)); //@near GB8201
}

public static class CryptoMath
{
    public static string Hash(string text) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text))); //@near GB8201

    public static byte[] SubjectKeyIdentifier(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) => SHA1.HashData(certificate.GetPublicKey()); //@near GB8201
}
