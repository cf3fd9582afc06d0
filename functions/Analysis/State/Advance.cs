namespace Ghostbusters.Functions.Analysis.State;

/// <summary>The state machine: pure functions from record to record; null where the step does not apply.</summary>
internal static class Advance
{
    /// <summary>To a phase, or on within it. Never back, never out of an end; percent never falls.</summary>
    public static AnalysisRecord? To(this AnalysisRecord record, Phase phase, int percent, DateTimeOffset now)
    {
        if (!phase.MayFollow(record.Phase)) return null;
        var shown = Math.Clamp(Math.Max(percent, record.Percent), 0, phase.IsEnd() ? 100 : 99);
        if (phase == record.Phase)
            return shown > record.Percent ? record with { Percent = shown, Sequence = record.Sequence + 1 } : null;
        var sequence = record.Sequence + 1;
        return record with
        {
            Phase = phase,
            Percent = shown,
            Sequence = sequence,
            Entries = [.. record.Entries, new PhaseEntry(phase, sequence, shown, now)],
        };
    }

    /// <summary>The end of an analysis that did not come through: never clean, whatever was counted before.</summary>
    public static AnalysisRecord? Fail(this AnalysisRecord record, string reason, DateTimeOffset now) =>
        record.To(Phase.Failed, record.Percent, now) is { } failed ? failed with { Reason = reason, Counts = null } : null;

    /// <summary>The end of an analysis with a result: <see cref="Phase.Done"/> only where all of it was analysed.</summary>
    public static AnalysisRecord? Finish(this AnalysisRecord record, ResultCounts counts, string? gap, DateTimeOffset now) =>
        record.To(gap is null ? Phase.Done : Phase.Partial, 100, now) is { } ended
            ? ended with { Counts = counts with { Clean = counts.Clean && gap is null }, Reason = gap }
            : null;
}
