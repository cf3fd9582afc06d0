using System.Collections.Concurrent;
using Ghostbusters.Functions.Client;

namespace Ghostbusters.Bench.Load;

/// <summary>What became of the accepted analyses, asked of the service itself.</summary>
internal static class Ending
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Until each is at its end, as its progress says.</summary>
    public static async Task WaitAsync(Uri address, string key, ConcurrentDictionary<string, string> accepted)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var client = new GhostbustersClient(new ClientOptions(address, key));
        foreach (var id in accepted.Keys)
            await foreach (var step in client.WatchAsync(id, cancellation: limit.Token))
                if (step.IsEnd) break;
    }

    /// <summary>What is not as it must be: each accepted analysis is there once, ended once, done, and has found its own finding.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Uri address, string key, Tally tally, Tally warm)
    {
        var faults = new List<string>();
        using var client = new GhostbustersClient(new ClientOptions(address, key));
        foreach (var (id, name) in tally.Accepted)
        {
            var ends = 0;
            await foreach (var step in client.WatchAsync(id))
                if (step.IsEnd) ends++;
            var result = await client.GetResultAsync(id);
            if (ends != 1) faults.Add($"{id} ended {ends} times");
            if (result.Summary.Status != "done") faults.Add($"{id} is {result.Summary.Status}: {result.Summary.Reason}");
            else if (!result.Document.GetProperty("delusions_detected").ToString().Contains(name, StringComparison.Ordinal)) faults.Add($"{id} has not found {name}");
        }
        var listed = new List<string>();
        await foreach (var item in client.HistoryAsync()) listed.Add(item.AnalysisId);
        faults.AddRange(tally.Accepted.Keys.Concat(warm.Accepted.Keys).Except(listed).Select(static id => id + " is not in the history"));
        faults.AddRange(listed.GroupBy(static id => id).Where(static g => g.Count() > 1).Select(static g => g.Key + " is in the history more than once"));
        // What was stored, but whose answer the kill cut off, may be there; more than that may not.
        var more = listed.Count - tally.Accepted.Count - warm.Accepted.Count;
        if (more > tally.Unanswered) faults.Add($"{more} analyses are there that nobody submitted");
        return faults;
    }
}
