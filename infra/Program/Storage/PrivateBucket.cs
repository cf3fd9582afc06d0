using Ghostbusters.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using BucketLoggingArgs = Pulumi.Aws.S3.BucketLoggingArgs;
using BucketServerSideEncryptionConfigurationArgs = Pulumi.Aws.S3.BucketServerSideEncryptionConfigurationArgs;
using BucketVersioningArgs = Pulumi.Aws.S3.BucketVersioningArgs;

namespace Ghostbusters.Infra.Storage;

/// <summary>A bucket that only this account's roles reach, over TLS, encrypted, with an end to everything.</summary>
public sealed class PrivateBucket : ComponentResource
{
    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:PrivateBucket", name, options)
    {
        var scope = args.Scope;
        var own = new CustomResourceOptions { Parent = this };
        var bucket = new Bucket(name, new BucketArgs
        {
            BucketName = Output.Format($"{scope.Names.Of(name)}-{scope.AccountId}"), // Names of buckets are the world's, not the account's.
            ForceDestroy = !scope.Settings.IsProduction,
            Tags = scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this, Protect = scope.Settings.IsProduction, RetainOnDelete = scope.Settings.IsProduction });
        Name = bucket.BucketName;
        Arn = bucket.Arn;
        var closed = new BucketPublicAccessBlock(name, new BucketPublicAccessBlockArgs
        {
            Bucket = Name,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, own);
        _ = new BucketOwnershipControls(name, new BucketOwnershipControlsArgs { Bucket = Name, Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" } }, own);
        _ = new BucketVersioning(name, new BucketVersioningArgs { Bucket = Name, VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" } }, own);
        _ = new BucketServerSideEncryptionConfiguration(name, new BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = Name,
            Rules =
            [
                new BucketServerSideEncryptionConfigurationRuleArgs
                {
                    // Access logs cannot be written with a key of one's own.
                    ApplyServerSideEncryptionByDefault = scope.Key is { } key && !args.TakesAccessLogs
                        ? new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "aws:kms", KmsMasterKeyId = key.Arn }
                        : new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" },
                    BucketKeyEnabled = true,
                },
            ],
        }, own);
        _ = new BucketLifecycleConfiguration(name, new BucketLifecycleConfigurationArgs
        {
            Bucket = Name,
            Rules =
            [
                new BucketLifecycleConfigurationRuleArgs
                {
                    Id = "end",
                    Status = "Enabled",
                    Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = 1 },
                    NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = 7 },
                    Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = args.Days },
                },
            ],
        }, own);
        _ = new BucketPolicy(name, new BucketPolicyArgs { Bucket = Name, Policy = Policy(args).ToJson() }, new CustomResourceOptions { Parent = this, DependsOn = closed });
        if (args.AccessLogs is { } logs) _ = new BucketLogging(name, new BucketLoggingArgs { Bucket = Name, TargetBucket = logs.Name, TargetPrefix = name + "/" }, own);
        RegisterOutputs();
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }

    /// <summary>Of the bucket; without it S3 says of a missing object that it is forbidden.</summary>
    public void GrantList(PolicyDraft policy) => policy.Add(new Statement("ListBlobs", ["s3:ListBucket"], Arn));

    public void GrantRead(PolicyDraft policy) => policy.Add(new Statement("ReadBlobs", ["s3:GetObject"], Output.Format($"{Arn}/*")));

    public void GrantWrite(PolicyDraft policy) => policy.Add(new Statement("WriteBlobs", ["s3:PutObject"], Output.Format($"{Arn}/*")));

    public void GrantDelete(PolicyDraft policy) => policy.Add(new Statement("DeleteBlobs", ["s3:DeleteObject"], Output.Format($"{Arn}/*")));

    private PolicyDraft Policy(PrivateBucketArgs args)
    {
        var policy = new PolicyDraft(Transport.Deny("s3:*", Arn, Output.Format($"{Arn}/*")));
        if (args.TakesAccessLogs)
        {
            policy.Add(new Statement("AccessLogs", ["s3:PutObject"], Output.Format($"{Arn}/*"))
            {
                Principal = Principal.Service("logging.s3.amazonaws.com"),
                Conditions = [("StringEquals", "aws:SourceAccount", args.Scope.AccountId)],
            });
        }
        return policy;
    }
}

/// <summary>What a <see cref="PrivateBucket"/> needs.</summary>
public sealed record PrivateBucketArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>After so many days an object goes.</summary>
    public required int Days { get; init; }

    /// <summary>Where requests for its objects are written down; null: nowhere.</summary>
    public PrivateBucket? AccessLogs { get; init; }

    /// <summary>Whether others' access logs go here.</summary>
    public bool TakesAccessLogs { get; init; }
}
