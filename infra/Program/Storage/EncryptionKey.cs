using Ghostbusters.Infra.Permissions;
using Ghostbusters.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Kms;
using Alias = Pulumi.Aws.Kms.Alias;

namespace Ghostbusters.Infra.Storage;

/// <summary>A key of one's own for what is kept: tables, blobs, queues, logs, secrets.</summary>
public sealed class EncryptionKey : ComponentResource
{
    private static readonly string[] Use = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];

    public EncryptionKey(string name, Names names, Output<string> accountId, Output<string> region, Output<string> partition, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:EncryptionKey", name, options)
    {
        var own = new CustomResourceOptions { Parent = this };
        var key = new Key(name, new KeyArgs
        {
            Description = $"What {names.Project} keeps in {names.Stack}",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
            Policy = Policy(accountId, region, partition).ToJson(),
            Tags = names.Tags,
        }, own);
        _ = new Alias(name, new AliasArgs { Name = $"alias/{names.Of(name)}", TargetKeyId = key.KeyId }, own);
        Arn = key.Arn;
        RegisterOutputs();
    }

    public Output<string> Arn { get; }

    /// <summary>A function whose data the key encrypts needs it: AWS asks with the function's own rights.</summary>
    public void GrantUse(PolicyDraft policy) => policy.Add(new Statement("UseKey", ["kms:Decrypt", "kms:GenerateDataKey"], Arn));

    private static PolicyDraft Policy(Output<string> accountId, Output<string> region, Output<string> partition) => new(
        new Statement("Account", ["kms:*"], "*") { Principal = Principal.Aws(Output.Format($"arn:{partition}:iam::{accountId}:root")) },
        new Statement("Logs", [.. Use, "kms:DescribeKey"], "*")
        {
            Principal = Principal.Service(Output.Format($"logs.{region}.amazonaws.com")),
            Conditions = [("ArnLike", "kms:EncryptionContext:aws:logs:arn", Output.Format($"arn:{partition}:logs:{region}:{accountId}:*"))],
        },
        new Statement("Alarms", ["kms:Decrypt", "kms:GenerateDataKey"], "*")
        {
            Principal = Principal.Service("cloudwatch.amazonaws.com"),
            Conditions = [("StringEquals", "aws:SourceAccount", accountId)],
        });
}
