using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Shop;

public class SymmetricSecurityKey(byte[] key)
{
    public int Size => key.Length;
}

public class Options
{
    public string Password { get; set; } = "Winter2024!"; //@true GB8205

    public string ClientSecret { get; init; } = "8Q~fake~f4k3f4k3f4k3"; //@true GB8205
}

public static class Keys
{
    private const string ApiKey = "a8f3-fake-77c1-fake-19d0"; //@true GB8205

    public static string Use() => ApiKey + AccessToken;

    // Right-shaped, and nobody's.
    public static readonly string AccessToken = "ghp_FakeFakeFake0123456789abcdefGHIJKLMN"; //@true GB8205

    public const string Pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEfakefakefakefakefakefakefakefakefakefakefakefakefakefakefakefakefakefakefake\n-----END RSA PRIVATE KEY-----"; //@true GB8205

    public static string Aws => "AKIAFAKE0FAKE1QZRT27"; //@true GB8205
}

public class Connections
{
    public string Sql() => "Server=db;Database=shop;User Id=sa;Password=Sa-1234;"; //@true GB8205

    public string Storage() => "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=RmFrZUtleUZha2VLZXlGYWtlS2V5RmFrZUtleQ=="; //@true GB8205

    public string Queue() => "amqp://shop:r4bb1t@queue/"; //@true GB8205

    public NetworkCredential Mail() => new("shop", "M4il-Fake"); //@true GB8205

    public void Configure(Dictionary<string, string> settings)
    {
        settings["Smtp:Password"] = "letmein-now"; //@true GB8205
        settings.Add("Stripe:ApiKey", "f4k3-f4k3-f4k3-f4k3"); //@true GB8205
    }

    public string Signing(Func<string, string?> configuration)
    {
        return configuration("Jwt:SigningKey") ?? "fallback-s1gning-key-0123456789"; //@true GB8205
    }

    public Dictionary<string, string> Pairs() => new()
    {
        { "db_password", "p0stgres-fake" }, //@true GB8205
    };

    public Dictionary<string, string> Map() => new()
    {
        ["client_secret"] = "f4k3S3cr3tF4k3S3cr3t", //@true GB8205
    };
}

public class Signatures
{
    private static readonly byte[] Material = [1, 7, 3, 9, 250, 17, 4, 8, 15, 16];

    public byte[] Mac(byte[] data) => new HMACSHA256(Encoding.UTF8.GetBytes("f4k3-mac-k3y-0123")).ComputeHash(data); //@true GB8205

    public byte[] FromField(byte[] data) => new HMACSHA512(Material).ComputeHash(data); //@true GB8205

    public byte[] FromLocal(byte[] data)
    {
        var text = "local-fake-0123456789";
        var bytes = Encoding.UTF8.GetBytes(text);
        using var mac = new HMACSHA1(bytes); //@true GB8205
        return mac.ComputeHash(data);
    }

    public Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }; //@true GB8205
        return aes;
    }

    public SymmetricSecurityKey Token() => new(Encoding.ASCII.GetBytes("fake-jwt-s1gning-key-9876543210")); //@true GB8205
}

public class Login
{
    public bool IsAdmin(string user, string password)
    {
        if (password == "sesame-open") //@true GB8205
            return true;
        return user.Length > 64;
    }

    public void Connect(string host, string password = "root1234") => Console.WriteLine(host + password.Length); //@true GB8205

    public string Header()
    {
        return "Authorization: glpat-Fake0123456789Fakexy"; //@true GB8205
    }
}
