namespace Ghostbusters.Functions.RateLimits;

/// <summary>
/// The calls of this process that want a token of one bucket at the same moment. One of them takes for all that wait: a hundred
/// that each tried alone would all but one find the bucket changed under them, and be refused though there were tokens.
/// </summary>
/// <param name="take">Takes up to so many tokens: a decision a call.</param>
internal sealed class RateGroup(Func<int, CancellationToken, Task<IReadOnlyList<RateDecision>>> take)
{
    // Never disposed, which it need not be without a wait handle.
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lock _lock = new();
    private List<Waiting> _waiting = [];

    /// <summary>Who gives up while it waits may have taken a token all the same.</summary>
    public async Task<RateDecision> TakeAsync(CancellationToken cancellation)
    {
        var mine = new Waiting();
        lock (_lock) _waiting.Add(mine);
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (mine.Decision is null) await TakeForAllAsync(cancellation).ConfigureAwait(false);
            return mine.Decision!;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task TakeForAllAsync(CancellationToken cancellation)
    {
        List<Waiting> together;
        lock (_lock) (together, _waiting) = (_waiting, []);
        try
        {
            var decisions = await take(together.Count, cancellation).ConfigureAwait(false);
            for (var i = 0; i < together.Count; i++) together[i].Decision = decisions[i];
        }
        catch (OperationCanceledException)
        {
            lock (_lock) _waiting.InsertRange(0, together); // The one that took for all has given up; the next does it.
            throw;
        }
    }

    private sealed class Waiting
    {
        public RateDecision? Decision { get; set; }
    }
}
