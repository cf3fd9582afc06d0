using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Queues;

/// <summary>Sends messages. Delivery is at least once and in no order; implementations may be used by many threads.</summary>
public interface IQueue
{
    /// <summary>Sends one message; it is queued when the task completes.</summary>
    /// <exception cref="QueueNotFoundException">There is no such queue.</exception>
    Task SendAsync(TenantId tenant, QueueName queue, OutgoingMessage message, CancellationToken cancellation);

    /// <summary>Sends messages, each for itself.</summary>
    /// <returns>What became of each, in the order of the messages. Throttled and half-failed batches are retried first.</returns>
    Task<IReadOnlyList<SendOutcome>> SendManyAsync(TenantId tenant, QueueName queue, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellation);
}

/// <summary>What became of one message of a batch.</summary>
/// <param name="IsSent">Whether it is queued.</param>
/// <param name="Error">The store's word for why not; null where it was sent.</param>
public sealed record SendOutcome(bool IsSent, string? Error)
{
    public static SendOutcome Sent { get; } = new(true, null);

    public static SendOutcome Failed(string error) => new(false, error);
}

/// <summary>A queue is named that nobody made.</summary>
public sealed class QueueNotFoundException(QueueName queue, Exception? inner = null) : Exception($"There is no queue '{queue}'.", inner);
