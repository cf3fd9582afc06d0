using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Engine.Git;

/// <summary>The name of a git object: the SHA-1 of its kind, size and content.</summary>
internal readonly record struct ObjectId(ulong High, ulong Middle, uint Low)
{
    public const int Length = 20;

    public static ObjectId FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]));

    public static bool TryParse(ReadOnlySpan<char> hex, out ObjectId id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (hex.Length != 2 * Length || Convert.FromHexString(hex, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            id = default;
            return false;
        }

        id = FromBytes(bytes);
        return true;
    }

    /// <summary>The id that a file with this content has in git, which names objects by SHA-1; nothing is trusted because of it.</summary>
    public static ObjectId OfBlob(ReadOnlySpan<byte> content)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length}\0"));
        sha.AppendData(content);
        return FromBytes(sha.GetHashAndReset());
    }

    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Middle);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], Low);
    }

    public override string ToString() => $"{High:x16}{Middle:x16}{Low:x8}";
}
