namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>How much one entry point may cost, in operations: counted and not timed, so that every run gives the same.</summary>
/// <param name="operations">What it may cost.</param>
/// <param name="beforeData">What it may cost until data from outside comes in.</param>
internal sealed class Budget(int operations, int beforeData)
{
    private int _spent;
    private bool _hasData;

    /// <summary>Whether it is used up.</summary>
    public bool IsSpent => _spent >= (_hasData ? operations : Math.Min(operations, beforeData));

    /// <summary>What it has cost so far.</summary>
    public int Spent => _spent;

    /// <summary>Takes a step.</summary>
    public void Spend(int steps = 1) => _spent += steps;

    /// <summary>Data from outside has come in: there is something to follow.</summary>
    public void Begin() => _hasData = true;
}
