using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;
using Amazon.SQS;
using Ghostbusters.Functions.Aws.Sqs;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>What goes wrong with the next request.</summary>
public enum SqsFault
{
    Throttled,
    InternalError,

    /// <summary>Every second entry of a batch is not taken.</summary>
    HalfBatch,
}

/// <summary>SQS's protocol over a state of its own: delay, visibility, attempts, redrive; and it fails on demand.</summary>
public sealed class SqsServer : IAsyncDisposable
{
    private readonly AwsJsonServer _server;
    private readonly SqsState _state;
    private readonly ConcurrentQueue<SqsFault> _faults = new();
    private readonly TimeProvider _clock;
    private int _requests;

    public SqsServer(IEnumerable<QueueDefinition> definitions, TimeProvider clock)
    {
        _clock = clock;
        var known = definitions.ToList();
        _state = new SqsState(known, clock);
        _server = AwsJsonServer.Start(AnswerAsync);
        Addresses = known.ToDictionary(static d => d.Name, d => new SqsAddress(UrlOf(d.Name), d.DeadLetters is { } letters ? UrlOf(letters) : null));
    }

    public Uri Address => _server.Address;

    public IReadOnlyDictionary<QueueName, SqsAddress> Addresses { get; }

    /// <summary>How many requests were refused for their signature.</summary>
    public int Refused => _server.Refused;

    /// <summary>How many requests were answered.</summary>
    public int Requests => _requests;

    /// <summary>Is called before a message is taken into a queue, and held up by it.</summary>
    public Func<QueueName, Task> BeforeSend { get; set; } = static _ => Task.CompletedTask;

    public IAmazonSQS Client(AWSCredentials? credentials = null) => new AmazonSQSClient(credentials ?? AwsJsonServer.Credentials, new AmazonSQSConfig
    {
        ServiceURL = _server.Address.ToString(),
        AuthenticationRegion = RegionEndpoint.EUCentral1.SystemName,
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
    });

    public void FailNext(params SqsFault[] faults)
    {
        foreach (var fault in faults) _faults.Enqueue(fault);
    }

    /// <summary>Puts a message in as somebody else might, without a tenant.</summary>
    public void Inject(QueueName queue, string body) => _state.Send(queue.Value, body, [], 0);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string UrlOf(QueueName queue) => $"{_server.Address}000000000000/{queue.Value}";

    private async Task<AwsAnswer> AnswerAsync(string operation, JsonElement request)
    {
        Interlocked.Increment(ref _requests);
        var half = false;
        if (_faults.TryDequeue(out var fault))
        {
            if (fault == SqsFault.Throttled) return AwsAnswer.Error(400, "RequestThrottled");
            if (fault == SqsFault.InternalError) return AwsAnswer.Error(500, "InternalFailure");
            half = true;
        }
        var queue = request.GetProperty("QueueUrl").GetString()!.Split('/')[^1];
        if (!_state.Has(queue)) return AwsAnswer.Error(400, "QueueDoesNotExist");
        if (operation.StartsWith("SendMessage", StringComparison.Ordinal)) await BeforeSend(new QueueName(queue));
        return operation switch
        {
            "SendMessage" => AwsAnswer.Ok(Send(queue, request)),
            "SendMessageBatch" => AwsAnswer.Ok(SendBatch(queue, request, half)),
            "ReceiveMessage" => AwsAnswer.Ok(new JsonObject { ["Messages"] = await ReceiveAsync(queue, request) }),
            "DeleteMessage" => _state.Delete(queue, Receipt(request)) ? AwsAnswer.Ok(new JsonObject()) : AwsAnswer.Error(400, "ReceiptHandleIsInvalid"),
            "ChangeMessageVisibility" => _state.Show(queue, Receipt(request), Number(request, "VisibilityTimeout", 0)) ? AwsAnswer.Ok(new JsonObject()) : AwsAnswer.Error(400, "MessageNotInflight"),
            _ => AwsAnswer.Error(400, "UnknownOperation"),
        };
    }

    /// <summary>Where the request waits (`WaitTimeSeconds`), it is answered as soon as there is something.</summary>
    private async Task<JsonArray> ReceiveAsync(string queue, JsonElement request)
    {
        var end = _clock.GetUtcNow().AddSeconds(Number(request, "WaitTimeSeconds", 0));
        while (true)
        {
            var changed = _state.Changed;
            var messages = _state.Receive(queue, Number(request, "MaxNumberOfMessages", 1), Number(request, "VisibilityTimeout", 30));
            var left = end - _clock.GetUtcNow();
            if (messages.Count > 0 || left <= TimeSpan.Zero || _server.Stopping.IsCancellationRequested) return messages;
            await Task.WhenAny(changed, Task.Delay(left, _clock, _server.Stopping));
        }
    }

    private JsonObject Send(string queue, JsonElement entry)
    {
        var attributes = entry.TryGetProperty("MessageAttributes", out var given)
            ? given.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetProperty("StringValue").GetString()!) : [];
        var body = entry.GetProperty("MessageBody").GetString()!;
        var id = _state.Send(queue, body, attributes, Number(entry, "DelaySeconds", 0));
        return new JsonObject { ["MessageId"] = id, ["MD5OfMessageBody"] = SqsDigest.OfBody(body), ["MD5OfMessageAttributes"] = SqsDigest.OfAttributes(attributes) };
    }

    private JsonObject SendBatch(string queue, JsonElement request, bool half)
    {
        var (sent, failed) = (new JsonArray(), new JsonArray());
        foreach (var (entry, index) in request.GetProperty("Entries").EnumerateArray().Select(static (e, i) => (e, i)))
        {
            var id = entry.GetProperty("Id").GetString();
            if (half && index % 2 == 1)
            {
                failed.Add((JsonNode)new JsonObject { ["Id"] = id, ["Code"] = "InternalError", ["SenderFault"] = false });
                continue;
            }
            var answer = Send(queue, entry);
            answer["Id"] = id;
            sent.Add((JsonNode)answer);
        }
        return new JsonObject { ["Successful"] = sent, ["Failed"] = failed };
    }

    private static string Receipt(JsonElement request) => request.GetProperty("ReceiptHandle").GetString()!;

    private static int Number(JsonElement request, string name, int otherwise) =>
        !request.TryGetProperty(name, out var value) ? otherwise
        : value.ValueKind == JsonValueKind.Number ? value.GetInt32() : int.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
