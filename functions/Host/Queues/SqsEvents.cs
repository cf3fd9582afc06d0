using System.Globalization;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Host.Queues;

/// <summary>Messages of a local queue as the event that Lambda makes of SQS's.</summary>
internal static class SqsEvents
{
    public static SQSEvent Of(QueueName queue, IReadOnlyList<ReceivedMessage> messages) =>
        new() { Records = [.. messages.Select(message => Record(queue, message))] };

    /// <summary>The tenant travels as an attribute, as with SQS; a sender cannot have set it.</summary>
    private static SQSEvent.SQSMessage Record(QueueName queue, ReceivedMessage message) => new()
    {
        MessageId = message.Id,
        ReceiptHandle = message.Receipt,
        Body = message.Body,
        EventSource = "aws:sqs",
        EventSourceArn = $"arn:aws:sqs:local:000000000000:{queue}",
        AwsRegion = "local",
        Attributes = new Dictionary<string, string> { ["ApproximateReceiveCount"] = message.Attempt.ToString(CultureInfo.InvariantCulture) },
        MessageAttributes = message.Attributes.Append(new(MessageAttributeNames.Tenant, message.Tenant.Value))
            .ToDictionary(static a => a.Key, static a => new SQSEvent.MessageAttribute { DataType = "String", StringValue = a.Value }, StringComparer.Ordinal),
    };
}
