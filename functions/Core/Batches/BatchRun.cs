namespace Ghostbusters.Functions.Batches;

/// <summary>
/// A batch of queue messages of which some may fail. All are assumed to have failed from the start and successes are taken
/// out, so that whatever ends the run, what was not done is reported and delivered again.
/// </summary>
/// <param name="messages">The batch.</param>
/// <param name="identify">A message's id.</param>
public sealed class BatchRun<T>(IReadOnlyList<T> messages, Func<T, string?> identify)
{
    /// <summary>How many messages of an id have not succeeded. An id that comes twice has succeeded when both have.</summary>
    private readonly Dictionary<string, int> _left = messages
        .Select(identify).Where(static id => !string.IsNullOrEmpty(id)).GroupBy(static id => id!, StringComparer.Ordinal)
        .ToDictionary(static ids => ids.Key, static ids => ids.Count(), StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private int _nameless = messages.Count(m => string.IsNullOrEmpty(identify(m)));

    /// <summary>Ids to be delivered again, as it stands; right at any moment, from any thread.</summary>
    public IReadOnlyList<string> Failed
    {
        get
        {
            lock (_lock) return [.. _left.Keys];
        }
    }

    /// <summary>A message without an id has not succeeded. It cannot be reported, so the whole batch must fail.</summary>
    public bool MustFailWhole
    {
        get
        {
            lock (_lock) return _nameless > 0;
        }
    }

    /// <summary>Handles the messages one after the other until all were tried, time is short or the run is cancelled.</summary>
    /// <param name="handle">Succeeds, or throws.</param>
    /// <param name="report">Is told of each failure, to log it.</param>
    public async Task RunAsync(Func<T, CancellationToken, Task> handle, Action<T, Exception> report, BatchClock clock, CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            if (cancellation.IsCancellationRequested || !clock.HasTime) return;
            try
            {
                await handle(message, cancellation).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                report(message, exception); // It stays in the failure set, so the queue delivers it again.
                continue;
            }
            Succeeded(identify(message));
        }
    }

    private void Succeeded(string? id)
    {
        lock (_lock)
        {
            if (string.IsNullOrEmpty(id)) _nameless--;
            else if (--_left[id] == 0) _left.Remove(id);
        }
    }
}
