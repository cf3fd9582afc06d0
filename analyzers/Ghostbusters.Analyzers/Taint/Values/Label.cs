using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>A place where data from outside comes in.</summary>
/// <param name="Id">Its number in this run: sources are told apart by it.</param>
/// <param name="Place">The operation or parameter that brings it.</param>
/// <param name="Kind">Who may have written it.</param>
/// <param name="Name">What it is called in messages.</param>
internal sealed record TaintSource(int Id, SyntaxNode Place, SourceKinds Kind, string Name);

/// <summary>One station of tainted data, newest first.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Before">The station before; null at the source.</param>
internal sealed record TaintStep(SyntaxNode Place, TaintStep? Before)
{
    /// <summary>How many stations the path has.</summary>
    public int Length { get; } = (Before?.Length ?? 0) + 1;

    /// <summary>The stations from the source on.</summary>
    public IEnumerable<TaintStep> FromSource()
    {
        var steps = new Stack<TaintStep>();
        for (var step = this; step is not null; step = step.Before)
            steps.Push(step);
        return steps;
    }
}

/// <summary>Which text a label is on: a check of one text says nothing of another that came from the same source.</summary>
/// <param name="Source">The source's number.</param>
/// <param name="Number">The operation that made the text, as a number; copies keep it.</param>
internal readonly record struct LabelKey(int Source, int Number) : IComparable<LabelKey>
{
    /// <inheritdoc/>
    public int CompareTo(LabelKey other) => Source != other.Source ? Source.CompareTo(other.Source) : Number.CompareTo(other.Number);
}

/// <summary>A text that another was made of.</summary>
/// <param name="Key">Which.</param>
/// <param name="Before">What it was made of itself.</param>
internal sealed record LabelOrigin(LabelKey Key, LabelOrigin? Before)
{
    // A check stands near what it checks.
    private const int Most = 6;

    private int Length { get; } = (Before?.Length ?? 0) + 1;

    /// <summary>The origin of what is made of a text.</summary>
    public static LabelOrigin Of(LabelKey key, LabelOrigin? before) => before is { Length: >= Most } ? new(key, null) : new(key, before);
}

/// <summary>Says that a value holds data from outside.</summary>
/// <param name="Source">Where it came in.</param>
/// <param name="Number">See <see cref="LabelKey"/>.</param>
/// <param name="Safe">The sinks that it has been made safe for.</param>
/// <param name="Path">How it came here; no part of its identity.</param>
internal sealed record Label(TaintSource Source, int Number, SinkKinds Safe, TaintStep Path)
{
    /// <summary>Its identity.</summary>
    public LabelKey Key => new(Source.Id, Number);

    /// <summary>The texts that this one was made of, the nearest first: what is found out of one of them later holds for this one too.</summary>
    public LabelOrigin? Origin { get; init; }

    /// <summary>Its own key, and those of what it was made of.</summary>
    public IEnumerable<LabelKey> Keys
    {
        get
        {
            yield return Key;
            for (var origin = Origin; origin is not null; origin = origin.Before)
                yield return origin.Key;
        }
    }

    /// <summary>The same as the text that an operation made of it.</summary>
    /// <param name="number">The operation's number.</param>
    /// <param name="path">How it came there.</param>
    public Label Derived(int number, TaintStep path) =>
        this with { Number = number, Path = path, Origin = number == Number ? Origin : LabelOrigin.Of(Key, Origin) };

    /// <inheritdoc/>
    public bool Equals(Label? other) => other is not null && Source.Id == other.Source.Id && Number == other.Number && Safe == other.Safe && Equals(Origin, other.Origin);

    /// <inheritdoc/>
    public override int GetHashCode() => (((Source.Id * 397) ^ Number) * 397) ^ Safe.GetHashCode();
}
