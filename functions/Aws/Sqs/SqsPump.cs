using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Aws.Sqs;

/// <summary>
/// Receives from SQS where no event source mapping does: workers in containers, and redrives. Attempts and dead letters are
/// the queue's own redrive policy.
/// </summary>
public sealed class SqsPump(IAmazonSQS client, IReadOnlyDictionary<QueueName, SqsAddress> addresses) : IQueuePump
{
    private const string ReceiveCount = "ApproximateReceiveCount";
    private const int MaximumBatch = 10;

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(QueueName queue, int maximum, TimeSpan visibility, CancellationToken cancellation)
    {
        var response = await client.ReceiveMessageAsync(
            new ReceiveMessageRequest(AddressOf(queue).Url)
            {
                MaxNumberOfMessages = Math.Min(maximum, MaximumBatch),
                VisibilityTimeout = (int)visibility.TotalSeconds,
                MessageAttributeNames = ["All"],
                MessageSystemAttributeNames = [ReceiveCount],
            },
            cancellation).ConfigureAwait(false);
        var received = new List<ReceivedMessage>();
        foreach (var message in response.Messages ?? [])
            if (Read(message) is { } read) received.Add(read); // What names no tenant was not sent by us: redrive takes it to the dead letters.
        return received;
    }

    public Task<bool> AcknowledgeAsync(QueueName queue, string receipt, CancellationToken cancellation) =>
        IsFreshAsync(() => client.DeleteMessageAsync(new DeleteMessageRequest(AddressOf(queue).Url, receipt), cancellation));

    public Task<bool> ReleaseAsync(QueueName queue, string receipt, TimeSpan delay, CancellationToken cancellation) =>
        IsFreshAsync(() => client.ChangeMessageVisibilityAsync(new ChangeMessageVisibilityRequest(AddressOf(queue).Url, receipt, (int)delay.TotalSeconds), cancellation));

    /// <summary>Sends it to the dead letters first: a crash between the two leaves it twice, never not at all.</summary>
    public async Task<bool> ParkAsync(QueueName queue, ReceivedMessage message, string reason, CancellationToken cancellation)
    {
        var letters = AddressOf(queue).DeadLetters ?? throw new InvalidOperationException($"The queue '{queue}' has no dead-letter queue.");
        var attributes = message.Attributes.ToDictionary(static a => a.Key, static a => SqsAttributes.Text(a.Value));
        attributes[MessageAttributeNames.Tenant] = SqsAttributes.Text(message.Tenant.Value);
        attributes[MessageAttributeNames.Reason] = SqsAttributes.Text(reason);
        await client.SendMessageAsync(new SendMessageRequest(letters, message.Body) { MessageAttributes = attributes }, cancellation).ConfigureAwait(false);
        return await AcknowledgeAsync(queue, message.Receipt, cancellation).ConfigureAwait(false);
    }

    private static ReceivedMessage? Read(Message message)
    {
        var attributes = (message.MessageAttributes ?? []).ToDictionary(static a => a.Key, static a => a.Value.StringValue ?? "", StringComparer.Ordinal);
        if (SqsAttributes.TenantOf(attributes) is not { } tenant) return null;
        attributes.Remove(MessageAttributeNames.Tenant);
        var attempt = int.Parse(message.Attributes[ReceiveCount], CultureInfo.InvariantCulture);
        return new ReceivedMessage(message.MessageId, message.ReceiptHandle, tenant, message.Body, attributes, attempt);
    }

    private static async Task<bool> IsFreshAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is ReceiptHandleIsInvalidException or MessageNotInflightException)
        {
            return false;
        }
    }

    private SqsAddress AddressOf(QueueName queue) => addresses.TryGetValue(queue, out var address) ? address : throw new QueueNotFoundException(queue);
}
