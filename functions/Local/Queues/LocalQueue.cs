using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Queues;

/// <summary>Queues in the local host's file: delay, visibility, attempts and dead letters as SQS has them.</summary>
/// <param name="definitions">The queues that there are; the dead-letter queues among them.</param>
public sealed class LocalQueue(SqliteStore store, IEnumerable<QueueDefinition> definitions, TimeProvider clock) : IQueue, IQueuePump
{
    private readonly Dictionary<QueueName, QueueDefinition> _definitions = definitions.ToDictionary(static d => d.Name);
    private readonly ConcurrentDictionary<QueueName, QueueSignal> _signals = new();

    public async Task SendAsync(TenantId tenant, QueueName queue, OutgoingMessage message, CancellationToken cancellation)
    {
        await SendManyAsync(tenant, queue, [message], cancellation).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<SendOutcome>> SendManyAsync(
        TenantId tenant, QueueName queue, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellation)
    {
        _ = Definition(queue);
        _ = tenant.Value;
        await store.WriteAsync(session =>
        {
            foreach (var message in messages) MessageRows.Insert(session, queue, tenant, message, clock.GetUtcNow());
            return messages.Count;
        }, cancellation).ConfigureAwait(false);
        Signal(queue).Raise();
        return [.. messages.Select(static _ => SendOutcome.Sent)];
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(QueueName queue, int maximum, TimeSpan visibility, CancellationToken cancellation)
    {
        var definition = Definition(queue);
        return store.WriteAsync<IReadOnlyList<ReceivedMessage>>(session =>
        {
            var now = clock.GetUtcNow();
            MessageRows.BuryExhausted(session, definition, now);
            return MessageRows.Take(session, queue, maximum, now, now + visibility, RandomNumberGenerator.GetHexString(16, lowercase: true));
        }, cancellation);
    }

    public Task<bool> AcknowledgeAsync(QueueName queue, string receipt, CancellationToken cancellation) =>
        store.WriteAsync(session => MessageRows.Delete(session, queue, receipt), cancellation);

    public async Task<bool> ReleaseAsync(QueueName queue, string receipt, TimeSpan delay, CancellationToken cancellation)
    {
        var released = await store.WriteAsync(session => MessageRows.Show(session, queue, receipt, clock.GetUtcNow() + delay), cancellation).ConfigureAwait(false);
        Signal(queue).Raise();
        return released;
    }

    public async Task<bool> ParkAsync(QueueName queue, ReceivedMessage message, string reason, CancellationToken cancellation)
    {
        var letters = Definition(queue).DeadLetters ?? throw new InvalidOperationException($"The queue '{queue}' has no dead-letter queue.");
        var parked = await store.WriteAsync(session => MessageRows.Park(session, queue, message, letters, reason, clock.GetUtcNow()), cancellation).ConfigureAwait(false);
        Signal(letters).Raise();
        return parked;
    }

    /// <summary>
    /// Gives back what a process that is gone had received: it is visible now. Call it before any pump runs, where no other
    /// process works on the file; else what another is handling would be handed out twice.
    /// </summary>
    public Task<int> ReleaseAbandonedAsync(CancellationToken cancellation) =>
        store.WriteAsync(session => MessageRows.ShowReceived(session, clock.GetUtcNow()), cancellation);

    /// <summary>
    /// Completes when something was sent or released since <see cref="ReceiveAsync"/> was last called by this waiter, at the
    /// latest after <paramref name="most"/>: what is only delayed or hidden raises no signal.
    /// </summary>
    public Task WaitAsync(QueueName queue, TimeSpan most, CancellationToken cancellation) => Signal(queue).WaitAsync(most, clock, cancellation);

    /// <summary>How many messages the queue holds, visible or not.</summary>
    public Task<int> CountAsync(QueueName queue, CancellationToken cancellation) =>
        store.ReadAsync(session => MessageRows.Count(session, queue), cancellation);

    private QueueDefinition Definition(QueueName queue) =>
        _definitions.TryGetValue(queue, out var definition) ? definition : throw new QueueNotFoundException(queue);

    private QueueSignal Signal(QueueName queue) => _signals.GetOrAdd(queue, static _ => new QueueSignal());
}
