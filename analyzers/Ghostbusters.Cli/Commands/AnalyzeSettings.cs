using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Cli.Commands;

/// <summary>What one run of <c>analyze</c> was asked for.</summary>
internal sealed record AnalyzeSettings
{
    /// <summary>Makes the request anew for each run, since a watched folder changes.</summary>
    public required Func<AnalysisRequest> Request { get; init; }

    /// <summary>As typed.</summary>
    public required string Path { get; init; }

    /// <summary>For the standard output.</summary>
    public required ReportFormat Format { get; init; }

    /// <summary>Further reports.</summary>
    public required IReadOnlyList<Output> Outputs { get; init; }

    /// <summary>The baseline's path as typed; null for the usual one, where it is there.</summary>
    public required string? Baseline { get; init; }

    /// <summary>Write the baseline instead of comparing with it.</summary>
    public required bool UpdateBaseline { get; init; }

    /// <summary>A git reference; null for none.</summary>
    public required string? DiffReference { get; init; }

    /// <summary>A unified diff's path as typed; null for none.</summary>
    public required string? DiffFile { get; init; }

    /// <summary>Exit code 1 from this severity on; null for never.</summary>
    public required Severity? FailOn { get; init; }

    /// <summary>The least severity that is shown.</summary>
    public required Severity Shown { get; init; }

    /// <summary>A partial result does not make the exit code 2.</summary>
    public required bool AllowPartial { get; init; }

    /// <summary>Show where the time went.</summary>
    public required bool Timings { get; init; }
}
