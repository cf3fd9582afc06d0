using System.Collections.Concurrent;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Local.Queues;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Host.Queues;

/// <summary>
/// Carries messages from a queue to the function that is annotated for it, as Lambda's event source mapping does: what the
/// function reports as failed, or all where it throws, is delivered again; the rest is done.
/// </summary>
internal sealed class QueuePump(QueueSource source, GeneratedHandler handler, LocalQueue queue, Invoker invoker, StopTime stop, TimeProvider clock, JsonLog log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, bool> _held = new(StringComparer.Ordinal);

    /// <summary>Runs until the host stops; ends when what was taken is done or released.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Math.Min(source.MaximumConcurrency ?? int.MaxValue, Environment.ProcessorCount)).Select(_ => Task.Run(LoopAsync)));

    /// <summary>Gives back what is still held: another process may take it at once. Called when the grace is over.</summary>
    public async Task ReleaseHeldAsync()
    {
        foreach (var receipt in _held.Keys)
            await queue.ReleaseAsync(source.Queue, receipt, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task LoopAsync()
    {
        while (!stop.Begun.IsCancellationRequested)
        {
            try
            {
                // Not cancelled by the stop: what was taken meanwhile must be known, to be done or released.
                var messages = await queue.ReceiveAsync(source.Queue, source.BatchSize, source.Visibility, CancellationToken.None).ConfigureAwait(false);
                if (messages.Count > 0) await HandleAsync(messages).ConfigureAwait(false);
                else await queue.WaitAsync(source.Queue, Poll, stop.Begun).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.Begun.IsCancellationRequested)
            {
                return; // It waited for messages, and none are wanted any more.
            }
            catch (Exception exception)
            {
                log.Error("queue-failed", exception, ("queue", source.Queue.Value)); // The store may be busy: what is hidden comes back by itself.
                await Task.Delay(Poll, clock, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task HandleAsync(IReadOnlyList<ReceivedMessage> messages)
    {
        foreach (var message in messages) _held[message.Receipt] = true;
        try
        {
            var failed = await FailedAsync(messages).ConfigureAwait(false);
            foreach (var message in messages)
            {
                if (failed.Contains(message.Id)) await queue.ReleaseAsync(source.Queue, message.Receipt, DelayOf(message), CancellationToken.None).ConfigureAwait(false);
                else await queue.AcknowledgeAsync(source.Queue, message.Receipt, CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var message in messages) _held.TryRemove(message.Receipt, out _);
        }
    }

    private async Task<HashSet<string>> FailedAsync(IReadOnlyList<ReceivedMessage> messages)
    {
        var all = messages.Select(static m => m.Id).ToHashSet(StringComparer.Ordinal);
        var requestId = invoker.NextId();
        try
        {
            var context = invoker.Context(source.Function, requestId, source.Function.Timeout);
            var result = await handler.InvokeAsync(SqsEvents.Of(source.Queue, messages), context).ConfigureAwait(false);
            if (result is not SQSBatchResponse { BatchItemFailures: { } failures }) return []; // It reports nothing: all is done.
            var failed = failures.Select(static f => f.ItemIdentifier).ToHashSet(StringComparer.Ordinal);
            // As Lambda has it: an id that is none of the batch's, or no id, fails the whole batch.
            return failed.IsSubsetOf(all) ? failed : all;
        }
        catch (Exception exception)
        {
            log.Error("batch-failed", exception, ("function", source.Function.Name), ("request", requestId), ("messages", (long)messages.Count));
            return all;
        }
    }

    private static TimeSpan DelayOf(ReceivedMessage message)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(message.Attempt, 10)) / 2);
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
