using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Honest;

public static class Names
{
    public const string Password = "password"; //@near GB8205

    public const string ClientSecret = "client_secret"; //@near GB8205

    public const string ApiKey = "X-Api-Key"; //@near GB8205

    public const string AccessToken = "access_token"; //@near GB8205

    public const string TokenEndpoint = "https://login.example.org/oauth2/v2/token1"; //@near GB8205

    public const string PasswordHash = "PasswordHash2"; //@near GB8205

    public const string AntiforgeryToken = "__RequestVerificationToken2"; //@near GB8205

    public const string PublicKeyToken = "b77a5c561934e089"; //@near GB8205

    public const string PasswordPattern = "^(?=.*[0-9]).{8,}$"; //@near GB8205

    public const string InvalidPassword = "Auth.Error.Password17"; //@near GB8205

    public const string SmtpPassword = "Smtp:Password"; //@near GB8205

    public const string PrivateKeyHeader = "-----BEGIN PRIVATE KEY-----"; //@near GB8205
}

public class Options
{
    public string Password { get; set; } = ""; //@near GB8205

    public string Secret { get; set; } = "<your-secret-here-1>"; //@near GB8205

    public string ApiKey { get; set; } = "${API_KEY_1}"; //@near GB8205

    public string Passphrase { get; set; } = "********"; //@near GB8205

    public string Pwd { get; set; } = "%DB_PASSWORD1%"; //@near GB8205

    public char PasswordChar { get; set; } = '*'; //@near GB8205

    public string RefreshToken { get; set; } = "YOUR-REFRESH-TOKEN-1"; //@near GB8205

    [JsonPropertyName("password1")] //@near GB8205
    public string? Login { get; set; }

    public string Key { get; set; } = "orders-2024-index-07"; //@near GB8205
}

public class Messages
{
    public void Check(string password)
    {
        if (password.Length < 8)
            throw new ArgumentException("The password has fewer than 8 characters.", nameof(password)); //@near GB8205
    }

    public string Ask(string password = "Enter your password 1:") => password; //@near GB8205

    public string Connection(string password) => $"Server=db;User Id=sa;Password={password};"; //@near GB8205

    public string Default() => "Server=localhost;Database=warehouse;User ID=warehouse;Password=warehouse;"; //@near GB8205

    public string Template() => "Server=db;User Id=sa;Password={0};"; //@near GB8205

    public string Trusted() => "Server=db;Integrated Security=true;Password=;"; //@near GB8205

    public string Emulator() => "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="; //@near GB8205

    public string Queue() => "amqp://guest:guest@localhost"; //@near GB8205

    public string Manual() => "https://user:password@host.example/"; //@near GB8205

    public string AwsManual() => "AKIAIOSFODNN7EXAMPLE"; //@near GB8205

    public bool IsGrant(string token) => token == "implicit_grant_2"; //@near GB8205

    public string? Read(IDictionary<string, string> settings) => settings["Smtp:Password1"]; //@near GB8205

    public string? FromEnvironment() => Environment.GetEnvironmentVariable("DB_PASSWORD_1"); //@near GB8205
}

public class Signatures
{
    public byte[] Mac(byte[] key, byte[] data) => new HMACSHA256(key).ComputeHash(data); //@near GB8205

    public byte[] Fresh(byte[] data)
    {
        var key = new byte[32];
        RandomNumberGenerator.Fill(key);
        using var mac = new HMACSHA256(key); //@near GB8205
        return mac.ComputeHash(data);
    }

    public byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes("v1:" + text)); //@near GB8205

    public string Checksum => "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"; //@near GB8205

    public void Token(CancellationToken cancellationToken, string syntaxToken = "OpenBraceToken2000x") => cancellationToken.ThrowIfCancellationRequested(); //@near GB8205
}

public class TorrentClientSettings
{
    public TorrentClientSettings()
    {
        Host = "localhost";
        Port = 8112;
        Password = "tor9rent7"; //@near GB8205
    }

    public string Host { get; set; }

    public int Port { get; set; }

    public string Password { get; set; }
}
