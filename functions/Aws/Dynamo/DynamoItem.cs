using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Wire = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>Items on DynamoDB's wire.</summary>
internal static class DynamoItem
{
    public static Dictionary<string, Wire> Key(TenantId tenant, ItemKey key) => new()
    {
        [DynamoLayout.Partition] = DynamoValue.Text(Scoped(tenant, key.Partition)),
        [DynamoLayout.Sort] = DynamoValue.Text(key.Sort),
    };

    public static string Scoped(TenantId tenant, string partition) => $"{tenant.Value}#{partition}";

    /// <summary>Which part of the pending index a tenant's items are in; the same in every process.</summary>
    public static string Shard(TenantId tenant) =>
        "shard-" + tenant.Value.Aggregate(17u, static (hash, c) => hash * 31 + c) % DynamoLayout.PendingShards;

    /// <summary>All that an item has beside its key, attributes and version; null: it has it not.</summary>
    public static IEnumerable<(string Name, Wire? Value)> Places(TenantId tenant, ItemDraft item) =>
    [
        (DynamoLayout.Index1Partition, item.Index1 is { } one ? DynamoValue.Text(Scoped(tenant, one.Partition)) : null),
        (DynamoLayout.Index1Sort, item.Index1 is { } oneSort ? DynamoValue.Text(oneSort.Sort) : null),
        (DynamoLayout.Index2Partition, item.Index2 is { } two ? DynamoValue.Text(Scoped(tenant, two.Partition)) : null),
        (DynamoLayout.Index2Sort, item.Index2 is { } twoSort ? DynamoValue.Text(twoSort.Sort) : null),
        (DynamoLayout.Expires, item.ExpiresAt is { } expires ? DynamoValue.Number(expires.ToUnixTimeSeconds()) : null),
        (DynamoLayout.PendingPartition, item.PendingSince is null ? null : DynamoValue.Text(Shard(tenant))),
        (DynamoLayout.PendingSort, item.PendingSince is { } since ? DynamoValue.Number(since.ToUnixTimeMilliseconds()) : null),
    ];

    public static Item Read(Dictionary<string, Wire> wire) =>
        new(KeyOf(wire, DynamoLayout.Partition, DynamoLayout.Sort)!, DynamoValue.ReadMap(wire[DynamoLayout.Attributes]), DynamoValue.ReadNumber(wire[DynamoLayout.Version]))
        {
            Index1 = KeyOf(wire, DynamoLayout.Index1Partition, DynamoLayout.Index1Sort),
            Index2 = KeyOf(wire, DynamoLayout.Index2Partition, DynamoLayout.Index2Sort),
            ExpiresAt = wire.TryGetValue(DynamoLayout.Expires, out var expires) ? DateTimeOffset.FromUnixTimeSeconds(DynamoValue.ReadNumber(expires)) : null,
            PendingSince = wire.TryGetValue(DynamoLayout.PendingSort, out var since) ? DateTimeOffset.FromUnixTimeMilliseconds(DynamoValue.ReadNumber(since)) : null,
        };

    public static TenantId TenantOf(Dictionary<string, Wire> wire)
    {
        var partition = wire[DynamoLayout.Partition].S;
        return TenantId.Read(partition[..partition.IndexOf('#')]);
    }

    public static bool IsLive(Item item, DateTimeOffset now) => item.ExpiresAt is not { } expires || expires.ToUnixTimeSeconds() > now.ToUnixTimeSeconds();

    private static ItemKey? KeyOf(Dictionary<string, Wire> wire, string partition, string sort) =>
        wire.TryGetValue(partition, out var scoped) ? new ItemKey(scoped.S[(scoped.S.IndexOf('#') + 1)..], wire[sort].S) : null;
}
