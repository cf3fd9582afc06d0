using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>The property functions that project files use for paths, frameworks and versions. None of them reads the machine.</summary>
internal sealed class PropertyFunctions(TreeIndex index)
{
    /// <summary>The folder that stands for the root of the tree, so that project files can calculate with absolute paths.</summary>
    public const string Root = "/_/";

    /// <summary>A path of a project file, absolute or relative to a folder of the tree, as a path of the tree; null where it lies outside.</summary>
    public static string? ToTree(string folder, string path)
    {
        path = path.Trim().Replace('\\', '/');
        if (path.StartsWith(Root, StringComparison.Ordinal) || path + "/" == Root) return TreePath.Combine("", path.Length < Root.Length ? "" : path[Root.Length..]);
        return path.StartsWith('/') || (path.Length > 1 && path[1] == ':') ? null : TreePath.Combine(folder, path);
    }

    /// <summary>A path of the tree as an absolute one.</summary>
    public static string ToAbsolute(string path) => Root + path;

    /// <summary>A folder of the tree as an absolute path with a slash at its end.</summary>
    public static string ToAbsoluteFolder(string folder) => folder.Length == 0 ? Root : Root + folder + "/";

    /// <summary>Calls a static function; null where it is not supported.</summary>
    public string? Call(string type, string method, string[] arguments) => (type.ToLowerInvariant(), method.ToLowerInvariant(), arguments) switch
    {
        ("msbuild", "getpathoffileabove", [var file]) => Above("", file),
        ("msbuild", "getpathoffileabove", [var file, var folder]) => Above(folder, file),
        ("msbuild", "getdirectorynameoffileabove", [var folder, var file]) => Above(folder, file) is { Length: > 0 } path ? path[..path.LastIndexOf('/')] : "",
        ("msbuild", "normalizepath", { Length: > 0 }) => Normalize(string.Join('/', arguments)),
        ("msbuild", "normalizedirectory", { Length: > 0 }) => WithSlash(Normalize(string.Join('/', arguments))),
        ("msbuild", "ensuretrailingslash", [var path]) => path.Length == 0 ? "" : WithSlash(path),
        ("msbuild", "valueordefault", [var value, var fallback]) => value.Length > 0 ? value : fallback,
        ("msbuild", "isosplatform", [var platform]) => Boolean(platform.Equals("Linux", StringComparison.OrdinalIgnoreCase)),
        ("msbuild", "isosunixlike", []) => "True",
        ("msbuild", "istargetframeworkcompatible", [var one, var other]) =>
            Boolean(Framework.Parse(one) is { } target && Framework.Parse(other) is { } candidate && target.IsCompatibleWith(candidate)),
        ("msbuild", "gettargetframeworkidentifier", [var name]) => Framework.Parse(name)?.Identifier ?? "",
        ("msbuild", "gettargetframeworkversion", { Length: 1 or 2 }) => Framework.Parse(arguments[0])?.Version.ToString() ?? "",
        ("msbuild", "gettargetplatformidentifier", [var name]) => Framework.Parse(name)?.Platform ?? "",
        ("msbuild", "versionequals", [var a, var b]) => Compare(a, b) is { } order ? Boolean(order == 0) : null,
        ("msbuild", "versionnotequals", [var a, var b]) => Compare(a, b) is { } order ? Boolean(order != 0) : null,
        ("msbuild", "versiongreaterthan", [var a, var b]) => Compare(a, b) is { } order ? Boolean(order > 0) : null,
        ("msbuild", "versiongreaterthanorequals", [var a, var b]) => Compare(a, b) is { } order ? Boolean(order >= 0) : null,
        ("msbuild", "versionlessthan", [var a, var b]) => Compare(a, b) is { } order ? Boolean(order < 0) : null,
        ("msbuild", "versionlessthanorequals", [var a, var b]) => Compare(a, b) is { } order ? Boolean(order <= 0) : null,
        ("system.io.path", "combine", { Length: > 0 }) => Combine(arguments),
        ("system.io.path", "getfilename", [var path]) => TreePath.NameOf(path.Replace('\\', '/')),
        ("system.io.path", "getfilenamewithoutextension", [var path]) => TreePath.StemOf(path.Replace('\\', '/')),
        ("system.io.path", "getdirectoryname", [var path]) => TreePath.FolderOf(path.Replace('\\', '/')),
        ("system.io.path", "getfullpath", [var path]) => Normalize(path),
        ("system.io.file" or "system.io.directory", "exists", [var path]) => Boolean(index.Find(ToTree("", path)) is not null),
        ("system.string", "isnullorempty", [var text]) => Boolean(text.Length == 0),
        ("system.string", "isnullorwhitespace", [var text]) => Boolean(string.IsNullOrWhiteSpace(text)),
        ("system.string", "copy" or "new", [var text]) => text,
        _ => null,
    };

