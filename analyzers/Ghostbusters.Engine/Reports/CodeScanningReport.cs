using System.IO.Compression;

namespace Ghostbusters.Engine.Reports;

/// <summary>
/// SARIF as GitHub code scanning takes it. It opens suppressed and unchanged results as alerts, so they are left out;
/// and it refuses a log over its limits, so the gravest findings are kept and a notification says what is missing.
/// </summary>
/// <remarks>
/// Source of the limits: docs.github.com, "SARIF results exceed one or more limits": 25,000 results a run, of which it
/// stores the 5,000 gravest; 1,000 locations a result, of which it stores 100; 10,000 thread flow locations, of which it
/// stores 1,000; 10 of 20 tags a rule; 10 MB of gzip.
/// </remarks>
internal static class CodeScanningReport
{
    public const int MostResults = 25_000;
    public const int MostStoredResults = 5_000;
    public const int MostTags = 10;
    private const int MostLocations = 100;
    private const int MostFlowLocations = 1_000;
    private const long MostCompressedBytes = 10_000_000;

    public static void Write(ReportContent content, Stream output)
    {
        using var log = new MemoryStream();
        for (var most = MostResults; ; most = most * 3 / 4)
        {
            log.SetLength(0);
            var selection = Select(content, most);
            SarifReport.Write(content, selection, log);
            // At no finding there is nothing left to leave out: what remains is the rules and the notices.
            if (FitsCompressed(log) || selection.Findings.IsEmpty)
                break;
        }

        log.WriteTo(output);
    }

    /// <summary>The gravest open findings, in the result's own order.</summary>
    public static SarifSelection Select(ReportContent content, int most)
    {
        ImmutableArray<Finding> open = [.. content.Result.Open];
        var kept = open;
        var remarks = ImmutableArray.CreateBuilder<string>();
        if (open.Length > most)
        {
            kept = [.. open.Select(static (f, i) => (Finding: f, Place: i)).OrderByDescending(static p => p.Finding.Severity).ThenBy(static p => p.Place)
                .Take(most).OrderBy(static p => p.Place).Select(static p => p.Finding)];
            remarks.Add(FormattableString.Invariant(
                $"{open.Length} findings are open and code scanning takes no more than {most} of them in one upload: the {open.Length - most} least grave are left out. The full SARIF profile has all of them."));
        }

        if (kept.Length > MostStoredResults)
        {
            remarks.Add(FormattableString.Invariant(
                $"This log has {kept.Length} results; code scanning stores and shows the {MostStoredResults} gravest of them."));
        }

        return new(kept, IsFull: false, MostLocations, MostFlowLocations, remarks.ToImmutable());
    }

    private static bool FitsCompressed(MemoryStream log)
    {
        if (log.Length <= MostCompressedBytes)
            return true;

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            log.WriteTo(gzip);
        return compressed.Length <= MostCompressedBytes;
    }
}
