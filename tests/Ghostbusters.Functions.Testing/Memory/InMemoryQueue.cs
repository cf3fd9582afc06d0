using System.Globalization;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Testing.Memory;

/// <summary>The queues as the port describes them.</summary>
public sealed class InMemoryQueue(IEnumerable<QueueDefinition> definitions, TimeProvider clock) : IQueue, IQueuePump
{
    private readonly Lock _lock = new();
    private readonly Dictionary<QueueName, QueueDefinition> _definitions = definitions.ToDictionary(static d => d.Name);
    private readonly List<Waiting> _messages = [];
    private int _next;

    /// <summary>What a queue holds, visible or not, in the order of sending.</summary>
    public IReadOnlyList<ReceivedMessage> In(QueueName queue)
    {
        lock (_lock) return [.. _messages.Where(m => m.Queue == queue).Select(static m => m.Received)];
    }

    public async Task SendAsync(TenantId tenant, QueueName queue, OutgoingMessage message, CancellationToken cancellation) =>
        await SendManyAsync(tenant, queue, [message], cancellation);

    public Task<IReadOnlyList<SendOutcome>> SendManyAsync(TenantId tenant, QueueName queue, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellation)
    {
        _ = tenant.Value;
        _ = Definition(queue);
        lock (_lock)
        {
            foreach (var message in messages)
                _messages.Add(new Waiting(_next++, tenant, queue, message.Body, message.Attributes, clock.GetUtcNow() + message.Delay));
        }
        return Task.FromResult<IReadOnlyList<SendOutcome>>([.. messages.Select(static _ => SendOutcome.Sent)]);
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(QueueName queue, int maximum, TimeSpan visibility, CancellationToken cancellation)
    {
        var definition = Definition(queue);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            foreach (var dead in _messages.Where(m => m.Queue == queue && m.Visible <= now && m.Attempts >= definition.MaximumAttempts))
                if (definition.DeadLetters is { } letters) dead.Move(letters, "attempts-exhausted", now);
            var taken = _messages.Where(m => m.Queue == queue && m.Visible <= now).OrderBy(static m => m.Visible).ThenBy(static m => m.Id).Take(maximum).ToList();
            foreach (var message in taken) message.Take(now + visibility);
            return Task.FromResult<IReadOnlyList<ReceivedMessage>>([.. taken.Select(static m => m.Received)]);
        }
    }

    public Task<bool> AcknowledgeAsync(QueueName queue, string receipt, CancellationToken cancellation) =>
        WithAsync(queue, receipt, message => _messages.Remove(message));

    public Task<bool> ReleaseAsync(QueueName queue, string receipt, TimeSpan delay, CancellationToken cancellation) =>
        WithAsync(queue, receipt, message => message.Show(clock.GetUtcNow() + delay));

    public Task<bool> ParkAsync(QueueName queue, ReceivedMessage message, string reason, CancellationToken cancellation)
    {
        var letters = Definition(queue).DeadLetters ?? throw new InvalidOperationException($"The queue '{queue}' has no dead-letter queue.");
        return WithAsync(queue, message.Receipt, each => each.Move(letters, reason, clock.GetUtcNow()));
    }

    private Task<bool> WithAsync(QueueName queue, string receipt, Action<Waiting> act)
    {
        lock (_lock)
        {
            if (_messages.Find(m => m.Queue == queue && m.Receipt == receipt) is not { } message) return Task.FromResult(false);
            act(message);
            return Task.FromResult(true);
        }
    }

    private QueueDefinition Definition(QueueName queue) => _definitions.TryGetValue(queue, out var definition) ? definition : throw new QueueNotFoundException(queue);

    private sealed class Waiting(int id, TenantId tenant, QueueName queue, string body, IReadOnlyDictionary<string, string> attributes, DateTimeOffset visible)
    {
        private IReadOnlyDictionary<string, string> _attributes = attributes;

        public int Id => id;

        public QueueName Queue { get; private set; } = queue;

        public DateTimeOffset Visible { get; private set; } = visible;

        public int Attempts { get; private set; }

        public string? Receipt { get; private set; }

        public ReceivedMessage Received => new(id.ToString(CultureInfo.InvariantCulture), Receipt ?? "", tenant, body, _attributes, Attempts);

        public void Take(DateTimeOffset until) => (Visible, Attempts, Receipt) = (until, Attempts + 1, $"{id}:{Attempts + 1}:{until.Ticks}");

        public void Show(DateTimeOffset from) => (Visible, Receipt) = (from, null);

        public void Move(QueueName letters, string reason, DateTimeOffset now)
        {
            (Queue, Visible, Attempts, Receipt) = (letters, now, 0, null);
            _attributes = new Dictionary<string, string>(_attributes) { [MessageAttributeNames.Reason] = reason };
        }
    }
}
