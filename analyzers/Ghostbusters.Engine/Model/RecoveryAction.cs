namespace Ghostbusters.Engine.Model;

/// <summary>What can be done about one finding.</summary>
/// <param name="Type">The kind of repair, such as <c>await-the-task</c>.</param>
/// <param name="RuleId">The rule whose finding it mends.</param>
/// <param name="Fingerprint">The finding's.</param>
/// <param name="Status">Whether it holds.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="Patch">A unified diff of the repair alone; null where none holds.</param>
public sealed record RecoveryAction(string Type, string RuleId, string Fingerprint, RecoveryStatus Status, string Description, string? Patch);

/// <summary>How a repair fared.</summary>
public enum RecoveryStatus
{
    /// <summary>The repaired code compiles, has lost exactly its finding and gained none.</summary>
    Proved,

    /// <summary>The rule has a repair, but here none could be drafted that holds: mend by hand.</summary>
    Refused,
}
