namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>How much one entry point may cost, in operations: counted and not timed, so that every run gives the same.</summary>
internal sealed class Budget(int operations)
{
    private int _spent;

    /// <summary>Whether it is used up.</summary>
    public bool IsSpent => _spent >= operations;

    /// <summary>What it has cost so far.</summary>
    public int Spent => _spent;

    /// <summary>Takes a step.</summary>
    public void Spend(int steps = 1) => _spent += steps;
}
