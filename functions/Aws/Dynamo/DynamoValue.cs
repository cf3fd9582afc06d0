using System.Globalization;
using Ghostbusters.Functions.Storage;
using Wire = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>Values on DynamoDB's wire.</summary>
internal static class DynamoValue
{
    public static Wire Text(string value) => new(value);

    public static Wire Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static Wire Write(AttributeMap map) => new() { M = map.ToDictionary(static p => p.Key, static p => Write(p.Value)), IsMSet = true };

    public static Wire Write(AttributeValue value) => value switch
    {
        TextValue text => new Wire(text.Value),
        NumberValue number => new Wire { N = number.Value.ToString(CultureInfo.InvariantCulture) },
        FlagValue flag => new Wire { BOOL = flag.Value },
        BytesValue bytes => new Wire { B = new MemoryStream(bytes.Value.ToArray()) },
        ListValue list => new Wire { L = [.. list.Values.Select(Write)], IsLSet = true },
        MapValue map => Write(map.Value),
        _ => throw new ArgumentException($"'{value.GetType().Name}' is no kind of value.", nameof(value)),
    };

    public static AttributeMap ReadMap(Wire value) =>
        AttributeMap.From((value.M ?? []).Select(static p => KeyValuePair.Create(p.Key, Read(p.Value))));

    /// <exception cref="InvalidDataException">The value is of a kind that this class does not write.</exception>
    public static AttributeValue Read(Wire value)
    {
        if (value.S is not null) return new TextValue(value.S);
        if (value.N is not null) return new NumberValue(decimal.Parse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture));
        if (value.BOOL is { } flag) return new FlagValue(flag);
        if (value.B is not null) return new BytesValue(value.B.ToArray());
        if (value.IsLSet) return new ListValue([.. value.L.Select(Read)]);
        if (value.IsMSet) return new MapValue(ReadMap(value));
        throw new InvalidDataException("The value is of an unknown kind.");
    }

    public static long ReadNumber(Wire value) => long.Parse(value.N, CultureInfo.InvariantCulture);
}
