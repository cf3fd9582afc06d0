using System.Text;

namespace Ghostbusters.Functions.Storage;

/// <summary>
/// An item's place in a tenant's part of a table. Sort keys are ordered by their UTF-8 bytes, with every adapter.
/// </summary>
public sealed record ItemKey
{
    private const int MaximumBytes = 900;

    /// <exception cref="ArgumentException">A part is empty, longer than 900 bytes, holds a NUL or is no valid text.</exception>
    public ItemKey(string partition, string sort)
    {
        Partition = Checked(partition, nameof(partition));
        Sort = Checked(sort, nameof(sort));
    }

    public string Partition { get; }

    public string Sort { get; }

    public override string ToString() => $"{Partition}/{Sort}";

    internal static string Checked(string part, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(part, name);
        if (part.Contains('\0') || !IsValid(part) || Encoding.UTF8.GetByteCount(part) > MaximumBytes)
            throw new ArgumentException($"A key's part is valid text without NUL of at most {MaximumBytes} bytes.", name);
        return part;
    }

    /// <summary>Half a surrogate pair would be stored as another character, so that two keys become one.</summary>
    private static bool IsValid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
