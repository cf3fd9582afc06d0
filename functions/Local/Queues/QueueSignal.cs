namespace Ghostbusters.Functions.Local.Queues;

/// <summary>Tells one waiting pump that there is something to receive. A signal that nobody waits for is kept, once.</summary>
internal sealed class QueueSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Raise()
    {
        lock (_lock) _raised.TrySetResult();
    }

    public async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancellation)
    {
        Task raised;
        lock (_lock) raised = _raised.Task;
        try
        {
            await raised.WaitAsync(most, clock, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return; // The longest wait is over: the pump looks again by itself.
        }
        lock (_lock)
            if (_raised.Task == raised) _raised = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
