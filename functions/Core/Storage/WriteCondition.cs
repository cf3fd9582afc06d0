namespace Ghostbusters.Functions.Storage;

/// <summary>What must be there for a write to happen. An expired item is not there.</summary>
public abstract record WriteCondition
{
    private protected WriteCondition()
    {
    }

    /// <summary>Nothing is asked.</summary>
    public static WriteCondition None { get; } = new Unconditional();

    /// <summary>Nothing is there.</summary>
    public static WriteCondition Absent { get; } = new ItemAbsent();

    /// <summary>An item is there, of any version.</summary>
    public static WriteCondition Present { get; } = new ItemPresent();

    /// <summary>The item is there as it was read.</summary>
    public static WriteCondition VersionIs(long version) => new ItemVersion(version);
}

public sealed record Unconditional : WriteCondition;

public sealed record ItemAbsent : WriteCondition;

public sealed record ItemPresent : WriteCondition;

public sealed record ItemVersion(long Version) : WriteCondition;
