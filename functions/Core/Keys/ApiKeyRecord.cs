using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Keys;

/// <summary>
/// How a key is stored: under the platform, by its digest, because whoever shows a key has no tenant yet; and in an index by
/// tenant, for lists.
/// </summary>
internal static class ApiKeyRecord
{
    public const string LastUsed = "last_used";

    public static ItemKey Key(string digest) => new("api-key#" + digest, "key");

    public static string IndexPartition(TenantId tenant) => "api-keys#" + tenant.Value;

    public static ItemDraft Write(ApiKey key, string digest) => new(Key(digest), AttributeMap.Of(
        ("id", key.Id), ("tenant", key.Tenant.Value), ("label", key.Label), ("role", key.Role.ToString()),
        ("scopes", new ListValue([.. key.Scopes.Select(static s => new TextValue(s))])),
        ("created", key.CreatedAt.ToUnixTimeSeconds()), ("expires", key.ExpiresAt.ToUnixTimeSeconds())))
    {
        Index1 = new ItemKey(IndexPartition(key.Tenant), key.Id),
        ExpiresAt = key.ExpiresAt,
    };

    /// <exception cref="InvalidDataException">The item was not written by this class.</exception>
    public static ApiKey Read(Item item)
    {
        var values = item.Attributes;
        if (values.Text("id") is not { } id || values.Text("tenant") is not { } tenant || !Enum.TryParse<Role>(values.Text("role"), out var role))
            throw new InvalidDataException("An API key's record lacks its id, tenant or role.");
        return new ApiKey(id, TenantId.Parse(tenant), values.Text("label") ?? "",
            [.. (values.List("scopes") ?? []).OfType<TextValue>().Select(static s => s.Value)], role,
            Time(values, "created") ?? default, Time(values, "expires") ?? default, Time(values, LastUsed));
    }

    private static DateTimeOffset? Time(AttributeMap values, string name) =>
        values.Number(name) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
}
