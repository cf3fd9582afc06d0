namespace Ghostbusters.Functions.Host.Functions;

/// <summary>When the host must be done, once it has been told to stop.</summary>
internal sealed class StopTime(TimeProvider clock)
{
    private readonly CancellationTokenSource _begun = new();
    private long _told;
    private TimeSpan _grace;

    /// <summary>Signalled when the host was told to stop: nothing new is begun.</summary>
    public CancellationToken Begun => _begun.Token;

    /// <summary>How much of the grace is left; null while nothing was told.</summary>
    public TimeSpan? Remaining => _begun.IsCancellationRequested ? _grace - clock.GetElapsedTime(_told) : null;

    /// <summary>What runs has so long to end.</summary>
    public void Begin(TimeSpan grace)
    {
        _told = clock.GetTimestamp();
        _grace = grace;
        _begun.Cancel();
    }
}
