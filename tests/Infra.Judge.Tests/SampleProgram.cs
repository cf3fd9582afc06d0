using Pulumi;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Recording;
using Pulumi.Testing;
using Aws = Pulumi.Aws;

namespace Ghostbusters.Infra.Judge.Tests;

/// <summary>A program with something of every kind of input: nested, lists, maps, enums, secrets, files, JSON, unknown values.</summary>
internal static class SampleProgram
{
    /// <summary>The recorded graph of a preview or a deployment.</summary>
    public static async Task<ResourceGraph> RecordAsync(bool preview)
    {
        var options = new TestOptions { ProjectName = "sample", StackName = "test", IsPreview = preview };
        var (resources, _) = await Deployment.TestAsync(new Mocks(), options, Declare);
        return ResourceGraph.Of(resources);
    }

    private static Dictionary<string, object?> Declare()
    {
        var provider = new Aws.Provider("aws", new()
        {
            Region = "eu-central-1",
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["project"] = "sample" } },
        });
        var group = new Group("group", new() { Provider = provider });
        var inGroup = new CustomResourceOptions { Parent = group, Protect = true };
        var role = new Aws.Iam.Role("role", new() { AssumeRolePolicy = "{}" }, inGroup);
        var table = new Aws.DynamoDB.Table("table", new()
        {
            Attributes = { new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = "PK", Type = "S" } },
            HashKey = "PK",
            BillingMode = "PAY_PER_REQUEST",
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs { Enabled = true },
        }, new() { Parent = group, RetainOnDelete = true });
        var logs = new Aws.CloudWatch.LogGroup("logs", new() { RetentionInDays = 30 }, inGroup);
        var parameter = new Aws.Ssm.Parameter("parameter", new() { Type = Aws.Ssm.ParameterType.SecureString, Value = "s3cret" }, inGroup);
        var function = new Aws.Lambda.Function("function", new()
        {
            Role = role.Arn,
            Runtime = Aws.Lambda.Runtime.CustomAL2023,
            Handler = "bootstrap",
            Architectures = { "arm64" },
            Code = new FileArchive("artifacts/sample"),
            Timeout = 10,
            MemorySize = 512,
            TracingConfig = new FunctionTracingConfigArgs { Mode = "Active" },
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = logs.Name },
            Environment = new FunctionEnvironmentArgs { Variables = { ["TABLE"] = table.Name, ["SECRET"] = parameter.Name } },
        }, new() { Parent = group, DependsOn = { logs } });
        _ = new Aws.Lambda.Alias("alias", new()
        {
            FunctionName = function.Name,
            FunctionVersion = function.Version,
            RoutingConfig = new AliasRoutingConfigArgs { AdditionalVersionWeights = { ["1"] = 0.25 } },
        }, inGroup);
        var queue = new Aws.Sqs.Queue("queue", new() { SqsManagedSseEnabled = true, MessageRetentionSeconds = 1209600 }, inGroup);
        _ = new Aws.Sqs.RedriveAllowPolicy("allow", new() { QueueUrl = queue.Id, RedriveAllowPolicyName = "{}" }, inGroup);
        _ = new Aws.Lambda.EventSourceMapping("mapping", new()
        {
            EventSourceArn = queue.Arn,
            FunctionName = function.Arn,
            FunctionResponseTypes = { "ReportBatchItemFailures" },
            ScalingConfig = new EventSourceMappingScalingConfigArgs { MaximumConcurrency = 5 },
        }, inGroup);
        var bucket = new Aws.S3.Bucket("bucket", new() { BucketName = "sample" }, inGroup);
        _ = new Aws.S3.BucketLifecycleConfiguration("lifecycle", new()
        {
            Bucket = bucket.BucketName,
            Rules =
            {
                new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "expire",
                    Status = "Enabled",
                    AbortIncompleteMultipartUpload = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = 7 },
                },
            },
        }, inGroup);
        var api = new Aws.ApiGateway.RestApi("api", new() { Body = function.InvokeArn.Apply(arn => $$"""{"uri":"{{arn}}"}""") }, inGroup);
        _ = new Aws.ApiGateway.Deployment("deployment", new() { RestApi = api.Id, Triggers = { ["body"] = "hash" } }, inGroup);
        _ = new Aws.CloudWatch.MetricAlarm("alarm", new()
        {
            ComparisonOperator = "GreaterThanThreshold",
            EvaluationPeriods = 1,
            Threshold = 0.5,
            Dimensions = { ["FunctionName"] = function.Name },
        }, inGroup);
        _ = new Aws.Iam.RolePolicy("policy", new()
        {
            Role = role.Id,
            Policy = Output.JsonSerialize(Output.Create(new Dictionary<string, object?> { ["Resource"] = table.Arn })),
        }, inGroup);
        return new() { ["table"] = table.Name, ["secret"] = parameter.Value };
    }

    private sealed class Group(string name, ComponentResourceOptions options) : ComponentResource("sample:index:Group", name, options);

    private sealed class Mocks : IMocks
    {
        /// <summary>As AWS: a function has no version before it is there.</summary>
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            var state = args.Inputs.SetItem("arn", $"arn:{args.Type}:{args.Name}").SetItem("name", args.Name!);
            if (args.Type == "aws:lambda/function:Function" && !Deployment.Instance.IsDryRun) state = state.SetItem("version", "1").SetItem("invokeArn", "i");
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException(args.Token);
    }
}
