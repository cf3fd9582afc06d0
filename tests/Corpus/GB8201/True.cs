using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Corpus.GB8201.True;

public sealed class Tokens(string pepper)
{
    public string CreateResetToken(string mail)
    {
        using var md5 = MD5.Create(); //@true GB8201
        var token = Convert.ToHexString(md5.ComputeHash(Encoding.UTF8.GetBytes(mail + pepper)));
        return token;
    }

    public string SessionId(string user) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(user))); //@true GB8201

    public bool IsValid(string text, string accessToken) => accessToken == Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(text))); //@true GB8201

    public byte[] FromName(byte[] data)
    {
        var signature = HashAlgorithm.Create("MD5")!.ComputeHash(data); //@true GB8201
        return signature;
    }

    public byte[] FromProvider(byte[] secret) => new SHA1CryptoServiceProvider().ComputeHash(secret); //@true GB8201

    public byte[] FromManaged(byte[] signed)
    {
        var sha = new SHA1Managed(); //@true GB8201
        return sha.ComputeHash(signed);
    }
}

public static class Signing
{
    public static byte[] SignText(RSA key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1); //@true GB8201

    public static byte[] SignEc(ECDsa key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA1); //@true GB8201

    public static byte[] SignByLocal(RSA key, byte[] data)
    {
        var algorithm = HashAlgorithmName.MD5;
        return key.SignData(data, algorithm, RSASignaturePadding.Pss); //@true GB8201
    }

    public static byte[] SignByProvider(RSACryptoServiceProvider key, byte[] data) => key.SignData(data, "SHA1"); //@true GB8201

    public static byte[] Mac(byte[] key, byte[] data) => new HMACMD5(key).ComputeHash(data); //@true GB8201

    public static byte[] MacAtOnce(byte[] key, byte[] data) => HMACMD5.HashData(key, data); //@true GB8201

    public static string RequestSignature(string query, string secretKey)
    {
        var text = query + secretKey;
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexString(MD5.HashData(bytes)); //@true GB8201
    }
}

public sealed class LicenseFile
{
    private const string Algorithm = "MD5";

    public byte[] LicenseKey(string customer)
    {
        using var hash = (HashAlgorithm)CryptoConfig.CreateFromName(Algorithm)!; //@true GB8201
        return hash.ComputeHash(Encoding.UTF8.GetBytes(customer));
    }

    public byte[] EncryptionKeyOf(string phrase)
    {
        var encryptionKey = MD5.HashData(Encoding.UTF8.GetBytes(phrase)); //@true GB8201
        return encryptionKey;
    }

    public string Incremental(byte[] credentials)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1); //@true GB8201
        hash.AppendData(credentials);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

public static class Signatures
{
    public static string EncryptText(string text) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text))); //@true GB8201
}

public sealed class Gateway
{
    public string Sign(SortedDictionary<string, string> fields, string secret)
    {
        var builder = new StringBuilder();
        foreach (var (name, value) in fields)
            builder.Append(name).Append(value);
        return Hex(builder + secret);
    }

    private static string Hex(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text))); //@true GB8201
}

public sealed class Vouchers
{
    private readonly SHA1 _sha = SHA1.Create();

    public string ActivationCode(string order)
    {
        using var md5 = MD5.Create(); //@true GB8201
        var raw = md5.ComputeHash(Encoding.UTF8.GetBytes(order));
        var activationCode = Convert.ToHexString(raw)[..8];
        return activationCode + _sha.HashSize;
    }

    public byte[] Csrf(string session)
    {
        var csrfToken = SHA1.HashData(Encoding.UTF8.GetBytes(session)); //@true GB8201
        return csrfToken;
    }
}
