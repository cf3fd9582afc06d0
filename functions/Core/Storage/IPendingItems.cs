using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Storage;

/// <summary>
/// Items of all tenants whose message waits to be sent. The only read that crosses tenants, which is why it is a port of its
/// own: the outbox's sweep is given it and no request handler is.
/// </summary>
public interface IPendingItems
{
    /// <summary>Items that have waited since before <paramref name="before"/>, the longest first within the store's shards.</summary>
    /// <param name="before">So long ago that whoever wrote them is surely not sending any more.</param>
    /// <param name="limit">At most so many.</param>
    Task<IReadOnlyList<PendingItem>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellation);
}

/// <summary>An item that waits, and whose it is.</summary>
public sealed record PendingItem(TenantId Tenant, Item Item);
