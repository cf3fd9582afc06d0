using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Connections;

/// <summary>How an open connection is kept, under the platform: whose it is.</summary>
public static class ConnectionItem
{
    public static ItemKey Key(string connection) => new("connection#" + connection, "connection");

    public static ItemDraft Write(string connection, TenantId tenant, DateTimeOffset expires) =>
        new(Key(connection), AttributeMap.Of(("tenant", tenant.Value))) { ExpiresAt = expires };

    /// <exception cref="InvalidDataException">The item was not written by this class.</exception>
    public static TenantId TenantOf(Item item) =>
        TenantId.TryParse(item.Attributes.Text("tenant"), out var tenant) ? tenant : throw new InvalidDataException("A connection's record lacks its tenant.");
}
