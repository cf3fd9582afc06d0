using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>
/// A blob as one file: four bytes length of a JSON head, the head, the content. One file, so that head and content appear
/// together by one rename.
/// </summary>
internal static class BlobFile
{
    private const int MaximumHead = 4096;

    public static byte[] WriteHead(BlobHead head)
    {
        using var stream = new MemoryStream();
        stream.Write([0, 0, 0, 0]);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("key", head.Key.Value);
            json.WriteNumber("length", head.Length);
            json.WriteString("sha256", head.Sha256);
            json.WriteString("type", head.ContentType);
            json.WriteEndObject();
        }
        var bytes = stream.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length - 4);
        return bytes;
    }

    /// <summary>Reads the head; the stream is at the content's start then.</summary>
    /// <exception cref="InvalidDataException">The file is none of ours.</exception>
    public static async Task<BlobHead> ReadHeadAsync(Stream file, CancellationToken cancellation)
    {
        var prefix = new byte[4];
        await file.ReadExactlyAsync(prefix, cancellation).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadInt32BigEndian(prefix);
        if (length is <= 0 or > MaximumHead) throw new InvalidDataException("The file is no blob.");
        var bytes = new byte[length];
        await file.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
        var head = document.RootElement;
        return new BlobHead(
            BlobKey.Parse(head.GetProperty("key").GetString()!), head.GetProperty("length").GetInt64(),
            head.GetProperty("sha256").GetString()!, head.GetProperty("type").GetString()!);
    }
}
