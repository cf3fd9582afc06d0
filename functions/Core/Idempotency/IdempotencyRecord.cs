using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Idempotency;

/// <summary>How a claim is stored.</summary>
internal static class IdempotencyRecord
{
    private const string Payload = "payload";
    private const string Until = "until";
    private const string Outcome = "outcome";

    /// <summary>The caller's key is hashed: whatever it holds, it has the form and length of a key.</summary>
    public static ItemKey Key(string key) => new("idempotency#" + Hash(Encoding.UTF8.GetBytes(key)), "claim");

    public static string Hash(ReadOnlySpan<byte> payload) => Convert.ToHexStringLower(SHA256.HashData(payload));

    public static ItemDraft Running(ItemKey key, string payload, DateTimeOffset until, DateTimeOffset expires) =>
        new(key, AttributeMap.Of((Payload, payload), (Until, until.ToUnixTimeMilliseconds()))) { ExpiresAt = expires };

    public static ItemChange Done(string outcome, DateTimeOffset expires) => new()
    {
        Set = AttributeMap.Of((Outcome, outcome)),
        Remove = [Until],
        ExpiresAt = TimeChange.Set(expires),
    };

    public static bool IsFor(Item record, string payload) => record.Attributes.Text(Payload) == payload;

    public static string? OutcomeOf(Item record) => record.Attributes.Text(Outcome);

    public static DateTimeOffset UntilOf(Item record) => DateTimeOffset.FromUnixTimeMilliseconds((long)(record.Attributes.Number(Until) ?? 0));
}
