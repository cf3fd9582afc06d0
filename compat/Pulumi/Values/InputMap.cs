using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs. Its values stay apart, so that one that is unknown leaves the others known.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IInput, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _items;

    public InputMap() : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> items) : base(Flat(items)) => _items = items;

    IOutput IInput.Parts => _items;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A key that is there already must have the same value.</summary>
    public void Add(string key, Input<TValue> value) => Set(_items.Apply(items => items.TryGetValue(key, out var present)
        ? items.SetItem(key, Output.Tuple(present, value).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value.")))
        : items.Add(key, value)));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) => Set(Output.Tuple(_items, values._items).Apply(both => both.Item1.AddRange(both.Item2)));

    /// <summary>Both maps; where both have a key, the second's value.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Tuple(first._items, second._items).Apply(both => both.Item1.SetItems(both.Item2)));

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new(values.Apply(known => known.ToImmutableDictionary(pair => pair.Key, pair => (Input<TValue>)pair.Value)));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var known = await Value.GetValueAsync(whenUnknown: ImmutableDictionary<string, TValue>.Empty).ConfigureAwait(false);
        foreach (var pair in known) yield return pair;
    }

    private void Set(Output<ImmutableDictionary<string, Input<TValue>>> items)
    {
        _items = items;
        Value = Flat(items);
    }

    private static Output<ImmutableDictionary<string, TValue>> Flat(Output<ImmutableDictionary<string, Input<TValue>>> items) =>
        items.Apply(known => Output.All(known.Select(pair => pair.Value.Apply(value => KeyValuePair.Create(pair.Key, value))))
            .Apply(pairs => pairs.ToImmutableDictionary()));
}
