using Ghostbusters.Infra.Permissions;
using Ghostbusters.Infra.Settings;
using Ghostbusters.Infra.Storage;
using Pulumi;
using Pulumi.Aws.Sns;

namespace Ghostbusters.Infra.Watching;

/// <summary>Where alarms go, and who hears them.</summary>
public sealed class AlarmTopic : ComponentResource
{
    public AlarmTopic(string name, StackSettings settings, EncryptionKey? key, Output<string> accountId, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:AlarmTopic", name, options)
    {
        var own = new CustomResourceOptions { Parent = this };
        var topic = new Topic(name, new TopicArgs
        {
            Name = settings.Names.Of(name),
            KmsMasterKeyId = key is null ? null : (Input<string>)key.Arn, // AWS's own key cannot be used by alarms; without one of ours the topic is not encrypted.
            TracingConfig = "Active",
            Tags = settings.Names.Tags,
        }, own);
        Arn = topic.Arn;
        _ = new TopicPolicy(name, new TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = new PolicyDraft(
                new Statement("Alarms", ["sns:Publish"], topic.Arn)
                {
                    Principal = Principal.Service("cloudwatch.amazonaws.com"),
                    Conditions = [("StringEquals", "aws:SourceAccount", accountId)],
                },
                Transport.Deny("sns:Publish", topic.Arn)).ToJson(),
        }, own);
        for (var i = 0; i < settings.AlarmEmails.Count; i++)
            _ = new TopicSubscription($"{name}-{i}", new TopicSubscriptionArgs { Topic = topic.Arn, Protocol = "email", Endpoint = settings.AlarmEmails[i] }, own);
        RegisterOutputs();
    }

    public Output<string> Arn { get; }
}
