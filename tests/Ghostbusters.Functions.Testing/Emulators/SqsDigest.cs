using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>The checks for transmission errors that SQS answers with and its clients compare. The protocol names MD5; nothing is protected by it.</summary>
internal static class SqsDigest
{
    public static string OfBody(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>Names in order; of each the name, the type, the kind of value and the value, texts with their length before.</summary>
    public static string? OfAttributes(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count == 0) return null;
        using var bytes = new MemoryStream();
        foreach (var (name, value) in attributes.OrderBy(static a => a.Key, StringComparer.Ordinal))
        {
            Write(bytes, name);
            Write(bytes, "String");
            bytes.WriteByte(1);
            Write(bytes, value);
        }
        return Convert.ToHexStringLower(MD5.HashData(bytes.ToArray()));
    }

    private static void Write(MemoryStream bytes, string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, encoded.Length);
        bytes.Write(length);
        bytes.Write(encoded);
    }
}
