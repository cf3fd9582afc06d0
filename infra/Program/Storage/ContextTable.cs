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

    public void GrantRead(PolicyDraft policy) => Grant(policy, "Read", "dynamodb:GetItem");

    public void GrantList(PolicyDraft policy) => Grant(policy, "List", "dynamodb:Query");

    /// <summary>Makes items too: the adapter puts by updating.</summary>
    public void GrantWrite(PolicyDraft policy) => Grant(policy, "Write", "dynamodb:UpdateItem");

    public void GrantDelete(PolicyDraft policy) => Grant(policy, "Delete", "dynamodb:DeleteItem");

    /// <summary>An index is an ARN of its own, which only those need that query it.</summary>
    public void GrantListIndex(PolicyDraft policy, string index) =>
        policy.Add(new Statement($"List{_sid}{char.ToUpperInvariant(index[0])}{index[1..].ToLowerInvariant()}", ["dynamodb:Query"], Output.Format($"{Arn}/index/{index}")));

    private void Grant(PolicyDraft policy, string what, string action) => policy.Add(new Statement(what + _sid, [action], Arn));
}
