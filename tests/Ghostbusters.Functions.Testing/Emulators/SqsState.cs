using System.Globalization;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>The queues of the protocol server.</summary>
internal sealed class SqsState(IReadOnlyList<QueueDefinition> definitions, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private int _next;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a message comes or is shown again.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock) return _changed.Task;
        }
    }

    public bool Has(string queue) => definitions.Any(d => d.Name.Value == queue);

    public string Send(string queue, string body, Dictionary<string, string> attributes, int delay)
    {
        lock (_lock)
        {
            var entry = new Entry(_next++, body, attributes, clock.GetUtcNow()) { Queue = queue, Visible = clock.GetUtcNow().AddSeconds(delay) };
            _entries.Add(entry);
            Change();
            return entry.MessageId;
        }
    }

    public JsonArray Receive(string queue, int maximum, int visibility)
    {
        var definition = definitions.Single(d => d.Name.Value == queue);
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var dead in _entries.Where(e => e.Queue == queue && e.Visible <= now && e.Attempts >= definition.MaximumAttempts))
            {
                if (definition.DeadLetters is not { } letters) continue;
                (dead.Queue, dead.Attempts, dead.Receipt) = (letters.Value, 0, null);
                Change();
            }
            var messages = new JsonArray();
            foreach (var entry in _entries.Where(e => e.Queue == queue && e.Visible <= now).OrderBy(static e => e.Id).Take(maximum).ToList())
            {
                (entry.Visible, entry.Attempts) = (now.AddSeconds(visibility), entry.Attempts + 1);
                entry.FirstReceived ??= now;
                entry.Receipt = $"receipt-{entry.Id}-{entry.Attempts}-{_next++}";
                messages.Add((JsonNode)entry.Write());
            }
            return messages;
        }
    }

    public bool Delete(string queue, string receipt)
    {
        lock (_lock) return _entries.RemoveAll(e => e.Queue == queue && e.Receipt == receipt) == 1;
    }

    public bool Show(string queue, string receipt, int visibility)
    {
        lock (_lock)
        {
            if (_entries.Find(e => e.Queue == queue && e.Receipt == receipt) is not { } entry) return false;
            (entry.Visible, entry.Receipt) = (clock.GetUtcNow().AddSeconds(visibility), null);
            Change();
            return true;
        }
    }

    private void Change()
    {
        _changed.SetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Entry(int id, string body, Dictionary<string, string> attributes, DateTimeOffset sent)
    {
        public int Id => id;

        public string MessageId => "message-" + id.ToString(CultureInfo.InvariantCulture);

        public required string Queue { get; set; }

        public required DateTimeOffset Visible { get; set; }

        public int Attempts { get; set; }

        public DateTimeOffset? FirstReceived { get; set; }

        public string? Receipt { get; set; }

        public JsonObject Write()
        {
            var named = new JsonObject();
            foreach (var (name, value) in attributes) named[name] = new JsonObject { ["DataType"] = "String", ["StringValue"] = value };
            return new JsonObject
            {
                ["MessageId"] = MessageId,
                ["ReceiptHandle"] = Receipt,
                ["Body"] = body,
                ["MD5OfBody"] = SqsDigest.OfBody(body),
                ["MD5OfMessageAttributes"] = SqsDigest.OfAttributes(attributes),
                ["Attributes"] = new JsonObject
                {
                    ["ApproximateReceiveCount"] = Attempts.ToString(CultureInfo.InvariantCulture),
                    ["SentTimestamp"] = Milliseconds(sent),
                    ["SenderId"] = "AROAEXAMPLE:function",
                    ["ApproximateFirstReceiveTimestamp"] = Milliseconds(FirstReceived ?? sent),
                },
                ["MessageAttributes"] = named,
            };
        }

        private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    }
}
