using System.Security.Cryptography;
using System.Text;

namespace Corpus.GB8203.True;

public sealed class Accounts
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private static readonly Random Chance = new();

    public string GeneratePassword(int length)
    {
        var random = new Random();
        var builder = new StringBuilder();
        for (var i = 0; i < length; i++)
            builder.Append(Alphabet[random.Next(Alphabet.Length)]); //@true GB8203
        return builder.ToString();
    }

    public string ResetToken()
    {
        var resetToken = Chance.Next(100000, 999999).ToString(); //@true GB8203
        return resetToken;
    }

    public byte[] NewSalt()
    {
        var salt = new byte[16];
        new Random().NextBytes(salt); //@true GB8203
        return salt;
    }

    public string SessionId() => Random.Shared.NextInt64().ToString("x"); //@true GB8203

    public string Otp() => Random.Shared.Next(0, 1_000_000).ToString("D6"); //@true GB8203

    public string VerificationCode => new Random().Next(1000, 9999).ToString(); //@true GB8203

    public string ApiKey() => new([.. Enumerable.Range(0, 32).Select(_ => Alphabet[Random.Shared.Next(Alphabet.Length)])]); //@true GB8203

    public string TemporaryPassword() => "T-" + Chance.Next(); //@true GB8203
}

public sealed class Ciphers
{
    public Aes Vector()
    {
        var aes = Aes.Create();
        var iv = new byte[16];
        var random = new Random(Environment.TickCount);
        random.NextBytes(iv); //@true GB8203
        aes.IV = iv;
        return aes;
    }

    public byte[] EncryptionKey()
    {
        var encryptionKey = new byte[32];
        Random.Shared.NextBytes(encryptionKey); //@true GB8203
        return encryptionKey;
    }

    public string Nonce()
    {
        var random = new Random();
        var nonce = random.Next().ToString(); //@true GB8203
        return nonce;
    }

    public byte[] SecretKeyOf(int size)
    {
        var bytes = new byte[size];
        for (var i = 0; i < size; i++)
            bytes[i] = (byte)Random.Shared.Next(256); //@true GB8203
        return bytes;
    }
}

public sealed record Invitation(string Mail, string SecurityCode);

public sealed class Invitations
{
    private readonly Random _random = new();

    public Invitation Invite(string mail) => new(mail, SecurityCode: _random.Next(100000, 999999).ToString()); //@true GB8203

    public string ActivationCode()
    {
        var chars = new char[8];
        for (var i = 0; i < chars.Length; i++)
            chars[i] = (char)('A' + _random.Next(26)); //@true GB8203
        return new string(chars);
    }
}

public sealed class Csrf
{
    public string CreateCsrfToken()
    {
        var random = new Random();
        var bytes = new byte[8];
        random.NextBytes(bytes); //@true GB8203
        return Convert.ToHexString(bytes);
    }
}

public sealed class Users
{
    public string? PasswordOfUser { get; set; }

    public void Reset() => PasswordOfUser = Draw(10);

    private static string Draw(int length)
    {
        var text = "";
        var random = new Random();
        while (text.Length < length)
            text += (char)random.Next('a', 'z'); //@true GB8203
        return text;
    }
}

public sealed class Login
{
    public string LoginToken(string user)
    {
        var number = Random.Shared.Next(); //@true GB8203
        return user + ":" + number;
    }

    public string PinOfCard()
    {
        var pin = new Random().Next(10000).ToString("0000"); //@true GB8203
        return pin;
    }

    public string AuthToken() => new(Random.Shared.GetItems<char>("0123456789abcdef", 32)); //@true GB8203

    public void SetPin(IDictionary<string, string> card) => card["pin"] = Random.Shared.Next(1000, 9999).ToString(); //@true GB8203
}
