namespace Ghostbusters.Functions.Packaging;

/// <summary>Holds executables to the C library of Amazon Linux 2023, on which they run.</summary>
internal static class GlibcGate
{
    /// <summary>Amazon Linux 2023's.</summary>
    public static readonly Version Newest = new(2, 34);

    private const string Prefix = "GLIBC_";

    /// <summary>What is needed that is not there, as <c>libc.so.6 GLIBC_2.38</c>.</summary>
    /// <exception cref="InvalidDataException">The file needs no version of the C library at all: it is not what was to be checked.</exception>
    public static IReadOnlyList<string> Refusals(byte[] executable)
    {
        var needs = ElfNeeds.Read(executable).Where(static need => need.Version.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        if (needs.Count == 0) throw new InvalidDataException("The executable names no version of the C library.");
        return [.. needs.Where(static need => !IsThere(need.Version[Prefix.Length..])).Select(static need => $"{need.Library} {need.Version}")];
    }

    /// <summary>Versions without a number (`GLIBC_PRIVATE`, `GLIBC_ABI_DT_RELR`) are promises of another kind, which older libraries do not keep.</summary>
    private static bool IsThere(string version) => Version.TryParse(version, out var needed) && needed <= Newest;
}
