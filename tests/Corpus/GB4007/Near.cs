using System.Security.Cryptography;

namespace Honest.Chance;

public record Sample(string Name, double Score, decimal Price);

public class Session
{
    public string Id { get; } = Guid.NewGuid().ToString("N"); //@near GB4007

    public int Key { get; set; }

    public int Score { get; set; }

    public TimeSpan Delay { get; set; }

    public int Count { get; set; }
}

public class Picker(Random random)
{
    private readonly List<Sample> _samples = [];

    public Guid NewId() => Guid.NewGuid(); //@near GB4007

    public string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16)); //@near GB4007

    public double PickedScore() => _samples[random.Next(_samples.Count)].Score; //@near GB4007

    public TimeSpan RetryDelay(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt) + random.NextDouble()); //@near GB4007

    public TimeSpan BackoffDuration(int attempt) => TimeSpan.FromMilliseconds(random.Next(100) * attempt); //@near GB4007

    public bool IsInBucket() => random.Next(100) < 10; //@near GB4007

    public int RandomScore() => random.Next(100); //@near GB4007

    public int NextIndex() => random.Next(_samples.Count); //@near GB4007

    public double GetScore(string name) //@near GB4007
    {
        var marker = random.Next();
        _samples.Add(new Sample(name + marker, name.Length, 1));
        return name.Length / 10.0;
    }

    public decimal GetPrice(string name) => random.NextDouble() < 0.5 ? 10 : 12; //@near GB4007

    public void Shuffle(Sample[] samples) => random.Shuffle(samples); //@near GB4007

    public Session Open() => new() { Key = random.Next() }; //@near GB4007

    public Session Wait() => new() { Delay = TimeSpan.FromSeconds(random.Next(5)) }; //@near GB4007

    public int GetCount() //@near GB4007
    {
        var ids = new HashSet<Guid> { Guid.NewGuid(), Guid.NewGuid() };
        return ids.Count;
    }

    public double GetSimilarity(string a, string b) //@near GB4007
    {
        var result = random.NextDouble();
        result = a.Length / (double)b.Length;
        return Ratio(a, b);
    }

    public int SampleCount => random.Next(3, 7); //@near GB4007

    public TimeSpan CacheDuration() => TimeSpan.FromMinutes(10 + random.Next(3)); //@near GB4007

    private static double Ratio(string a, string b) => (double)a.Length / b.Length;
}

public class OrderGenerator(Random random)
{
    public Sample Next() => new("order", random.NextDouble(), random.Next(100)); //@near GB4007
}

public class MarketSimulator(Random random)
{
    public decimal GetPrice(string symbol) => random.Next(100); //@near GB4007
}

public class DiceGame(Random random)
{
    public int Score() => random.Next(1, 7) + random.Next(1, 7); //@near GB4007

    public Session Play() => new() { Score = random.Next(10) }; //@near GB4007
}

public class StressDriver(Random random)
{
    public Session Start() => new() { Count = random.Next(10) }; //@near GB4007
}

public class LotteryResult(Random random)
{
    public double Probability => random.NextDouble(); //@near GB4007
}

public class OrderSeeder(Random random)
{
    public Sample Seed() => new("seed", random.NextDouble(), random.Next(5)); //@near GB4007
}

public class MonteCarloPricer(Random random)
{
    public double GetPrice(double spot) => spot * (1 + (random.NextDouble() * 0.1)); //@near GB4007
}
