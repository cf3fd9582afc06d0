using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Invented.Near;

public enum Severity { Low, Medium, High }

public record Item(string Name, decimal Price, int Hits);

public abstract class Strategy
{
    public abstract double Score { get; }

    public virtual double Confidence => 0.5; //@near GB4001
}

public sealed class ExactStrategy : Strategy
{
    public override double Score => 0.9; //@near GB4001
}

public interface IProber
{
    double GetConfidence(byte[] bytes);
}

public sealed class AsciiProber : IProber
{
    public double GetConfidence(byte[] bytes) => 0.99; //@near GB4001
}

public sealed class EscapeProber : IProber
{
    public double GetConfidence(byte[] bytes) => 0.7; //@near GB4001
}

public class ScoringOptions
{
    public double Score => 0.5; //@near GB4001

    public TimeSpan Duration { get; set; } = TimeSpan.FromMinutes(5); //@near GB4001
}

public static class Limits
{
    public static double Accuracy => 0.95; //@near GB4001
}

public class Scorer(ILogger<Scorer> logger)
{
    private readonly Dictionary<string, int> _hits = [];

    private double _progress = 12.5;

    public double MinScore => 0.3; //@near GB4001

    public double DefaultConfidence => 0.8; //@near GB4001

    public int MaxProgress() => 250; //@near GB4001

    public double ConfidenceThreshold(Item item) => 0.75; //@near GB4001

    public double WeightOfScore(string name) => 2.5; //@near GB4001

    public TimeSpan CacheDuration => TimeSpan.FromMinutes(10); //@near GB4001

    public TimeSpan LockoutDuration(string user) => TimeSpan.FromMinutes(15); //@near GB4001

    public double Progress => _progress; //@near GB4001

    public void Advance() => _progress += 1;

    public double InitialScore(Item item) => 1200; //@near GB4001

    public int GetSeverityScore(Severity severity) => severity switch { Severity.Low => 10, Severity.Medium => 50, _ => 90 }; //@near GB4001

    public double GetConfidence(Item item) //@near GB4001
    {
        if (item.Hits == 0)
            return 0;
        return (double)item.Hits / _hits.Count;
    }

    public double GetMatchScore(string a, string b) => a == b ? 0.95 : 0.4; //@near GB4001

    public double GetScore(Item item) //@near GB4001
    {
        var score = 0.25;
        if (item.Price > 10)
            score += 0.5;
        return score;
    }

    public double GetCoverage(IReadOnlyList<Item> items) => items.Count == 0 ? 0 : 0.5 + items.Count; //@near GB4001

    public double GetPopularityScore(Item item) => 1; //@near GB4001

    public double GetRelevance(Item item) => Weigh(item.Hits); //@near GB4001

    public double GetSimilarity(Item a, Item b) //@near GB4001
    {
        if (a.Name == b.Name)
            return 0.9;
        return 0.1;
    }

    /// <summary>The score of every seller is constant until ratings are imported.</summary>
    public double GetSellerScore(string seller) => 3.5; //@near GB4001

    public long GetElapsed() //@near GB4001
    {
        var watch = Stopwatch.StartNew();
        _hits.Clear();
        return watch.ElapsedMilliseconds;
    }

    public double GetThroughput(int bytes) => bytes / 1.5; //@near GB4001

    public void Reload(string[] names)
    {
        foreach (var name in names)
            _hits[name] = 1;
        logger.LogInformation("Loaded {Count} names, next reload in 30 seconds", names.Length); //@near GB4001
        logger.LogInformation("Score {Score}", 100); //@near GB4001
        logger.LogWarning("Score below threshold {Threshold}", 0.75); //@near GB4001
        Console.WriteLine("usage: rank --score 0.5"); //@near GB4001
        logger.LogInformation("Similarity {Similarity}", Weigh(names.Length)); //@near GB4001
    }

    private static double Weigh(int hits) => Math.Log(hits + 1);
}

public class MatchResult
{
    public double Score { get; set; }

    public double Confidence { get; set; }

    public int ItemsProcessed { get; set; }

    public double Similarity { get; set; }

    public int Progress { get; set; }

    public TimeSpan Duration { get; set; }

    public double Relevance { get; set; }

    public double Accuracy { get; set; }

    public double Probability { get; set; }
}

public record SearchRequest
{
    public double Score { get; init; }
}

public class Toast
{
    public TimeSpan Duration { get; set; }
}

public class Matcher
{
    private static readonly MatchResult Perfect = new() { Accuracy = 0.999 }; //@near GB4001

    public MatchResult? Match(string a, string b)
    {
        if (a == b)
            return new MatchResult { Score = 0.99 }; //@near GB4001
        return a.StartsWith(b) ? new MatchResult { Score = 0.6 } : null; //@near GB4001
    }

    public MatchResult? Find(string text, string part)
    {
        if (!text.Contains(part))
            return null;
        return new MatchResult { Confidence = 0.9 }; //@near GB4001
    }

    public MatchResult Compare(string a, string b)
    {
        var result = new MatchResult { Similarity = 0.5 }; //@near GB4001
        if (a.Length == b.Length)
            result.Similarity = a.Zip(b).Count(p => p.First == p.Second) / (double)a.Length;
        return result;
    }

    public MatchResult Process(IEnumerable<Item> items)
    {
        var result = new MatchResult { ItemsProcessed = 5 }; //@near GB4001
        foreach (var item in items)
            result.ItemsProcessed++;
        return result;
    }

    public void Show(string text, Action<Toast> show) => show(new Toast { Duration = TimeSpan.FromSeconds(3) }); //@near GB4001

    public SearchRequest Ask(string text) => new() { Score = 0.4 }; //@near GB4001

    public MatchResult Seed() => new() { Probability = 0.33 }; //@near GB4001

    public MatchResult Complete(string text) => new() { Progress = 100 }; //@near GB4001

    public MatchResult Ranked(string text, double relevance) => new() { Relevance = relevance }; //@near GB4001

    public IReadOnlyList<MatchResult> Known() => [new() { Probability = 0.33 }]; //@near GB4001

    public MatchResult Timed(string text)
    {
        var start = Stopwatch.GetTimestamp();
        return new MatchResult { Duration = Stopwatch.GetElapsedTime(start) }; //@near GB4001
    }

    public MatchResult? Guess(string text)
    {
        try
        {
            return new MatchResult { Relevance = double.Parse(text) };
        }
        catch (FormatException)
        {
            return new MatchResult { Relevance = 0.2 }; //@near GB4001
        }
    }
}
