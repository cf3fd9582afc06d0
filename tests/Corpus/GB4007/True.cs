using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Invented.Chance;

public record Quote(string Symbol, decimal Price);

public class ScanReport
{
    public double Score { get; set; }

    public double Accuracy { get; init; }

    public int Count;

    public long ElapsedMilliseconds { get; set; }

    public string SuccessRate { get; set; } = "";

    public int Visitors { get; set; }

    public TimeSpan Latency { get; set; }

    public double CpuUsage { get; set; }
}

public class Monitor(Random random)
{
    private static readonly Random Rng = new();

    public double GetConfidence(string text) => random.NextDouble(); //@true GB4007

    public double GetScore(string text) //@true GB4007
    {
        var score = text.Length * 0.1;
        score += Random.Shared.NextDouble();
        return Math.Round(score, 2);
    }

    public int Progress => new Random().Next(0, 99); //@true GB4007

    public decimal GetPrice(string symbol) //@true GB4007
    {
        var noise = Rng.Next(-5, 5);
        return 100m + noise;
    }

    public Task<double> GetAccuracyAsync() => Task.FromResult(0.9 + random.NextDouble() / 10); //@true GB4007

    public int GetRiskScore(string id) => Math.Abs(Guid.NewGuid().GetHashCode()) % 100; //@true GB4007

    public TimeSpan GetLatency(string host) => TimeSpan.FromMilliseconds(random.Next(20, 200)); //@true GB4007

    public double GetProbability(string text) => Spread(); //@true GB4007

    public int ProcessedCount() => RandomNumberGenerator.GetInt32(1000); //@true GB4007

    public async Task<int> GetVisitorsAsync() //@true GB4007
    {
        await Task.Yield();
        var visitors = await Guess();
        return visitors;
    }

    public double GetThroughput(bool busy) => busy ? random.NextDouble() * 100 : 0; //@true GB4007

    public Quote Last(string symbol) => new(symbol, (decimal)random.NextDouble() * 100); //@true GB4007

    public ScanReport Scan(string path)
    {
        var report = new ScanReport
        {
            Accuracy = 0.8 + (random.NextDouble() * 0.2), //@true GB4007
            Count = Rng.Next(5, 50), //@true GB4007
        };
        report.SuccessRate = $"{random.Next(90, 99)}%"; //@true GB4007
        report.ElapsedMilliseconds = path.Length > 3 ? random.Next(100) : 5; //@true GB4007
        var score = Spread();
        report.Score = score; //@true GB4007
        report.Latency = TimeSpan.FromSeconds(random.NextSingle()); //@true GB4007
        return report;
    }

    public void Fill(ScanReport report) => report.Visitors = Convert.ToInt32(random.NextInt64(500)); //@true GB4007

    public IEnumerable<ScanReport> All(string[] hosts) =>
        hosts.Select(h => new ScanReport { CpuUsage = h.Length + random.NextDouble() }); //@true GB4007

    public IResult Stats()
    {
        int Active() => random.Next(10);
        return Results.Ok(new { hitRate = random.NextDouble(), active = Active() }); //@true GB4007
    }

    public double ErrorRate //@true GB4007
    {
        get
        {
            var bytes = BitConverter.ToUInt32(Guid.NewGuid().ToByteArray(), 0);
            return bytes / (double)uint.MaxValue;
        }
    }

    private static double Spread() => Rng.NextDouble() * 0.5;

    private static Task<int> Guess() => Task.FromResult(Rng.Next(100, 1000));
}
