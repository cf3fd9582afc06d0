namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>Fails one call of a forge, once.</summary>
/// <param name="at">Which, from 0.</param>
/// <param name="isAfter">Whether its effect happens all the same: the answer is lost.</param>
/// <param name="status">What is answered.</param>
public sealed class ForgeFault(int at, bool isAfter, int status)
{
    private int _calls = -1;

    /// <summary>Whether there were as many calls.</summary>
    public bool HasFailed => Volatile.Read(ref _calls) >= at;

    internal WireAnswer Answer(Func<WireAnswer> real)
    {
        if (Interlocked.Increment(ref _calls) != at) return real();
        if (isAfter) real();
        return WireAnswer.Refusal(status, "fault");
    }
}
