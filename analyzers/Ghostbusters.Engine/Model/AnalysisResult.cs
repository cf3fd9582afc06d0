using Ghostbusters.Engine.Analysis;

namespace Ghostbusters.Engine.Model;

/// <summary>All that one analysis has to say. Equal inputs give equal results.</summary>
public sealed record AnalysisResult
{
    /// <summary>The name of what was analysed: the folder's or archive's, never an absolute path.</summary>
    public required string Target { get; init; }

    /// <summary>In a stable order: path, line, column, rule.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What was not analysed, and rules that failed, in a stable order.</summary>
    public required ImmutableArray<Notice> Notices { get; init; }

    /// <summary>Files and lines.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>From 0 to 1; null where there was nothing to analyse. See <see cref="Analysis.ConfidenceScore"/>.</summary>
    public required double? Score { get; init; }

    /// <summary>What can be done about the open findings, in their order; empty where repairs were not asked for.</summary>
    public ImmutableArray<RecoveryAction> RecoveryActions { get; init; } = [];

    /// <summary>What the rules cost, the dearest first. The one part that differs between equal runs; no report but the timings shows it.</summary>
    public ImmutableArray<RuleTiming> Timings { get; init; } = [];

    /// <summary>Whether the result can be taken as whole.</summary>
    public AnalysisStatus Status =>
        Coverage.FilesFound == 0 ? AnalysisStatus.Nothing
        : Notices.Any(static notice => notice.IsPartial) ? AnalysisStatus.Partial
        : AnalysisStatus.Complete;

    /// <summary>The findings that count: neither suppressed in the code nor in the baseline.</summary>
    public IEnumerable<Finding> Open =>
        Findings.Where(static f => f.Suppression is null && f.BaselineState != BaselineState.Unchanged);
}

/// <summary>Whether a result is whole.</summary>
public enum AnalysisStatus
{
    /// <summary>Everything that was found was analysed.</summary>
    Complete,

    /// <summary>Something was not analysed; the result is never "clean".</summary>
    Partial,

    /// <summary>There is no C# here.</summary>
    Nothing,
}

/// <summary>How much was analysed.</summary>
/// <param name="FilesFound">C# files that belong to a project, or to the folder where there is no project.</param>
/// <param name="FilesAnalysed">Those of them that were parsed and handed to the rules.</param>
/// <param name="Lines">Lines of the analysed files.</param>
/// <param name="Projects">Projects that were compiled.</param>
public sealed record Coverage(int FilesFound, int FilesAnalysed, long Lines, int Projects);
