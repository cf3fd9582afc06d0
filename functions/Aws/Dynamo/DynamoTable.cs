using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>A table of DynamoDB in the layout of <see cref="DynamoLayout"/>. Reads of the table itself are consistent; indexes lag.</summary>
/// <param name="name">The table's name.</param>
public sealed class DynamoTable(IAmazonDynamoDB client, string name, TimeProvider clock) : ITable, IPendingItems
{
    public async Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = name, Key = DynamoItem.Key(tenant, key), ConsistentRead = true };
        var response = await client.GetItemAsync(request, cancellation).ConfigureAwait(false);
        return response.Item is { Count: > 0 } wire && DynamoItem.Read(wire) is var item && DynamoItem.IsLive(item, clock.GetUtcNow()) ? item : null;
    }

    public Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation)
    {
        ItemSize.Check(item);
        var now = clock.GetUtcNow();
        var expression = new ExpressionBuilder();
        var update = DynamoUpdate.Replace(expression, tenant, item, now);
        return UpdateAsync(tenant, item.Key, expression, update, DynamoCondition.Write(expression, condition, now), cancellation);
    }

    public Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation)
    {
        change.Check();
        if (condition is ItemAbsent) return ConflictAsync(tenant, key, cancellation); // It never makes an item.
        var now = clock.GetUtcNow();
        var expression = new ExpressionBuilder();
        var update = DynamoUpdate.Change(expression, tenant, key, change, now);
        var wanted = condition is Unconditional ? WriteCondition.Present : condition;
        return UpdateAsync(tenant, key, expression, update, DynamoCondition.Write(expression, wanted, now), cancellation);
    }

    public async Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation)
    {
        var expression = new ExpressionBuilder();
        var request = new DeleteItemRequest { TableName = name, Key = DynamoItem.Key(tenant, key), ConditionExpression = DynamoCondition.Write(expression, condition, clock.GetUtcNow()) };
        if (request.ConditionExpression is not null)
        {
            request.ExpressionAttributeNames = expression.Names;
            if (expression.Values.Count > 0) request.ExpressionAttributeValues = expression.Values;
        }
        try
        {
            await client.DeleteItemAsync(request, cancellation).ConfigureAwait(false);
            return new Deleted();
        }
        catch (ConditionalCheckFailedException)
        {
            return await ConflictAsync(tenant, key, cancellation).ConfigureAwait(false);
        }
    }

    public Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation) =>
        DynamoQuery.RunAsync(client, name, tenant, query, clock.GetUtcNow(), cancellation);

    public async Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation)
    {
        var items = await DynamoBatches.GetAsync(client, name, [.. keys.Distinct().Select(k => DynamoItem.Key(tenant, k))], cancellation).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        return [.. items.Select(DynamoItem.Read).Where(i => DynamoItem.IsLive(i, now))];
    }

    public async Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation)
    {
        ItemBatch.Check(items);
        return await DynamoBatches.PutAsync(items, item => PutAsync(tenant, item, WriteCondition.None, cancellation), cancellation).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PendingItem>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellation)
    {
        var items = new List<PendingItem>();
        for (var shard = 0; shard < DynamoLayout.PendingShards && items.Count < limit; shard++)
            items.AddRange(await DynamoQuery.PendingAsync(client, name, shard, before, limit - items.Count, clock.GetUtcNow(), cancellation).ConfigureAwait(false));
        return items;
    }

    private async Task<WriteOutcome> UpdateAsync(
        TenantId tenant, ItemKey key, ExpressionBuilder expression, string update, string? condition, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = name,
            Key = DynamoItem.Key(tenant, key),
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeNames = expression.Names,
            ExpressionAttributeValues = expression.Values,
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            return new Stored(DynamoItem.Read((await client.UpdateItemAsync(request, cancellation).ConfigureAwait(false)).Attributes));
        }
        catch (ConditionalCheckFailedException failure)
        {
            // DynamoDB answers with what is there; emulators do not.
            if (failure.Item is not { Count: > 0 } wire) return await ConflictAsync(tenant, key, cancellation).ConfigureAwait(false);
            return new Conflict(DynamoItem.Read(wire) is var there && DynamoItem.IsLive(there, clock.GetUtcNow()) ? there : null);
        }
    }

    private async Task<WriteOutcome> ConflictAsync(TenantId tenant, ItemKey key, CancellationToken cancellation) =>
        new Conflict(await GetAsync(tenant, key, cancellation).ConfigureAwait(false));
}
