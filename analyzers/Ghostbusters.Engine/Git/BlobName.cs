namespace Ghostbusters.Engine.Git;

/// <summary>What git calls a file's content.</summary>
public static class BlobName
{
    /// <summary>The id that a file of these bytes has in git: 40 lower-case hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> content) => ObjectId.OfBlob(content).ToString();
}
