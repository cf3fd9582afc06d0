using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Wire = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>Queries.</summary>
internal static class DynamoQuery
{
    public static async Task<Page> RunAsync(
        IAmazonDynamoDB client, string table, TenantId tenant, TableQuery query, DateTimeOffset now, CancellationToken cancellation)
    {
        var expression = new ExpressionBuilder();
        var (partition, sort) = Keys(query.Index);
        var condition = $"{expression.Name(partition)} = {expression.Value(DynamoValue.Text(DynamoItem.Scoped(tenant, query.Partition)))}" + Range(expression, sort, query.Sort);
        var response = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                IndexName = query.Index switch { TableIndex.Index1 => DynamoLayout.Index1, TableIndex.Index2 => DynamoLayout.Index2, _ => null },
                ConsistentRead = query.Index == TableIndex.Primary,
                KeyConditionExpression = condition,
                FilterExpression = DynamoCondition.Live(expression, now),
                ExpressionAttributeNames = expression.Names,
                ExpressionAttributeValues = expression.Values,
                ScanIndexForward = !query.Descending,
                Limit = query.Limit,
                ExclusiveStartKey = query.After is { } after ? Start(tenant, query, after) : null,
            },
            cancellation).ConfigureAwait(false);
        return new Page([.. response.Items.Select(DynamoItem.Read)], response.LastEvaluatedKey is { Count: > 0 } last ? Position(last, sort) : null);
    }

    /// <summary>One shard of what waits.</summary>
    public static async Task<IEnumerable<PendingItem>> PendingAsync(
        IAmazonDynamoDB client, string table, int shard, DateTimeOffset before, int limit, DateTimeOffset now, CancellationToken cancellation)
    {
        var expression = new ExpressionBuilder();
        var response = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                IndexName = DynamoLayout.Pending,
                KeyConditionExpression =
                    $"{expression.Name(DynamoLayout.PendingPartition)} = {expression.Value(DynamoValue.Text("shard-" + shard))}"
                    + $" AND {expression.Name(DynamoLayout.PendingSort)} < {expression.Value(DynamoValue.Number(before.ToUnixTimeMilliseconds()))}",
                FilterExpression = DynamoCondition.Live(expression, now),
                ExpressionAttributeNames = expression.Names,
                ExpressionAttributeValues = expression.Values,
                Limit = limit,
            },
            cancellation).ConfigureAwait(false);
        return response.Items.Select(static wire => new PendingItem(DynamoItem.TenantOf(wire), DynamoItem.Read(wire)));
    }

    private static (string Partition, string Sort) Keys(TableIndex index) => index switch
    {
        TableIndex.Index1 => (DynamoLayout.Index1Partition, DynamoLayout.Index1Sort),
        TableIndex.Index2 => (DynamoLayout.Index2Partition, DynamoLayout.Index2Sort),
        _ => (DynamoLayout.Partition, DynamoLayout.Sort),
    };

    private static string Range(ExpressionBuilder expression, string sort, SortRange range)
    {
        if (range == SortRange.All) return "";
        var key = expression.Name(sort);
        string Text(string value) => expression.Value(DynamoValue.Text(value));
        if (range.Prefix is { } prefix) return $" AND begins_with({key}, {Text(prefix)})";
        return (range.Least, range.Greatest) switch
        {
            ({ } least, { } greatest) => $" AND {key} BETWEEN {Text(least)} AND {Text(greatest)}",
            ({ } least, null) => $" AND {key} >= {Text(least)}",
            (null, { } greatest) => $" AND {key} <= {Text(greatest)}",
            _ => "",
        };
    }

    /// <summary>The partition comes from the query and the tenant, so a position cannot lead into somebody else's items.</summary>
    private static Dictionary<string, Wire> Start(TenantId tenant, TableQuery query, PagePosition after)
    {
        var start = DynamoItem.Key(tenant, query.Index == TableIndex.Primary ? new ItemKey(query.Partition, after.Key.Sort) : after.Key);
        if (query.Index == TableIndex.Primary) return start;
        var (partition, sort) = Keys(query.Index);
        start[partition] = DynamoValue.Text(DynamoItem.Scoped(tenant, query.Partition));
        start[sort] = DynamoValue.Text(after.IndexSort);
        return start;
    }

    private static PagePosition Position(Dictionary<string, Wire> last, string sort)
    {
        var partition = last[DynamoLayout.Partition].S;
        return new PagePosition(new ItemKey(partition[(partition.IndexOf('#') + 1)..], last[DynamoLayout.Sort].S), last[sort].S);
    }
}
