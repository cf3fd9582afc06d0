using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Corpus.GB8004.True;

public sealed record Card(string Number);

public sealed class Vault(ILogger<Vault> logger)
{
    private const byte Key = 0x5A;
    private const string Phrase = "orders";
    private static readonly byte[] Mask = [1, 7, 3, 9];

    // Base64 is a way of writing bytes.
    public static string EncryptPassword(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes(password)); //@true GB8004

    // In steps.
    public string EncryptCard(string number) //@true GB8004
    {
        var bytes = Encoding.UTF8.GetBytes(number);
        var text = Convert.ToBase64String(bytes);
        logger.LogDebug("Encrypted {Length} bytes.", bytes.Length);
        return text;
    }

    public static string EncryptToken(string token) => Convert.ToHexString(Encoding.UTF8.GetBytes(token)); //@true GB8004

    public static string EncryptName(byte[] name) => BitConverter.ToString(name).Replace("-", ""); //@true GB8004

    // Each byte with the same one.
    public static byte[] Encrypt(byte[] data) //@true GB8004
    {
        var result = new byte[data.Length];
        for (var i = 0; i < data.Length; i++)
            result[i] = (byte)(data[i] ^ Key);
        return result;
    }

    // With a text that stands in the code.
    public static string EncryptNote(string note) //@true GB8004
    {
        var result = new StringBuilder();
        for (var i = 0; i < note.Length; i++)
            result.Append((char)(note[i] ^ Phrase[i % Phrase.Length]));
        return result.ToString();
    }

    // With bytes that stand in the code, in place.
    public static byte[] EncryptInPlace(byte[] data) //@true GB8004
    {
        for (var i = 0; i < data.Length; i++)
            data[i] ^= Mask[i % Mask.Length];
        return data;
    }

    // Three letters further.
    public static string EncryptText(string text) //@true GB8004
    {
        var result = "";
        foreach (var letter in text)
            result += (char)(letter + 3);
        return result;
    }

    // By LINQ.
    public static string EncryptWord(string word) => new(word.Select(static letter => (char)(letter - 1)).ToArray()); //@true GB8004

    // Turned round.
    public static string EncryptCode(string code) => new(code.Reverse().ToArray()); //@true GB8004

    public static string EncryptSecret(string secret) //@true GB8004
    {
        var letters = secret.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    // As it came.
    public static byte[] EncryptFile(byte[] content) => content; //@true GB8004

    public static byte[] EncryptMessage(string message) => Encoding.UTF8.GetBytes(message); //@true GB8004

    // Compressed.
    public static byte[] EncryptArchive(byte[] archive) //@true GB8004
    {
        using var output = new MemoryStream();
        using (var packer = new GZipStream(output, CompressionLevel.Optimal))
            packer.Write(archive, 0, archive.Length);
        return output.ToArray();
    }

    // The key is a parameter that nothing reads.
    public static string EncryptWithKey(string text, string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)); //@true GB8004

    // Only that there is one is asked.
    public static string EncryptFor(string text, byte[] key) //@true GB8004
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToBase64String(Encoding.Unicode.GetBytes(text));
    }

    // In another method.
    public static string EncryptMail(string mail) => Pack(mail); //@true GB8004

    private static string Pack(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // Twice is not better.
    public static string EncryptTwice(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))); //@true GB8004

    // A task of it.
    public static Task<string> EncryptAsync(string text) => Task.FromResult(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))); //@true GB8004

    // A hash that can be turned back.
    public static string HashPassword(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes(password)); //@true GB8004

    public static string HashPin(string pin) => pin.GetHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture); //@true GB8004

    public static string HashSecret(string secret) => secret.Trim(); //@true GB8004
}

public sealed class TicketProtector
{
    public string Protect(string ticket) => Convert.ToBase64String(Encoding.UTF8.GetBytes(ticket)); //@true GB8004
}
