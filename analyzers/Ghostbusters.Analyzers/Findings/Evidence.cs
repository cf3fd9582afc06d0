using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Findings;

/// <summary>What the body does instead: one sentence, and the places that prove it, in the order of the path.</summary>
public sealed record Evidence(string Text, ImmutableArray<Location> Locations)
{
    /// <summary>What happens at each of the places, where each has something of its own to say; else empty.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>Evidence at a number of places.</summary>
    public static Evidence At(string text, params Location[] locations) => new(text, [.. locations]);
}
