using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Ghostbusters.Functions.Storage;

/// <summary>Names and values of an item; immutable, compared by content.</summary>
public sealed class AttributeMap : IReadOnlyDictionary<string, AttributeValue>, IEquatable<AttributeMap>
{
    public static readonly AttributeMap Empty = new(ImmutableSortedDictionary.Create<string, AttributeValue>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, AttributeValue> _values;

    private AttributeMap(ImmutableSortedDictionary<string, AttributeValue> values) => _values = values;

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<AttributeValue> Values => _values.Values;

    public int Count => _values.Count;

    /// <exception cref="KeyNotFoundException">There is no such attribute.</exception>
    public AttributeValue this[string key] => _values[key];

    public static AttributeMap Of(params ReadOnlySpan<(string Name, AttributeValue Value)> values)
    {
        var builder = Empty._values.ToBuilder();
        foreach (var (name, value) in values) builder[name] = value;
        return new AttributeMap(builder.ToImmutable());
    }

    public static AttributeMap From(IEnumerable<KeyValuePair<string, AttributeValue>> values) => new(Empty._values.SetItems(values));

    public AttributeMap With(string name, AttributeValue value) => new(_values.SetItem(name, value));

    public AttributeMap Without(string name) => new(_values.Remove(name));

    public string? Text(string name) => _values.GetValueOrDefault(name) is TextValue { Value: var value } ? value : null;

    public decimal? Number(string name) => _values.GetValueOrDefault(name) is NumberValue { Value: var value } ? value : null;

    public bool? Flag(string name) => _values.GetValueOrDefault(name) is FlagValue { Value: var value } ? value : null;

    public ReadOnlyMemory<byte>? Bytes(string name) => _values.GetValueOrDefault(name) is BytesValue { Value: var value } ? value : null;

    public IReadOnlyList<AttributeValue>? List(string name) => _values.GetValueOrDefault(name) is ListValue { Values: var values } ? values : null;

    public AttributeMap? Map(string name) => _values.GetValueOrDefault(name) is MapValue { Value: var value } ? value : null;

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out AttributeValue value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, AttributeValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(AttributeMap? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    public override int GetHashCode() => _values.Aggregate(new HashCode(), static (hash, entry) =>
    {
        hash.Add(entry.Key);
        hash.Add(entry.Value);
        return hash;
    }).ToHashCode();
}
