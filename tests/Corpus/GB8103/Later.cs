using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Later;

/// <summary>Paths that are made before what is in them is checked.</summary>
public class DocumentsController : ControllerBase
{
    private readonly string _root = "/srv/documents";

    [HttpGet("name")]
    public string CheckedAfterwards(string name)
    {
        var path = Path.Combine(_root, name);
        if (name.Contains("..") || name.Contains('/') || name.Contains('\\'))
            return "";
        return System.IO.File.ReadAllText(path); //@near GB8103
    }

    [HttpGet("characters")]
    public string CharactersAfterwards(string name)
    {
        var path = $"{_root}/{name}.txt";
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            throw new ArgumentException("no name of a file");
        return System.IO.File.ReadAllText(path); //@near GB8103
    }

    // The folder is compared with the full form of the path, and the path as it was made is used.
    [HttpGet("full")]
    public string ComparedInFull(string name) => System.IO.File.ReadAllText(PathOf(name)); //@near GB8103

    private string PathOf(string name)
    {
        var path = string.IsNullOrEmpty(name) ? _root : Path.Combine(_root, name.Trim('/'));
        var isInside = Path.GetFullPath(path).StartsWith(_root + "/", StringComparison.Ordinal);
        if (!isInside)
            throw new InvalidOperationException("outside");
        return path;
    }

    // One part of two was checked.
    [HttpGet("two")]
    public string OneOfTwo(string name, string kind)
    {
        var path = Path.Combine(_root, kind, name);
        if (name.Contains("..") || name.Contains('/') || name.Contains('\\'))
            return "";
        return System.IO.File.ReadAllText(path); //@true GB8103
    }

    // Both parts are of one text, and one of them was checked.
    [HttpGet("halves")]
    public string OneHalf(string name)
    {
        var start = name.Substring(0, 2);
        var rest = name.Replace(' ', '-');
        var path = _root + "/" + start + rest;
        if (start.Contains("..") || start.Contains('/') || start.Contains('\\'))
            return "";
        return System.IO.File.ReadAllText(path); //@true GB8103
    }

    // `%2e%2e%2f` holds no dots.
    [HttpGet("decoded")]
    public string Decoded(string name)
    {
        var path = Path.Combine(_root, Uri.UnescapeDataString(name));
        if (name.Contains("..") || name.Contains('/') || name.Contains('\\'))
            return "";
        return System.IO.File.ReadAllText(path); //@true GB8103
    }

    // The check says the opposite.
    [HttpGet("opposite")]
    public string Opposite(string name)
    {
        var path = Path.Combine(_root, name);
        if (Path.GetFullPath(path).StartsWith(_root + "/", StringComparison.Ordinal))
            return "";
        return System.IO.File.ReadAllText(path); //@true GB8103
    }

    // What is found bears the name that it has.
    [HttpDelete("found")]
    public void Found(string prefix)
    {
        foreach (var file in Directory.GetFiles(_root, prefix + "*"))
            System.IO.File.Delete(file); //@near GB8103
    }

    [HttpPost("picture")]
    public void Picture()
    {
        var extension = MimeTypeMap.GetExtension(Request.ContentType ?? "");
        System.IO.File.WriteAllText(Path.Combine(_root, "picture" + extension), ""); //@near GB8103
    }
}

/// <summary>Stands for the packages of this name.</summary>
public static class MimeTypeMap
{
    private static readonly Dictionary<string, string> Known = new() { ["image/png"] = ".png" };

    /// <summary>The extension of a type.</summary>
    public static string GetExtension(string type) => Known.TryGetValue(type, out var extension) ? extension : "";
}
