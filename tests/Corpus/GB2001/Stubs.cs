namespace Shop;

public record Order(int Id, decimal Net);

public record User(int Id, string Name);

public interface ILogger
{
    void LogInformation(string text);
}

public class LicenseService
{
    public bool ValidateLicense(string key) => true; //@true GB8001 @near GB2001
}

public class TaxService
{
    public decimal CalculateTax(Order order) //@true GB2001
    {
        return 0m;
    }
}

public class UserSearch
{
    public Task<List<User>> SearchAsync(string query) => Task.FromResult(new List<User>()); //@true GB2001
}

public class Model(ILogger _logger)
{
    public double Predict(float[] features) //@true GB2001
    {
        _logger.LogInformation("predicting");
        return 0.87;
    }
}

public class UserRepository
{
    public void Save(User user) { } //@true GB2001
}

public class Importer
{
    public object? ParseDocument(Stream stream) //@true GB2001
    {
        ArgumentNullException.ThrowIfNull(stream);
        return null;
    }
}

public class Gateway
{
    public async Task<bool> ChargeAsync(decimal amount) //@true GB2001
    {
        await Task.Delay(100);
        return true;
    }
}

public class Downloader
{
    public async Task<byte[]> DownloadAsync(Uri address) //@true GB2001
    {
        await Task.CompletedTask;
        return Array.Empty<byte>();
    }
}

public class Embeddings
{
    public float[] ComputeEmbedding(string text) => new[] { 0.1f, 0.2f, 0.3f }; //@true GB2001
}

public interface IMailer
{
    Task SendAsync(string to, string body);
}

public class Mailer(ILogger logger) : IMailer
{
    public async Task SendAsync(string to, string body) //@true GB2001
    {
        logger.LogInformation($"Sending to {to}: {body.Length}");
        await Task.CompletedTask;
    }
}

public interface IRiskModel
{
    int EstimateRisk(Order order);

    int Version { get; }
}

public class RiskModel : IRiskModel
{
    public int Version => 3;

    public int EstimateRisk(Order order) //@true GB2001
    {
        var risk = 42;
        return risk;
    }
}

public class Quality
{
    public double CalculateAccuracy() => 0.95; //@true GB2001
}

public static class Crypto
{
    public static string Encrypt(string text, byte[] key) => ""; //@true GB2001

    public static bool VerifySignature(byte[] data, byte[] signature) //@true GB8001 @near GB2001
    {
        _ = data;
        _ = signature;
        return true;
    }
}

public class Discounts
{
    /// <summary>Calculates the discount of a customer.</summary>
    public decimal Discount(User customer) => 0.1m; //@true GB2001
}

public class Emails
{
    private static bool IsValidEmail(string address) //@true GB2001
    {
        if (address is null)
            throw new ArgumentNullException(nameof(address));
        return true;
    }

    public bool Accepts(string address) => IsValidEmail(address);
}

public enum Mood { Neutral, Angry }

public class Sentiment
{
    public Mood ClassifyText(string text) => Mood.Neutral; //@true GB2001
}

public class Exporter
{
    // TODO: implement //@true GB2003
    public void ExportOrders(IEnumerable<Order> orders, string path) { } //@true GB2001
}

public class Reports
{
    public IReadOnlyList<string> ExtractKeywords(string text) => []; //@true GB2001
}

public class Rates
{
    public ValueTask<decimal> FetchRateAsync(string currency, CancellationToken cancellation) => new(1.0m); //@true GB2001
}

public class Payments
{
    public (bool Ok, string Reference) SubmitPayment(Order order) => (true, "REF-1"); //@true GB2001
}

public class Spans
{
    public TimeSpan MeasureLatency(Uri host) => TimeSpan.Zero; //@true GB2001
}

public class Duplicates
{
    public bool CheckAccess(User user, string resource) //@true GB8001 @near GB2001
    {
        if (string.IsNullOrEmpty(resource))
            return true;
        return true;
    }
}

public class Queue
{
    public void PublishEvent(string name, object payload) //@true GB2001
    {
        Console.WriteLine("Publishing " + name + payload);
    }
}

public class Loader
{
    public Dictionary<string, int> LoadIndex(string path) //@true GB2001
    {
        if (path == null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        var index = new Dictionary<string, int>();
        return index;
    }
}
