namespace Ghostbusters.Functions.Batches;

/// <summary>When to stop taking messages.</summary>
/// <param name="Remaining">How long the invocation can still run, asked before each message.</param>
/// <param name="StageTime">How long the stage takes at its 99th percentile. A message is begun only where twice that is left.</param>
public sealed record BatchClock(Func<TimeSpan> Remaining, TimeSpan StageTime)
{
    public bool HasTime => Remaining() >= 2 * StageTime;
}
