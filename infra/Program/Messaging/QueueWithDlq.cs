using System.Text.Json.Nodes;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Infra.Permissions;
using Ghostbusters.Infra.Watching;
using Pulumi;
using Pulumi.Aws.Sqs;

namespace Ghostbusters.Infra.Messaging;

/// <summary>A queue, its dead letters, and the alarm that tells of them.</summary>
public sealed class QueueWithDlq : ComponentResource
{
    private const int Day = 24 * 60 * 60;

    private readonly string _sid;

    public QueueWithDlq(string name, QueueWithDlqArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:QueueWithDlq", name, options)
    {
        var scope = args.Scope;
        _sid = string.Concat(name.Split('-').Select(static w => char.ToUpperInvariant(w[0]) + w[1..]));
        Name = name;
        DeadLetters = Make(new QueueName(name).DeadLetters.Value, scope, new QueueArgs { MessageRetentionSeconds = 14 * Day, VisibilityTimeoutSeconds = (int)args.Visibility.TotalSeconds });
        var queue = Make(name, scope, new QueueArgs
        {
            MessageRetentionSeconds = 4 * Day, // Less than the dead letters', which keep a message's first time.
            VisibilityTimeoutSeconds = (int)args.Visibility.TotalSeconds,
            ReceiveWaitTimeSeconds = 20,
            RedrivePolicy = DeadLetters.Arn.Apply(arn => new JsonObject { ["deadLetterTargetArn"] = arn, ["maxReceiveCount"] = QueueDefinition.MaximumDeliveries }.ToJsonString()),
        });
        _ = new RedriveAllowPolicy(name, new RedriveAllowPolicyArgs
        {
            QueueUrl = DeadLetters.Url,
            RedriveAllowPolicyName = queue.Arn.Apply(static arn => new JsonObject { ["redrivePermission"] = "byQueue", ["sourceQueueArns"] = new JsonArray(arn) }.ToJsonString()),
        }, new CustomResourceOptions { Parent = this });
        Url = queue.Url;
        Arn = queue.Arn;
        Alarm = new Alarm(name + "-dead-letters", new AlarmArgs
        {
            Scope = scope,
            Description = $"Messages of {name} could not be handled. See docs/deploy.md, \"Dead letters\".",
            Namespace = "AWS/SQS",
            Metric = "ApproximateNumberOfMessagesVisible",
            Dimensions = new() { ["QueueName"] = DeadLetters.Name },
            Statistic = "Maximum",
            Threshold = 1,
        }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>As the functions call it.</summary>
    public string Name { get; }

    public Output<string> Url { get; }

    public Output<string> Arn { get; }

    public Queue DeadLetters { get; }

    public Alarm Alarm { get; }

    public void GrantSend(PolicyDraft policy) => policy.Add(new Statement("Send" + _sid, ["sqs:SendMessage"], Arn));

    /// <summary>What an event source mapping does with its function's role.</summary>
    public void GrantConsume(PolicyDraft policy) => policy.Add(new Statement("Take" + _sid, ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"], Arn));

    private Queue Make(string name, StackScope scope, QueueArgs args)
    {
        args.Name = scope.Names.Of(name);
        args.Tags = scope.Names.Tags;
        if (scope.Key is { } key)
        {
            args.KmsMasterKeyId = key.Arn;
            args.KmsDataKeyReusePeriodSeconds = 300;
        }
        else
        {
            args.SqsManagedSseEnabled = true;
        }
        var queue = new Queue(name, args, new CustomResourceOptions { Parent = this });
        _ = new QueuePolicy(name, new QueuePolicyArgs { QueueUrl = queue.Url, Policy = new PolicyDraft(Transport.Deny("sqs:*", queue.Arn)).ToJson() }, new CustomResourceOptions { Parent = this });
        return queue;
    }
}

/// <summary>What a <see cref="QueueWithDlq"/> needs.</summary>
public sealed record QueueWithDlqArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>At least six times the consumer's timeout.</summary>
    public required TimeSpan Visibility { get; init; }
}
