using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Ghostbusters.Functions.Storage;
using Wire = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>Batches of DynamoDB's sizes; what a throttled table leaves is sent again, ever later.</summary>
internal static class DynamoBatches
{
    private const int ReadSize = 100;
    private const int WritesTogether = 8;
    private const int MaximumAttempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="TimeoutException">The table did not answer for all keys after retries: a part would pass for the whole.</exception>
    public static async Task<List<Dictionary<string, Wire>>> GetAsync(
        IAmazonDynamoDB client, string table, IReadOnlyList<Dictionary<string, Wire>> keys, CancellationToken cancellation)
    {
        var items = new List<Dictionary<string, Wire>>();
        foreach (var chunk in keys.Chunk(ReadSize))
        {
            List<Dictionary<string, Wire>> left = [.. chunk];
            for (var attempt = 0; left.Count > 0; attempt++)
            {
                if (attempt == MaximumAttempts) throw new TimeoutException($"DynamoDB left {left.Count} keys unread.");
                await PauseAsync(attempt, cancellation).ConfigureAwait(false);
                var request = new BatchGetItemRequest { RequestItems = new() { [table] = new KeysAndAttributes { Keys = left, ConsistentRead = true } } };
                var response = await client.BatchGetItemAsync(request, cancellation).ConfigureAwait(false);
                if (response.Responses?.GetValueOrDefault(table) is { } found) items.AddRange(found);
                left = response.UnprocessedKeys?.GetValueOrDefault(table)?.Keys ?? [];
            }
        }
        return items;
    }

    /// <summary>Writes items, some at a time; those that a throttled table does not take after the client's retries are returned.</summary>
    /// <remarks>
    /// Implementation note: no BatchWriteItem, because it cannot raise a version: an item that was replaced by one would look
    /// unchanged to whoever had read it. It costs the same.
    /// </remarks>
    public static async Task<IReadOnlyList<ItemKey>> PutAsync(IReadOnlyCollection<ItemDraft> items, Func<ItemDraft, Task> put, CancellationToken cancellation)
    {
        var unwritten = new ConcurrentBag<ItemKey>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = WritesTogether, CancellationToken = cancellation };
        await Parallel.ForEachAsync(items, options, async (item, _) =>
        {
            try
            {
                await put(item).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException or InternalServerErrorException)
            {
                unwritten.Add(item.Key);
            }
        }).ConfigureAwait(false);
        return [.. unwritten];
    }

    private static Task PauseAsync(int attempt, CancellationToken cancellation) =>
        attempt == 0 ? Task.CompletedTask : Task.Delay(FirstPause * (1 << attempt), cancellation);
}
