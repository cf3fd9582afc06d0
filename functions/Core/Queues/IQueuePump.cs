using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Queues;

/// <summary>
/// The receiving end. On AWS the event source mapping is it; locally the host's pumps are. It hands out messages of all
/// tenants, each with its own: a handler gets the tenant from there and from nowhere else.
/// </summary>
public interface IQueuePump
{
    /// <summary>
    /// Up to <paramref name="maximum"/> messages that are visible now, hidden from others for <paramref name="visibility"/>.
    /// Answers at once, empty where nothing waits. A message that was received as often as its queue allows goes to the
    /// dead-letter queue instead of being handed out again.
    /// </summary>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(QueueName queue, int maximum, TimeSpan visibility, CancellationToken cancellation);

    /// <summary>It is done and goes away. False: the receipt is stale, somebody else has or had the message.</summary>
    Task<bool> AcknowledgeAsync(QueueName queue, string receipt, CancellationToken cancellation);

    /// <summary>It failed and becomes visible again after the delay. False: the receipt is stale.</summary>
    Task<bool> ReleaseAsync(QueueName queue, string receipt, TimeSpan delay, CancellationToken cancellation);

    /// <summary>It can never succeed: it goes to the dead-letter queue at once, with its attributes and the reason. False: the receipt is stale.</summary>
    Task<bool> ParkAsync(QueueName queue, ReceivedMessage message, string reason, CancellationToken cancellation);
}

/// <summary>A message as it was received.</summary>
/// <param name="Id">The same at each delivery.</param>
/// <param name="Receipt">Of this delivery.</param>
/// <param name="Tenant">Whose it is, as the sender's verified caller said.</param>
/// <param name="Body">As sent.</param>
/// <param name="Attributes">As sent, and the reason where it was parked.</param>
/// <param name="Attempt">Which delivery this is, from 1.</param>
public sealed record ReceivedMessage(
    string Id, string Receipt, TenantId Tenant, string Body, IReadOnlyDictionary<string, string> Attributes, int Attempt);

/// <summary>How a queue behaves.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MaximumAttempts">After so many deliveries a message goes to the dead-letter queue.</param>
/// <param name="DeadLetters">That queue; null: it has none and messages stay.</param>
public sealed record QueueDefinition(QueueName Name, int MaximumAttempts, QueueName? DeadLetters)
{
    /// <summary>Deliveries before a message goes to the dead letters: five tries, and one to write down that all of them died.</summary>
    public const int MaximumDeliveries = 6;

    /// <summary>A queue and its dead letters, which stay until somebody moves them.</summary>
    public static IReadOnlyList<QueueDefinition> WithDeadLetters(QueueName queue) =>
        [new(queue, MaximumDeliveries, queue.DeadLetters), new(queue.DeadLetters, int.MaxValue, null)];
}
