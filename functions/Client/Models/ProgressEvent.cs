namespace Ghostbusters.Functions.Client.Models;

/// <summary>A step of an analysis.</summary>
/// <param name="Sequence">Grows with each event of the analysis, not by one.</param>
/// <param name="Follows">The sequence of the phase before it; 0 for the first.</param>
/// <param name="Phase">Such as <c>fetching</c>; the last is <c>done</c>, <c>partial</c> or <c>failed</c>.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record ProgressEvent(string AnalysisId, long Sequence, long Follows, string Phase, int Percent, string Status, DateTimeOffset At, string? Reason)
{
    /// <summary>Whether it is the last.</summary>
    public bool IsEnd => Statuses.IsEnd(Status);
}

/// <summary>What the client sends to watch.</summary>
internal sealed record SubscribeMessage(string Action, string AnalysisId, long LastSequence);
