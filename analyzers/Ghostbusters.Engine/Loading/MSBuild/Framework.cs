using System.Globalization;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>A target framework, such as <c>net10.0-windows</c>.</summary>
/// <param name="Identifier"><c>.NETCoreApp</c>, <c>.NETStandard</c> or <c>.NETFramework</c>.</param>
/// <param name="Version">Such as 10.0 or 4.7.2.</param>
/// <param name="Platform">Such as <c>windows</c>; empty where there is none.</param>
internal sealed record Framework(string Identifier, Version Version, string Platform)
{
    public const string Core = ".NETCoreApp", Standard = ".NETStandard", Classic = ".NETFramework";

    public bool IsModern => Identifier == Core && Version.Major >= 5;

    /// <summary>The short name, such as <c>net472</c>.</summary>
    public string Name => (Identifier switch
    {
        Standard => "netstandard" + Version.ToString(2),
        Classic => "net" + Version.ToString(Version.Build > 0 ? 3 : 2).Replace(".", ""),
        _ => (IsModern ? "net" : "netcoreapp") + Version.ToString(2),
    }) + (Platform.Length == 0 ? "" : "-" + Platform);

    /// <summary>Reads a short name; null where it names no framework known here.</summary>
    public static Framework? Parse(string name)
    {
        name = name.Trim().ToLowerInvariant();
        var dash = name.IndexOf('-');
        var platform = dash < 0 ? "" : name[(dash + 1)..].TrimEnd("0123456789.".ToCharArray());
        var head = dash < 0 ? name : name[..dash];
        if (head.StartsWith("netcoreapp", StringComparison.Ordinal)) return Dotted(Core, head[10..], platform);
        if (head.StartsWith("netstandard", StringComparison.Ordinal)) return Dotted(Standard, head[11..], platform);
        if (!head.StartsWith("net", StringComparison.Ordinal)) return null;
        var digits = head[3..];
        if (digits.Contains('.'))
            return Dotted(Core, digits, platform) is { Version.Major: >= 5 } core ? core : Dotted(Classic, digits, platform);
        if (digits.Length is 0 or > 3 || !digits.All(char.IsAsciiDigit)) return null;
        // net6 is how some write net6.0; net4 to net48 and net472 are .NET Framework.
        return digits.Length == 1 && digits[0] >= '5'
            ? Dotted(Core, digits + ".0", platform)
            : Dotted(Classic, string.Join('.', digits.PadRight(2, '0').ToCharArray()), platform);
    }

    /// <summary>Reads <c>$(TargetFrameworkVersion)</c> of an old project, such as <c>v4.7.2</c>.</summary>
    public static Framework? ParseClassic(string version) => Dotted(Classic, version.Trim().TrimStart('v', 'V'), "");

    /// <summary>Whether a library for <paramref name="other"/> can be used here; NuGet's rule in short.</summary>
    public bool IsCompatibleWith(Framework other)
    {
        if (other.Platform.Length > 0 && other.Platform != Platform) return false;
        if (other.Identifier == Identifier) return Version >= other.Version;
        return other.Identifier == Standard && Version >= (Identifier, other.Version) switch
        {
            (Core, { Major: 2, Minor: 1 }) => new Version(3, 0),
            (Core, { Major: 2 }) => new Version(2, 0),
            (Core, _) => new Version(1, 0),
            (_, { Major: 2, Minor: 1 }) => new Version(99, 0),
            (_, { Major: 2 }) => new Version(4, 6, 1),
            (_, { Major: 1, Minor: >= 4 }) => new Version(4, 6, 1),
            (_, { Major: 1, Minor: 3 }) => new Version(4, 6),
            _ => new Version(4, 5),
        };
    }

    private static Framework? Dotted(string identifier, string version, string platform) =>
        Version.TryParse(version, out var parsed) && parsed.Major < 100 ? new Framework(identifier, parsed, platform) : null;

    /// <summary>The symbols that the SDK defines for it.</summary>
    public IEnumerable<string> Symbols()
    {
        switch (Identifier)
        {
            case Standard:
                yield return "NETSTANDARD";
                yield return Invariant($"NETSTANDARD{Version.Major}_{Version.Minor}");
                foreach (var v in Upto("1.0 1.1 1.2 1.3 1.4 1.5 1.6 2.0 2.1"))
                    yield return Invariant($"NETSTANDARD{v.Major}_{v.Minor}_OR_GREATER");
                break;
            case Classic:
                yield return "NETFRAMEWORK";
                yield return Name.ToUpperInvariant();
                foreach (var v in Upto("2.0 3.5 4.0 4.5 4.5.1 4.5.2 4.6 4.6.1 4.6.2 4.7 4.7.1 4.7.2 4.8 4.8.1"))
                    yield return "NET" + v.ToString().Replace(".", "") + "_OR_GREATER";
                break;
            default:
                yield return "NETCOREAPP";
                yield return Invariant($"{(IsModern ? "NET" : "NETCOREAPP")}{Version.Major}_{Version.Minor}");
                if (IsModern) yield return "NET";
                foreach (var v in Upto("1.0 1.1 2.0 2.1 2.2 3.0 3.1"))
                    yield return Invariant($"NETCOREAPP{v.Major}_{v.Minor}_OR_GREATER");
                for (var major = 5; major <= Version.Major; major++)
                    yield return Invariant($"NET{major}_0_OR_GREATER");
                if (Platform.Length > 0) yield return Platform.ToUpperInvariant();
                break;
        }
    }

    private IEnumerable<Version> Upto(string versions) =>
        versions.Split(' ').Select(Version.Parse).Where(version => version <= Version);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
