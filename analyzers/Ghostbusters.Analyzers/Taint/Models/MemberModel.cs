using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>What is known of one library member.</summary>
/// <param name="TypeName">The type in full, without arity: <c>System.Console</c>.</param>
/// <param name="MemberName">The member as metadata names it: <c>.ctor</c>, <c>Item</c> for an indexer.</param>
internal sealed record MemberModel(string TypeName, string MemberName)
{
    /// <summary>What kind of input <see cref="Taints"/> become.</summary>
    public SourceKinds Source { get; init; }

    /// <summary>What of the call is input.</summary>
    public ImmutableArray<Slot> Taints { get; init; } = [];

    /// <summary>Where values matter: each place with its own kinds.</summary>
    public ImmutableArray<SinkSlot> Sinks { get; init; } = [];

    /// <summary>The result is safe for these.</summary>
    public SinkKinds Sanitizes { get; init; }

    /// <summary>Where the member answered <see cref="GuardWhen"/>, <see cref="Checks"/> is safe for these.</summary>
    public SinkKinds Guards { get; init; }

    /// <inheritdoc cref="Guards"/>
    public Slot Checks { get; init; }

    /// <inheritdoc cref="Guards"/>
    public bool GuardWhen { get; init; }

    /// <summary>Whether <see cref="Flows"/> replace the default; no flows at all mean that nothing comes through.</summary>
    public bool HasSummary { get; init; }

    /// <summary>What carries its taint to what.</summary>
    public ImmutableArray<(Slot From, Slot To)> Flows { get; init; } = [];

    /// <summary>It is an extension method: where it does not bind, a receiver that is written is argument 0.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The types of the first parameters that the overload must have; empty where every overload is meant.</summary>
    public ImmutableArray<string> Overload { get; init; } = [];

    /// <summary>All kinds of <see cref="Sinks"/>, but for those that depend on another argument.</summary>
    public SinkKinds Sink => Certain.Aggregate(SinkKinds.None, static (all, sink) => all | sink.Kinds);

    /// <summary>The places of <see cref="Sink"/>.</summary>
    public ImmutableArray<Slot> Takes => [.. Certain.Select(static sink => sink.Slot).Distinct()];

    /// <summary>The type that the places of <see cref="Sink"/> agree on; null where they do not.</summary>
    public string? OnlyType => Certain.Select(static sink => sink.OnlyType).Distinct().Take(2).ToList() is { Count: 1 } one ? one[0] : null;

    private IEnumerable<SinkSlot> Certain => Sinks.Where(static sink => sink.Where is null);

    /// <summary>What both know, whichever comes first; the name is this one's.</summary>
    public MemberModel And(MemberModel other) => this with
    {
        Source = Source | other.Source,
        Taints = Union(Taints, other.Taints),
        Sinks = Union(Sinks, other.Sinks),
        Sanitizes = Sanitizes | other.Sanitizes,
        Guards = Guards | other.Guards,
        Checks = Guards == SinkKinds.None ? other.Checks : Checks,
        GuardWhen = Guards == SinkKinds.None ? other.GuardWhen : GuardWhen,
        HasSummary = HasSummary || other.HasSummary,
        Flows = Union(Flows, other.Flows),
        IsExtension = IsExtension || other.IsExtension,
        Overload = [],
    };

    // In the order of their text, so that the order of the entries does not show.
    private static ImmutableArray<T> Union<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        right.IsEmpty ? left : [.. left.Concat(right).Distinct().OrderBy(static item => item!.ToString(), StringComparer.Ordinal)];
}
