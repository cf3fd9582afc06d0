namespace Ghostbusters.Engine.References;

/// <summary>A NuGet version, or the lower end of a range, in NuGet's order.</summary>
internal sealed record PackageVersion(Version Number, string Prerelease) : IComparable<PackageVersion>
{
    /// <summary>Reads a version, a range (its lower end) or a floating version (its fixed part); null where it is none.</summary>
    public static PackageVersion? Parse(string text)
    {
        text = text.Trim().TrimStart('[', '(').Split(',')[0].TrimEnd(']', ')').Trim();
        if (text.IndexOf('+') is var metadata and >= 0) text = text[..metadata];
        var dash = text.IndexOf('-');
        var prerelease = dash < 0 ? "" : text[(dash + 1)..];
        var numbers = (dash < 0 ? text : text[..dash]).Replace("*", "0", StringComparison.Ordinal);
        return Version.TryParse(numbers.Contains('.') ? numbers : numbers + ".0", out var number)
            ? new PackageVersion(new Version(number.Major, number.Minor, Math.Max(number.Build, 0), Math.Max(number.Revision, 0)), prerelease)
            : null;
    }

    public int CompareTo(PackageVersion? other)
    {
        if (other is null) return 1;
        var order = Number.CompareTo(other.Number);
        if (order != 0) return order;
        if (Prerelease.Length == 0 || other.Prerelease.Length == 0) return other.Prerelease.Length.CompareTo(Prerelease.Length);
        string[] mine = Prerelease.Split('.'), theirs = other.Prerelease.Split('.');
        for (var i = 0; i < Math.Min(mine.Length, theirs.Length); i++)
        {
            order = (int.TryParse(mine[i], out var a), int.TryParse(theirs[i], out var b)) switch
            {
                (true, true) => a.CompareTo(b),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.Compare(mine[i], theirs[i], StringComparison.OrdinalIgnoreCase),
            };
            if (order != 0) return order;
        }
        return mine.Length.CompareTo(theirs.Length);
    }
}
