using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ghostbusters.Functions.Identity;

/// <summary>
/// Makes ids: ULIDs in lower case, 26 characters, sorted by time and, within a millisecond or when the clock steps back,
/// by order of making. The random part is cryptographic: an id cannot be guessed. Any number of threads may use one.
/// </summary>
/// <remarks>Implementation note: own code, because the Ulid package reads the system's clock and cannot be given another.</remarks>
public sealed class UlidGenerator(TimeProvider clock)
{
    public const int Length = 26;

    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly Lock _lock = new();
    private UInt128 _last;

    public string Next()
    {
        UInt128 next;
        lock (_lock)
        {
            next = Fresh(clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (next >> 80 <= _last >> 80) next = _last + 1 + (next & uint.MaxValue);
            _last = next;
        }
        return Text(next);
    }

    /// <summary>Whether a text has the form of an id; what it names may not exist.</summary>
    public static bool IsId(string? text) =>
        text is { Length: Length } && text[0] is >= '0' and <= '7' && text.All(static c => Digits.Contains(c));

    /// <summary>When an id was made.</summary>
    /// <exception cref="FormatException">It is no id.</exception>
    public static DateTimeOffset TimeOf(string id)
    {
        if (!IsId(id)) throw new FormatException("That is no id.");
        var milliseconds = 0L;
        foreach (var c in id.AsSpan(0, 10)) milliseconds = (milliseconds << 5) | (long)Digits.IndexOf(c);
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    private static UInt128 Fresh(long milliseconds)
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random[6..]);
        random[..6].Clear();
        return ((UInt128)(ulong)milliseconds << 80) | BinaryPrimitives.ReadUInt128BigEndian(random);
    }

    private static string Text(UInt128 value) => string.Create(Length, value, static (text, left) =>
    {
        for (var i = Length - 1; i >= 0; i--, left >>= 5) text[i] = Digits[(int)(left & 31)];
    });
}