    /// <summary>Calls a member of a property's text; null where it is not supported.</summary>
    public static string? CallMember(string value, string member, string[] arguments) => (member.ToLowerInvariant(), arguments) switch
    {
        ("startswith", [var text]) => Boolean(value.StartsWith(text, StringComparison.Ordinal)),
        ("endswith", [var text]) => Boolean(value.EndsWith(text, StringComparison.Ordinal)),
        ("startswith", [var text, _]) => Boolean(value.StartsWith(text, StringComparison.OrdinalIgnoreCase)),
        ("endswith", [var text, _]) => Boolean(value.EndsWith(text, StringComparison.OrdinalIgnoreCase)),
        ("contains", [var text]) => Boolean(value.Contains(text, StringComparison.Ordinal)),
        ("equals", [var text]) => Boolean(value == text),
        ("replace", [{ Length: > 0 } from, var to]) => value.Replace(from, to, StringComparison.Ordinal),
        ("tolower" or "tolowerinvariant", []) => value.ToLowerInvariant(),
        ("toupper" or "toupperinvariant", []) => value.ToUpperInvariant(),
        ("tostring", []) => value,
        ("trim", []) => value.Trim(),
        ("trim", [var characters]) => value.Trim(characters.ToCharArray()),
        ("trimstart", [var characters]) => value.TrimStart(characters.ToCharArray()),
        ("trimend", [var characters]) => value.TrimEnd(characters.ToCharArray()),
        ("length", []) => value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ("substring", [var from]) => int.TryParse(from, out var start) && start >= 0 && start <= value.Length ? value[start..] : null,
        ("substring", [var from, var length]) =>
            int.TryParse(from, out var start) && int.TryParse(length, out var count) && start >= 0 && count >= 0 && start <= value.Length - count
                ? value.Substring(start, count) : null,
        _ => null,
    };

    private string Above(string folder, string file) =>
        ToTree("", folder) is { } start && index.FindAbove(start, file) is { } path ? ToAbsolute(path) : "";

    private static string Normalize(string path) => ToTree("", path) is { } inTree ? ToAbsolute(inTree) : path.Replace('\\', '/');

    private static string WithSlash(string path) => path.EndsWith('/') || path.EndsWith('\\') ? path : path + "/";

    private static string Combine(string[] parts)
    {
        var result = "";
        foreach (var part in parts)
            result = part.StartsWith('/') || result.Length == 0 ? part : WithSlash(result) + part;
        return result;
    }

    private static int? Compare(string left, string right) =>
        Parse(left) is { } a && Parse(right) is { } b ? a.CompareTo(b) : null;

    // 1 and 1.0.0.0 are the same version here, and v and what follows - or + do not count.
    private static Version? Parse(string text)
    {
        text = text.Trim().TrimStart('v', 'V');
        if (text.AsSpan().IndexOfAny('-', '+') is var suffix and >= 0) text = text[..suffix];
        return Version.TryParse(text.Contains('.') ? text : text + ".0", out var version)
            ? new Version(version.Major, version.Minor, Math.Max(version.Build, 0), Math.Max(version.Revision, 0))
            : null;
    }

    private static string Boolean(bool value) => value ? "True" : "False";
}
