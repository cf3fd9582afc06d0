using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.LambdaService;

/// <summary>
/// An event source mapping with `ReportBatchItemFailures`: takes messages of a queue, hands them to a function, deletes what
/// succeeded. Where Lambda leaves what failed until its visibility runs out, this shows it again at once.
/// </summary>
public sealed class EventSource : IAsyncDisposable
{
    private const int LongestWait = 20;

    private readonly CancellationTokenSource _stop = new();
    private readonly LambdaFunctions _functions;
    private readonly DeployedFunction _function;
    private readonly IAmazonSQS _client;
    private readonly string _url;
    private readonly Task _running;

    /// <param name="url">The queue's address.</param>
    public EventSource(LambdaFunctions functions, DeployedFunction function, IAmazonSQS client, string url)
    {
        (_functions, _function, _client, _url) = (functions, function, client, url);
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _client.Dispose();
        _stop.Dispose();
    }

    /// <summary>Which messages failed, by Lambda's rules: an error, an unreadable answer or an unknown id fails the whole batch.</summary>
    public static IReadOnlySet<string> Failed(InvocationOutcome outcome, IReadOnlyCollection<string> ids)
    {
        var all = ids.ToHashSet(StringComparer.Ordinal);
        if (outcome.IsError) return all;
        try
        {
            using var answer = JsonDocument.Parse(outcome.Body.Length == 0 ? "null"u8.ToArray() : outcome.Body);
            if (answer.RootElement.ValueKind == JsonValueKind.Null || !answer.RootElement.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind == JsonValueKind.Null)
                return new HashSet<string>();
            var failed = failures.EnumerateArray().Select(static failure => failure.GetProperty("itemIdentifier").GetString() ?? "").ToHashSet(StringComparer.Ordinal);
            return failed.IsSubsetOf(all) ? failed : all;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return all;
        }
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var request = new ReceiveMessageRequest(_url)
            {
                MaxNumberOfMessages = Math.Min(_function.BatchSize, 10),
                WaitTimeSeconds = LongestWait,
                VisibilityTimeout = (int)(6 * _function.Timeout).TotalSeconds,
                MessageAttributeNames = ["All"],
                MessageSystemAttributeNames = ["All"],
            };
            try
            {
                var received = (await _client.ReceiveMessageAsync(request, _stop.Token).ConfigureAwait(false)).Messages;
                if (received is { Count: > 0 }) await DeliverAsync(received).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task DeliverAsync(List<Message> messages)
    {
        var payload = QueueEvent.Of(_url.Split('/')[^1], "eu-central-1", messages);
        var outcome = await _functions.InvokeAsync(_function, payload).ConfigureAwait(false);
        var failed = Failed(outcome, [.. messages.Select(static message => message.MessageId)]);
        foreach (var message in messages)
        {
            if (failed.Contains(message.MessageId)) await _client.ChangeMessageVisibilityAsync(_url, message.ReceiptHandle, 0).ConfigureAwait(false);
            else await _client.DeleteMessageAsync(_url, message.ReceiptHandle).ConfigureAwait(false);
        }
    }
}
