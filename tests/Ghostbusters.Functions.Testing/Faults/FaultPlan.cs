namespace Ghostbusters.Functions.Testing.Faults;

/// <summary>On which side of a call's effect it fails.</summary>
public enum FaultSide
{
    /// <summary>The call never arrives.</summary>
    Before,

    /// <summary>The call has its effect and the answer is lost.</summary>
    After,
}

/// <summary>
/// Fails at one call, counted over all ports that share the plan, and dies there: later calls fail too until
/// <see cref="Restart"/>, as those of a process that is gone.
/// </summary>
/// <param name="at">Which call, from 0; beyond the last: none fails.</param>
/// <param name="side">On which side of its effect.</param>
public sealed class FaultPlan(int at, FaultSide side)
{
    private int _calls;
    private volatile bool _dead;

    /// <summary>Whether the call was reached.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>How many calls were made.</summary>
    public int Calls => _calls;

    /// <summary>The next process begins; nothing fails any more.</summary>
    public void Restart()
    {
        HasFailed |= _dead;
        _dead = false;
        _calls = int.MinValue / 2;
    }

    internal async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        if (_dead) throw new FaultException();
        var isAt = Interlocked.Increment(ref _calls) - 1 == at;
        if (isAt && side == FaultSide.Before) Die();
        var result = await call();
        if (isAt) Die();
        return result;
    }

    internal Task CallAsync(Func<Task> call) => CallAsync(async () =>
    {
        await call();
        return true;
    });

    private void Die()
    {
        (_dead, HasFailed) = (true, true);
        throw new FaultException();
    }
}

/// <summary>The failure that a plan makes.</summary>
public sealed class FaultException() : Exception("A planned fault.");
