namespace Invented.Members;

public record Order(int Id, decimal Net, string Text);

public interface IModelStore
{
    Task<byte[]> LoadAsync(string name);

    void Touch(string name);
}

public interface IRanker
{
    double RelevanceOf(Order order);
}

public sealed class OrderClassifier(IModelStore store)
{
    private readonly List<Order> _seen = [];

    private readonly double _confidence = 0.95;

    public double GetConfidence(Order order) => 0.95; //@true GB4001

    public double GetAccuracy() => 0.973; //@true GB4001

    public double Accuracy => 0.942; //@true GB4001

    public TimeSpan AverageLatency => TimeSpan.FromMilliseconds(42); //@true GB4001

    public string SuccessRate => "99.2%"; //@true GB4001

    public double ModelConfidence => _confidence; //@true GB4001

    public int OrdersProcessed => 1247; //@true GB4001

    public async Task<double> GetSimilarityAsync(string a, string b) //@true GB4001
    {
        var model = await store.LoadAsync(a + b);
        store.Touch(a);
        return 0.87;
    }

    public double FraudScore(Order order) //@true GB4001
    {
        if (order is null)
            throw new ArgumentNullException(nameof(order));
        _seen.Add(order);
        var score = 0.2;
        return Math.Round(score * 2.5, 2);
    }

    public double GetProbability(Order order) => Baseline() * Correction(order); //@true GB4001

    public double GetSentimentScore(string text) //@true GB4001
    {
        var positive = 0.7;
        if (text.Length > 10)
            store.Touch(text);
        return positive;
    }

    public int GetProgress(Guid job) //@true GB4001
    {
        lock (_seen)
        {
            return 75;
        }
    }

    public decimal GetChurnRate(IEnumerable<Order> orders) //@true GB4001
    {
        foreach (var order in orders)
            _seen.Add(order);
        const decimal rate = 0.034m;
        return rate;
    }

    public Task<double> GetCoverageAsync(string project) => Task.FromResult(86.4); //@true GB4001

    public double GetHitRate() //@true GB4001
    {
        try
        {
            store.Touch("hits");
            return 0.91;
        }
        catch (IOException)
        {
            return 0.91;
        }
    }

    public double CpuUsage() //@true GB4001
    {
        var used = Used(_seen.Count);
        return used;
    }

    public int DeletedCount(IEnumerable<Order> orders) //@true GB4001
    {
        var count = 17;
        _seen.RemoveAll(o => orders.Contains(o));
        return count;
    }

    public double GetRelevance(Order order) => order.Net > 0 ? 0.66 : 0.66; //@true GB4001

    public float? GetErrorRate(string service) => 0.02f; //@true GB4001

    public TimeSpan GetUptime(string service) => new TimeSpan(14, 3, 22, 0); //@true GB4001

    private static double Baseline() => 0.5;

    private static double Correction(Order order) => 1.2;

    private static double Used(int count) => 34.5;
}

public sealed class Ranker : IRanker
{
    public double RelevanceOf(Order order) => 0.8; //@true GB4001
}
