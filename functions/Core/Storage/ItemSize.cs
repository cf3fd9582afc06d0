using System.Text;

namespace Ghostbusters.Functions.Storage;

/// <summary>How large an item is. The limit lies below DynamoDB's 400 KB, and holds for every adapter alike.</summary>
public static class ItemSize
{
    public const int Maximum = 380 * 1024;

    private const int PerValue = 3;
    private const int PerNumber = 21;

    /// <exception cref="ArgumentException">The item is larger than <see cref="Maximum"/>: what is large belongs into a blob.</exception>
    public static void Check(ItemDraft item)
    {
        if (Of(item) > Maximum)
            throw new ArgumentException($"An item has at most {Maximum} bytes; put large values into a blob and keep its claim.", nameof(item));
    }

    /// <summary>Upper bound of what DynamoDB counts, in bytes.</summary>
    public static long Of(ItemDraft item) =>
        Of(item.Key) + Of(item.Index1) + Of(item.Index2) + Of(item.Attributes) + 4 * PerNumber;

    private static long Of(ItemKey? key) => key is null ? 0 : Encoding.UTF8.GetByteCount(key.Partition) + Encoding.UTF8.GetByteCount(key.Sort) + 128;

    private static long Of(AttributeMap map)
    {
        var size = (long)PerValue;
        foreach (var (name, value) in map) size += Encoding.UTF8.GetByteCount(name) + Of(value);
        return size;
    }

    private static long Of(AttributeValue value) => PerValue + value switch
    {
        TextValue text => Encoding.UTF8.GetByteCount(text.Value),
        BytesValue bytes => bytes.Value.Length,
        NumberValue => PerNumber,
        ListValue list => list.Values.Sum(Of),
        MapValue map => Of(map.Value),
        _ => 1,
    };
}
