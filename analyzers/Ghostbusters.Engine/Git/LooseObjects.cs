using System.Globalization;
using System.Text;

namespace Ghostbusters.Engine.Git;

/// <summary>The objects that git stores one to a file, below <c>objects/xx/</c>.</summary>
internal sealed class LooseObjects(string folder)
{
    private const int LongestHeader = 32;

    /// <summary>One object; null where it is not here.</summary>
    /// <exception cref="InvalidDataException">It is damaged or over the limit.</exception>
    public GitObject? Read(ObjectId id, int maximumSize)
    {
        var name = id.ToString();
        // Deflate never makes data much longer, so a longer file cannot be an object within the limit.
        if (GitFile.ReadBytes(Path.Combine(folder, name[..2], name[2..]), maximumSize + 65_536L) is not { } compressed)
            return null;

        var what = $"The git object {name}";
        var (kind, size, headerLength) = ReadHeader(compressed, what);
        if (size > maximumSize)
            throw new InvalidDataException($"{what} has {size} bytes, over the limit of {maximumSize}.");
        var whole = ZlibData.Inflate(new MemoryStream(compressed), headerLength + (int)size, what);
        return new GitObject(kind, whole[headerLength..]);
    }

    /// <summary>The ids that start with these hexadecimal digits, four or more.</summary>
    public IEnumerable<ObjectId> StartingWith(string prefix)
    {
        var directory = new DirectoryInfo(Path.Combine(folder, prefix[..2]));
        if (!directory.Exists)
            yield break;
        foreach (var file in directory.EnumerateFiles(prefix[2..] + "*"))
        {
            if (ObjectId.TryParse(prefix[..2] + file.Name, out var id))
                yield return id;
        }
    }

    /// <summary>The kind in words, a blank, the size in digits and a zero.</summary>
    private static (GitObjectKind Kind, long Size, int Length) ReadHeader(byte[] compressed, string what)
    {
        var header = ZlibData.InflateStart(new MemoryStream(compressed), LongestHeader, what).AsSpan();
        var end = header.IndexOf((byte)0);
        var words = Encoding.ASCII.GetString(header[..Math.Max(end, 0)]).Split(' ');
        GitObjectKind? kind = words[0] switch
        {
            "commit" => GitObjectKind.Commit,
            "tree" => GitObjectKind.Tree,
            "blob" => GitObjectKind.Blob,
            "tag" => GitObjectKind.Tag,
            _ => null,
        };
        if (kind is not { } known || words.Length != 2 || !long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            throw new InvalidDataException($"{what} is damaged: its header is not one of a git object.");
        return (known, size, end + 1);
    }
}
