namespace Ghostbusters.Functions.Storage;

/// <summary>The value of an attribute: text, number, truth, bytes, list or map; compared by content.</summary>
public abstract record AttributeValue
{
    private protected AttributeValue()
    {
    }

    public static implicit operator AttributeValue(string value) => new TextValue(value);

    public static implicit operator AttributeValue(decimal value) => new NumberValue(value);

    public static implicit operator AttributeValue(long value) => new NumberValue(value);

    public static implicit operator AttributeValue(int value) => new NumberValue(value);

    public static implicit operator AttributeValue(bool value) => new FlagValue(value);

    public static implicit operator AttributeValue(byte[] value) => new BytesValue(value);

    public static implicit operator AttributeValue(AttributeMap value) => new MapValue(value);
}

public sealed record TextValue(string Value) : AttributeValue;

/// <summary>A number, exact to 28 digits.</summary>
public sealed record NumberValue(decimal Value) : AttributeValue;

public sealed record FlagValue(bool Value) : AttributeValue;

public sealed record BytesValue(ReadOnlyMemory<byte> Value) : AttributeValue
{
    public bool Equals(BytesValue? other) => other is not null && Value.Span.SequenceEqual(other.Value.Span);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Value.Span);
        return hash.ToHashCode();
    }
}

public sealed record ListValue(IReadOnlyList<AttributeValue> Values) : AttributeValue
{
    public bool Equals(ListValue? other) => other is not null && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Aggregate(new HashCode(), static (hash, value) =>
    {
        hash.Add(value);
        return hash;
    }).ToHashCode();
}

public sealed record MapValue(AttributeMap Value) : AttributeValue;
