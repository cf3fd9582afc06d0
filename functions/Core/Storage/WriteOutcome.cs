namespace Ghostbusters.Functions.Storage;

/// <summary>What became of a write: <see cref="Stored"/>, <see cref="Deleted"/> or <see cref="Conflict"/>.</summary>
public abstract record WriteOutcome
{
    private protected WriteOutcome()
    {
    }
}

/// <summary>The write happened.</summary>
/// <param name="Item">The item as it is now, with its new version.</param>
public sealed record Stored(Item Item) : WriteOutcome;

/// <summary>The item is gone, or was not there.</summary>
public sealed record Deleted : WriteOutcome;

/// <summary>The condition did not hold and nothing was written.</summary>
/// <param name="Existing">What is there; null where nothing is.</param>
public sealed record Conflict(Item? Existing) : WriteOutcome;
