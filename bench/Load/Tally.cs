using System.Collections.Concurrent;
using System.Globalization;

namespace Ghostbusters.Bench.Load;

/// <summary>What the users saw.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _errors = [];
    private int _unanswered;
    private volatile bool _isStopped;

    /// <summary>Analyses that were answered 202: the id and the text that its finding must name.</summary>
    public ConcurrentDictionary<string, string> Accepted { get; } = new(StringComparer.Ordinal);

    public int Errors => _errors.Count;

    /// <summary>Calls that got no answer because the service was killed.</summary>
    public int Unanswered => _unanswered;

    /// <summary>Signalled when the service was killed: from then on no answer is no error.</summary>
    public bool IsStopped => _isStopped;

    public void Stop() => _isStopped = true;

    public void Answer(string call, double milliseconds) => _times.GetOrAdd(call, static _ => []).Enqueue(milliseconds);

    public void Error(string what) => _errors.Enqueue(what);

    public void NoAnswer() => Interlocked.Increment(ref _unanswered);

    public void Print(TimeSpan took)
    {
        Console.WriteLine("| call | calls | a second | p50 ms | p95 ms | p99 ms | longest ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (call, times) in _times.OrderBy(static t => t.Key, StringComparer.Ordinal)) Row(call, [.. times.Order()], took);
        Row("all", [.. _times.Values.SelectMany(static t => t).Order()], took);
        Console.WriteLine($"errors: {Errors}");
        foreach (var group in _errors.GroupBy(static e => e).Take(10)) Console.WriteLine($"  {group.Count()} times {group.Key}");
    }

    private static void Row(string call, double[] sorted, TimeSpan took) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {call} | {sorted.Length} | {sorted.Length / took.TotalSeconds:F1} | {At(sorted, 0.5):F1} | {At(sorted, 0.95):F1} | {At(sorted, 0.99):F1} | {sorted.LastOrDefault():F1} |"));

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(sorted.Length * share) - 1)];
}
