using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>What else than its constants and objects a value may be.</summary>
internal enum Openness
{
    /// <summary>Nothing else.</summary>
    Closed,

    /// <summary>Anything but null.</summary>
    NotNull,

    /// <summary>Anything.</summary>
    Any,
}

/// <summary>What the value of a check says of the text that was checked.</summary>
/// <param name="Key">The text.</param>
/// <param name="When">The answer that says it.</param>
/// <param name="Safe">The sinks that the text is safe for then.</param>
/// <param name="IsPresence">The value is no answer but something that was looked up: that it is not null says it.</param>
internal sealed record Guard(LabelKey Key, bool When, SinkKinds Safe, bool IsPresence = false)
{
    /// <summary>What the answer to a question about null says of the texts by which a value was looked up.</summary>
    /// <param name="guards">The guards of the value.</param>
    /// <param name="whenNull">The answer that says that it is null.</param>
    public static ImmutableArray<Guard> OfNullCheck(ImmutableArray<Guard> guards, bool whenNull) =>
        guards.IsEmpty ? guards : [.. guards.Where(static g => g.IsPresence).Select(g => new Guard(g.Key, !whenNull, g.Safe))];
}

/// <summary>What may be in a variable: some constants, some objects, and maybe more; and which data from outside it holds.</summary>
/// <remarks>Immutable. The lattice is finite but for constants, which are given up past <see cref="MostConstants"/>.</remarks>
internal sealed class Value : IEquatable<Value>
{
    private const int MostConstants = 12;
    private const int MostObjects = 12;

    private Value(ImmutableArray<object?> constants, ImmutableArray<int> objects, Openness open, LabelSet labels, ImmutableArray<Guard> guards, ITypeSymbol? type)
    {
        Constants = constants;
        Objects = objects;
        Open = open;
        Labels = labels;
        Guards = guards;
        Type = type;
    }

    /// <summary>The value of what never runs.</summary>
    public static Value Nothing { get; } = new([], [], Openness.Closed, LabelSet.None, [], null);

    /// <summary>Anything, and nothing is known of it.</summary>
    public static Value Anything { get; } = Nothing.With(open: Openness.Any);

    /// <summary>Anything but null.</summary>
    public static Value Something { get; } = Nothing.With(open: Openness.NotNull);

    /// <summary>The null constant.</summary>
    public static Value Null { get; } = Of((object?)null);

    /// <summary>The constants that it may be; null is one.</summary>
    public ImmutableArray<object?> Constants { get; }

    /// <summary>The objects that it may refer to, ascending.</summary>
    public ImmutableArray<int> Objects { get; }

    /// <summary>What else it may be.</summary>
    public Openness Open { get; }

    /// <summary>The data from outside that it holds.</summary>
    public LabelSet Labels { get; }

    /// <summary>What it says, as an answer, of the texts that were checked.</summary>
    public ImmutableArray<Guard> Guards { get; }

    /// <summary>A type that what is open has, where more is known than the expression's static type.</summary>
    public ITypeSymbol? Type { get; }

    /// <summary>Whether no path gives it.</summary>
    public bool IsNothing => Constants.IsEmpty && Objects.IsEmpty && Open == Openness.Closed;

    /// <summary>Whether something from outside is in it (objects that it refers to not counted).</summary>
    public bool IsTainted => !Labels.IsEmpty;

    /// <summary>Whether it may be the null constant.</summary>
    public bool MayBeNull => Open == Openness.Any || Constants.Any(static c => c is null);

    /// <summary>Whether it may be something else than null.</summary>
    public bool MayBeNotNull => Open != Openness.Closed || !Objects.IsEmpty || Constants.Any(static c => c is not null);

    /// <summary>A constant.</summary>
    public static Value Of(object? constant) => new([constant], [], Openness.Closed, LabelSet.None, [], null);

    /// <summary>Several constants.</summary>
    public static Value OfConstants(IEnumerable<object?> constants) =>
        Nothing.With(constants: [.. constants.Distinct()]);

    /// <summary>A reference to one object.</summary>
    public static Value ToObject(int id) => new([], [id], Openness.Closed, LabelSet.None, [], null);

    /// <summary>References to several objects.</summary>
    public static Value ToObjects(IEnumerable<int> ids) => Nothing.With(objects: [.. ids.Distinct().OrderBy(static i => i)]);

    /// <summary>Something unknown that holds this data.</summary>
    public static Value Tainted(LabelSet labels, ITypeSymbol? type = null) => Anything.With(labels: labels, type: type);

