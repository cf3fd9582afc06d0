using System.Globalization;

namespace Ghostbusters.Functions.Packaging;

/// <summary>How large what is deployed was, commit by commit: a line each of commit, date, context, bytes of the executable, bytes of the archive.</summary>
internal static class SizeTable
{
    private const string Heading = "commit\tdate\tcontext\texecutable\tarchive";

    /// <summary>The table with a line for this commit and context; one that is there is replaced.</summary>
    /// <param name="lines">The table as it is; none where there is no table yet.</param>
    public static IReadOnlyList<string> With(IReadOnlyList<string> lines, string commit, string date, string context, long executable, long archive)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{commit}\t{date}\t{context}\t{executable}\t{archive}");
        var others = lines.Where(known => known != Heading && !(known.Split('\t') is [var its, _, var whose, ..] && its == commit && whose == context));
        return [Heading, .. others, line];
    }
}
