using System.Text;

namespace Ghostbusters.Engine.Git;

/// <summary>
/// Reads git's own small files. Whoever made the repository made them too, so that a pipe or a device must not hang the tool
/// and a file without end must not fill its memory.
/// </summary>
internal static class GitFile
{
    private const long MaximumTextSize = 64L * 1024 * 1024;

    /// <summary>A text file; null where there is none.</summary>
    public static string? ReadText(string path) =>
        ReadBytes(path, MaximumTextSize) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>A whole file; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is over the limit.</exception>
    public static byte[]? ReadBytes(string path, long limit)
    {
        var file = Resolve(path);
        if (file is null)
            return null;
        // A pipe or a device has the length 0: it is never opened.
        if (file.Length == 0)
            return [];
        if (file.Length > limit)
            throw new InvalidDataException($"The git file '{path}' has {file.Length} bytes, over the limit of {limit}.");
        return File.ReadAllBytes(file.FullName);
    }

    /// <summary>The file itself where the path is a link to one; null where there is none.</summary>
    public static FileInfo? Resolve(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        return file is { Exists: true } ? file : null;
    }
}
