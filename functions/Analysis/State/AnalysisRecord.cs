using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Analysis.State;

/// <summary>An analysis as it is kept.</summary>
internal sealed record AnalysisRecord
{
    public required string Id { get; init; }

    public required string Project { get; init; }

    public required SourceOrder Source { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Hash of what was asked for: another request under the same key is refused.</summary>
    public required string Payload { get; init; }

    public required string User { get; init; }

    public AnalyzeOptions Options { get; init; } = new();

    public Phase Phase { get; init; } = Phase.Queued;

    public int Percent { get; init; }

    /// <summary>Grows with each change that is shown.</summary>
    public long Sequence { get; init; } = 1;

    /// <summary>Each phase that was entered.</summary>
    public IReadOnlyList<PhaseEntry> Entries { get; init; } = [];

    /// <summary>The counts of the result; null until there is one.</summary>
    public ResultCounts? Counts { get; init; }

    /// <summary>Why it failed or is partial.</summary>
    public string? Reason { get; init; }

    public AnalysisSummary Summary => new(
        Id, CreatedAt, Project, Source.Ref, Phase.Status(), Phase.Word(), Percent, Counts?.Score, Counts?.Open, Counts?.Errors, Counts?.Warnings, Counts?.Notes,
        Phase == Phase.Done && Counts is { Clean: true }, Reason);
}

/// <summary>When a phase was entered, and as which event.</summary>
internal sealed record PhaseEntry(Phase Phase, long Sequence, int Percent, DateTimeOffset At);

/// <summary>The engine's own counts.</summary>
internal sealed record ResultCounts(double? Score, int Open, int Errors, int Warnings, int Notes, bool Clean);

/// <summary>Where the code comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Repository">Its address, where it is a repository.</param>
/// <param name="Ref">Branch, tag or commit; null: the default branch.</param>
/// <param name="Claim">The bytes, once they are here.</param>
/// <param name="ReportTo">The commit that is told of the outcome; null: none.</param>
internal sealed record SourceOrder(SourceKind Kind, string? Repository, string? Ref, BlobClaim? Claim, string? ReportTo = null);

internal enum SourceKind
{
    Files,
    Archive,
    Repository,
}
