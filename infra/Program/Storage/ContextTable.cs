using Ghostbusters.Functions.Aws.Dynamo;
using Ghostbusters.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace Ghostbusters.Infra.Storage;

/// <summary>A context's table, as <see cref="DynamoLayout"/> lays it out.</summary>
public sealed class ContextTable : ComponentResource
{
    private readonly string _sid;

    public ContextTable(string context, StackScope scope, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:ContextTable", context, options)
    {
        _sid = char.ToUpperInvariant(context[0]) + context[1..];
        var table = new Table(context, new TableArgs
        {
            Name = scope.Names.Of(context),
            BillingMode = "PAY_PER_REQUEST",
            HashKey = DynamoLayout.Partition,
            RangeKey = DynamoLayout.Sort,
            Attributes = [.. DynamoLayout.KeyAttributes.Select(static a => new TableAttributeArgs { Name = a.Name, Type = a.Type })],
            GlobalSecondaryIndexes =
            [
                .. DynamoLayout.Indexes.Select(static i => new TableGlobalSecondaryIndexArgs { Name = i.Name, HashKey = i.Partition, RangeKey = i.Sort, ProjectionType = "ALL" }),
            ],
            Ttl = new TableTtlArgs { AttributeName = DynamoLayout.Expires, Enabled = true },
            PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true },
            ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = scope.KeyArn },
            DeletionProtectionEnabled = scope.Settings.IsProduction,
            Tags = scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this, Protect = scope.Settings.IsProduction, RetainOnDelete = scope.Settings.IsProduction });
        Name = table.Name;
        Arn = table.Arn;
        RegisterOutputs();
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }

    public void GrantRead(PolicyDraft policy) => policy.Add(new Statement("Read" + _sid, ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"], Arn));

    public void GrantWrite(PolicyDraft policy) => policy.Add(new Statement("Write" + _sid, ["dynamodb:DeleteItem", "dynamodb:UpdateItem"], Arn));

    public void GrantReadWrite(PolicyDraft policy)
    {
        GrantRead(policy);
        GrantWrite(policy);
    }

    /// <summary>The indexes are separate ARNs, which only those need that query them.</summary>
    public void GrantQueryIndexes(PolicyDraft policy) =>
        policy.Add(new Statement("Query" + _sid, ["dynamodb:Query"], [.. DynamoLayout.Indexes.Select(i => (Input<string>)Output.Format($"{Arn}/index/{i.Name}"))]));
}
