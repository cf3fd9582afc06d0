namespace Ghostbusters.Functions.Blobs;

/// <summary>What a blob may be made of, with every adapter.</summary>
public static class BlobInput
{
    /// <exception cref="ArgumentException">The stream cannot seek, or the content type is none.</exception>
    public static void Check(Stream content, string contentType)
    {
        if (!content.CanSeek) throw new ArgumentException("A stream that can seek is wanted: it is read once for its hash.", nameof(content));
        if (!UploadRequest.IsContentType(contentType)) throw new ArgumentException("A media type is wanted.", nameof(contentType));
    }
}
