using System.Buffers;

namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>Copies what comes in, up to a limit, with a buffer and no more memory.</summary>
internal static class BoundedCopy
{
    private const int BufferLength = 64 * 1024;

    /// <exception cref="OutboundException">There is more than the limit.</exception>
    public static async Task CopyAsync(Stream from, Stream to, long maximum, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var left = maximum;
            while (await from.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
            {
                left -= read;
                if (left < 0) throw new OutboundException($"there are more than {maximum} bytes");
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A small answer as bytes.</summary>
    /// <exception cref="OutboundException">There is more than the limit.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int maximum, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await CopyAsync(stream, bytes, maximum, cancellation).ConfigureAwait(false);
        return bytes.ToArray();
    }
}
