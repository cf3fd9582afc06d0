using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Aws.Sqs;

/// <summary>Queues of SQS. The tenant travels as an attribute that no sender can set.</summary>
/// <param name="addresses">The queues that there are.</param>
public sealed class SqsQueue(IAmazonSQS client, IReadOnlyDictionary<QueueName, SqsAddress> addresses) : IQueue
{
    private const int BatchSize = 10;
    private const int BatchBytes = 250 * 1024;
    private const int MaximumAttempts = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    public Task SendAsync(TenantId tenant, QueueName queue, OutgoingMessage message, CancellationToken cancellation) => client.SendMessageAsync(
        new SendMessageRequest(AddressOf(queue).Url, message.Body)
        {
            DelaySeconds = (int)message.Delay.TotalSeconds,
            MessageAttributes = SqsAttributes.Write(tenant, message),
        },
        cancellation);

    public async Task<IReadOnlyList<SendOutcome>> SendManyAsync(
        TenantId tenant, QueueName queue, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellation)
    {
        var address = AddressOf(queue);
        var outcomes = new SendOutcome[messages.Count];
        foreach (var batch in Batches(messages))
        {
            List<int> left = [.. batch];
            for (var attempt = 0; left.Count > 0 && attempt < MaximumAttempts; attempt++)
            {
                if (attempt > 0) await Task.Delay(FirstPause * (1 << attempt), cancellation).ConfigureAwait(false);
                left = await SendAsync(tenant, address, messages, left, outcomes, cancellation).ConfigureAwait(false);
            }
        }
        return outcomes;
    }

    /// <summary>Sends one batch, notes what became of each, and says which are worth trying again.</summary>
    private async Task<List<int>> SendAsync(
        TenantId tenant, SqsAddress address, IReadOnlyList<OutgoingMessage> messages, List<int> batch, SendOutcome[] outcomes, CancellationToken cancellation)
    {
        var entries = batch.Select(i => new SendMessageBatchRequestEntry(i.ToString(CultureInfo.InvariantCulture), messages[i].Body)
        {
            DelaySeconds = (int)messages[i].Delay.TotalSeconds,
            MessageAttributes = SqsAttributes.Write(tenant, messages[i]),
        });
        foreach (var i in batch) outcomes[i] = SendOutcome.Failed("no-answer"); // Until the answer says otherwise.
        var response = await client.SendMessageBatchAsync(new SendMessageBatchRequest(address.Url, [.. entries]), cancellation).ConfigureAwait(false);
        foreach (var sent in response.Successful ?? []) outcomes[Index(sent.Id)] = SendOutcome.Sent;
        foreach (var failed in response.Failed ?? []) outcomes[Index(failed.Id)] = SendOutcome.Failed(failed.Code);
        return [.. (response.Failed ?? []).Where(static f => f.SenderFault != true).Select(static f => Index(f.Id))];
    }

    private static int Index(string id) => int.Parse(id, CultureInfo.InvariantCulture);

    /// <summary>SQS bounds a batch both in entries and in bytes.</summary>
    private static IEnumerable<List<int>> Batches(IReadOnlyList<OutgoingMessage> messages)
    {
        var batch = new List<int>();
        var bytes = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            var size = SqsAttributes.SizeOf(messages[i]);
            if (batch.Count > 0 && (batch.Count == BatchSize || bytes + size > BatchBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
            batch.Add(i);
            bytes += size;
        }
        if (batch.Count > 0) yield return batch;
    }

    private SqsAddress AddressOf(QueueName queue) => addresses.TryGetValue(queue, out var address) ? address : throw new QueueNotFoundException(queue);
}
