using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>
/// How a table is laid out: the infrastructure declares it, the adapter reads and writes it. All keys are texts but the
/// time of waiting; each begins with its tenant and '#', which no tenant holds.
/// </summary>
public static class DynamoLayout
{
    public const string Partition = "PK";
    public const string Sort = "SK";
    public const string Index1 = "GSI1";
    public const string Index1Partition = "GSI1PK";
    public const string Index1Sort = "GSI1SK";
    public const string Index2 = "GSI2";
    public const string Index2Partition = "GSI2PK";
    public const string Index2Sort = "GSI2SK";

    /// <summary>Sparse index of what waits in an outbox, over all tenants; its partition is one of <see cref="PendingShards"/>.</summary>
    public const string Pending = "PENDING";
    public const string PendingPartition = "PENDINGPK";
    public const string PendingSort = "PENDINGSK";

    /// <summary>Seconds since 1970; the table's time to live is on it.</summary>
    public const string Expires = "expires";

    /// <summary>All attributes of a context lie in this map, so that none can be one of the names above.</summary>
    public const string Attributes = "a";

    public const string Version = "v";

    /// <summary>So many partitions share the pending index, because one takes 1,000 writes a second.</summary>
    public const int PendingShards = 8;

    /// <summary>The indexes; all project everything.</summary>
    public static IReadOnlyList<(string Name, string Partition, string Sort)> Indexes { get; } =
        [(Index1, Index1Partition, Index1Sort), (Index2, Index2Partition, Index2Sort), (Pending, PendingPartition, PendingSort)];

    /// <summary>Every attribute that is a key of the table or of an index, with DynamoDB's letter for its type.</summary>
    public static IReadOnlyList<(string Name, string Type)> KeyAttributes { get; } =
    [
        (Partition, "S"), (Sort, "S"),
        .. Indexes.SelectMany(static index => ((string, string)[])[(index.Partition, "S"), (index.Sort, index.Name == Pending ? "N" : "S")]),
    ];

    /// <summary>The table as the tests make it on an emulator; the infrastructure declares the same.</summary>
    public static CreateTableRequest Create(string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [.. KeyAttributes.Select(static a => new AttributeDefinition(a.Name, a.Type))],
        KeySchema = Schema(Partition, Sort),
        GlobalSecondaryIndexes =
        [
            .. Indexes.Select(static i => new GlobalSecondaryIndex { IndexName = i.Name, KeySchema = Schema(i.Partition, i.Sort), Projection = new Projection { ProjectionType = ProjectionType.ALL } }),
        ],
    };

    private static List<KeySchemaElement> Schema(string partition, string sort) =>
        [new KeySchemaElement(partition, KeyType.HASH), new KeySchemaElement(sort, KeyType.RANGE)];
}
