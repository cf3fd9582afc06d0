using System.Text;

namespace Ghostbusters.Functions.Secrets;

/// <summary>Bytes that must not be shown: its text is "(secret)", so that a log or an exception cannot carry them.</summary>
public sealed class Secret
{
    private readonly byte[] _bytes;

    /// <exception cref="ArgumentException">There are no bytes: an empty secret would let everybody sign.</exception>
    public Secret(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw new ArgumentException("A secret is not empty.", nameof(bytes));
        _bytes = bytes.ToArray();
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public static Secret OfText(string text) => new(Encoding.UTF8.GetBytes(text));

    public override string ToString() => "(secret)";
}
