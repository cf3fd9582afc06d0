namespace Ghostbusters.Engine.Model;

/// <summary>One place where the code is not telling the truth, or is unsafe, with its proof.</summary>
public sealed record Finding
{
    /// <summary>Such as <c>GB3003</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>As configured for the file it is in.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Claim, reality, remedy.</summary>
    public required string Message { get; init; }

    /// <summary>The place to mend.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The code around <see cref="Location"/>.</summary>
    public required Excerpt Excerpt { get; init; }

    /// <summary>The quoted words; null where the rule quotes none.</summary>
    public string? Claim { get; init; }

    /// <summary>Where the claim stands; null where that is <see cref="Location"/> or nowhere.</summary>
    public SourceLocation? ClaimLocation { get; init; }

    /// <summary>One sentence: what the code does instead.</summary>
    public required string Evidence { get; init; }

    /// <summary>The places that prove it, in the order of the path.</summary>
    public ImmutableArray<SourceLocation> EvidenceLocations { get; init; } = [];

    /// <summary>What happens at each of these places; empty where <see cref="Evidence"/> says it for all of them.</summary>
    public ImmutableArray<string> EvidenceSteps { get; init; } = [];

    /// <summary>The places that prove it, each with what happens there.</summary>
    public ImmutableArray<(SourceLocation Place, string Text)> EvidencePath =>
        [.. EvidenceLocations.Select((place, i) => (place, i < EvidenceSteps.Length ? EvidenceSteps[i] : Evidence))];

    /// <summary>How deep the rule looked: <c>syntax</c>, <c>semantic</c>, <c>flow</c>, <c>cross-file</c> …</summary>
    public required string Basis { get; init; }

    /// <summary>Survives moves, inserted lines and reformatting; unique within one result.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Code scanning's <c>primaryLocationLineHash</c>.</summary>
    public required string LineHash { get; init; }

    /// <summary>Why the finding was silenced in the code; null where it was not.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>How the finding stands to the baseline, if there is one.</summary>
    public BaselineState BaselineState { get; init; }

    /// <summary>A repair that was proved; null where there is none, or where repairs were not asked for.</summary>
    public ProposedFix? Fix { get; init; }

    /// <summary>The name of the project it was found in.</summary>
    public required string Project { get; init; }
}

/// <summary>A silencing in the code itself: a pragma or a SuppressMessage attribute.</summary>
/// <param name="Reason">The stated reason; null where none is stated.</param>
public sealed record Suppression(string? Reason);

/// <summary>How a finding stands to the baseline.</summary>
public enum BaselineState
{
    /// <summary>There is no baseline.</summary>
    None,

    /// <summary>Not in the baseline.</summary>
    New,

    /// <summary>In the baseline too.</summary>
    Unchanged,
}