    /// <summary>The same with other parts.</summary>
    public Value With(
        ImmutableArray<object?>? constants = null, ImmutableArray<int>? objects = null, Openness? open = null,
        LabelSet? labels = null, ImmutableArray<Guard>? guards = null, ITypeSymbol? type = null)
    {
        var someConstants = constants ?? Constants;
        var someObjects = objects ?? Objects;
        var someOpen = open ?? Open;
        if (someConstants.Length > MostConstants)
            (someConstants, someOpen) = ([], someConstants.Contains(null) ? Openness.Any : Max(someOpen, Openness.NotNull));
        if (someObjects.Length > MostObjects)
            (someObjects, someOpen) = ([.. someObjects.Take(MostObjects)], Max(someOpen, Openness.NotNull));
        return new(someConstants, someObjects, someOpen, labels ?? Labels, guards ?? Guards, type ?? Type);
    }

    /// <summary>The same, and this data is in it too.</summary>
    public Value Plus(LabelSet labels)
    {
        var union = Labels.Union(labels);
        return ReferenceEquals(union, Labels) ? this : With(labels: union);
    }

    /// <summary>What it is where it may be either.</summary>
    public Value Join(Value other)
    {
        if (ReferenceEquals(this, other) || other.IsNothing)
            return this;
        if (IsNothing)
            return other;
        if (Covers(other))
            return this;
        if (other.Covers(this))
            return other;
        var constants = Constants.IsEmpty ? other.Constants : other.Constants.IsEmpty ? Constants
            : [.. Constants.Concat(other.Constants).Distinct()];
        var objects = Objects.IsEmpty ? other.Objects : other.Objects.IsEmpty ? Objects
            : [.. Objects.Union(other.Objects).OrderBy(static i => i)];
        var type = SymbolEqualityComparer.Default.Equals(Type, other.Type) ? Type : Open == Openness.Closed ? other.Type : other.Open == Openness.Closed ? Type : null;
        return new Value([], [], Openness.Closed, Labels.Union(other.Labels), JoinGuards(other), type)
            .With(constants, objects, Max(Open, other.Open));
    }

    /// <summary>Whether all that the other may be, this may be too.</summary>
    public bool Covers(Value other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (Open < other.Open || !Labels.Covers(other.Labels))
            return false;
        foreach (var constant in other.Constants)
        {
            if (!(constant is null ? Open == Openness.Any : Open != Openness.Closed) && !Constants.Contains(constant))
                return false;
        }

        foreach (var id in other.Objects)
        {
            if (!Objects.Contains(id))
                return false;
        }

        return (Open == Openness.Closed || other.Open == Openness.Closed || Type is null || SymbolEqualityComparer.Default.Equals(Type, other.Type))
            && Guards.All(g => other.Guards.Contains(g) || other.SaysNothingFor(g));
    }

    /// <summary>The one constant that it is; false where it may be anything else.</summary>
    public bool IsConstant(out object? constant)
    {
        constant = Constants.Length == 1 ? Constants[0] : null;
        return Constants.Length == 1 && Objects.IsEmpty && Open == Openness.Closed;
    }

    /// <summary>Whether it may be this bool.</summary>
    public bool MayBe(bool value) => Open != Openness.Closed || Constants.Any(c => c is bool b && b == value);

    /// <summary>What is left of it where it is known to be null, or not to be.</summary>
    public Value WhereNull(bool isNull) => isNull
        ? MayBeNull ? Null : Nothing
        : With(constants: Constants.RemoveAll(static c => c is null), open: Open == Openness.Any ? Openness.NotNull : Open);

    /// <inheritdoc/>
    public bool Equals(Value? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (Open == other.Open && Constants.Length == other.Constants.Length && Constants.All(c => other.Constants.Contains(c))
                && Objects.SequenceEqual(other.Objects) && Labels.Equals(other.Labels) && SymbolEqualityComparer.Default.Equals(Type, other.Type)
                && Guards.SequenceEqual(other.Guards)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Value);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = ((int)Open * 397) ^ Labels.GetHashCode();
        foreach (var constant in Constants)
            hash ^= constant?.GetHashCode() ?? 7;
        foreach (var id in Objects)
            hash = (hash * 31) + id;
        return hash;
    }

    // A constant that cannot be the guard's answer says nothing against it.
    private ImmutableArray<Guard> JoinGuards(Value other)
    {
        if (Guards.IsEmpty && other.Guards.IsEmpty)
            return [];
        return [.. Guards.Where(g => other.Guards.Contains(g) || other.SaysNothingFor(g)),
            .. other.Guards.Where(g => !Guards.Contains(g) && SaysNothingFor(g))];
    }

    // Null is what a value is that was looked up and not found.
    private bool SaysNothingFor(Guard guard) => Open == Openness.Closed && Objects.IsEmpty && Constants.All(c => c is bool b ? b != guard.When : c is null && guard.IsPresence);

    private static Openness Max(Openness a, Openness b) => a > b ? a : b;
}
