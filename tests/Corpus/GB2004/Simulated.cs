namespace Corpus.GB2004.Shop;

public record Receipt(string Id, bool Success, DateTime At = default);

public record Order(int Id, decimal Total, string Email);

public sealed class Logger
{
    public void LogInformation(string text) => Console.Error.WriteLine(text);
}

public sealed class PaymentGateway(Logger _logger)
{
    private readonly Random _random = new();

    public async Task<Receipt> ChargeAsync(Order order) //@true GB2004
    {
        // Call the payment provider
        await Task.Delay(500);
        return new Receipt(Guid.NewGuid().ToString("N"), true, DateTime.UtcNow);
    }

    public async Task<Receipt> RefundAsync(Order order, decimal amount) //@true GB2004
    {
        if (amount <= 0)
            return new Receipt("", false);
        await Task.Delay(_random.Next(100, 400));
        _logger.LogInformation($"Refunded {amount} of {order.Id}");
        return new Receipt("re_" + _random.Next(), true);
    }

    public async Task<bool> CaptureAsync(string chargeId, CancellationToken token) //@true GB2004
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Nine of ten go through.
    public Task<bool> SubmitAsync(Order order) => Task.FromResult(_random.Next(100) < 90); //@true GB2004

    public Receipt Pay(Order order) => new Receipt("ch_" + order.Id, true, new DateTime(2024, 1, 15)); //@true GB2004
}

public sealed class ErpConnection
{
    public bool IsConnected { get; private set; }

    public string Status { get; private set; } = "";

    public async Task ConnectAsync(string host) //@true GB2004
    {
        Status = "Connecting";
        await Task.Delay(1000).ConfigureAwait(false);
        IsConnected = true;
        Status = "Connected";
    }

    public bool Login(string user, string password) //@true GB2004
    {
        Thread.Sleep(300);
        return user.Length > 0 && password.Length > 0;
    }

    public Task InitializeAsync() => Task.Delay(200); //@true GB2004

    public async Task<int> ImportAsync(IReadOnlyList<Order> orders) //@true GB2004
    {
        var imported = 0;
        foreach (var order in orders)
        {
            await Task.Delay(10);
            imported++;
        }

        return imported;
    }

    public async Task RebuildIndexAsync(IProgress<int> progress) //@true GB2004
    {
        for (var percent = 0; percent <= 100; percent += 10)
        {
            await Task.Delay(50);
            progress.Report(percent);
        }
    }
}

public sealed class Mailer
{
    public async Task<bool> SendAsync(Order order) //@true GB2004
    {
        var ok = await RoundTripAsync(order.Email);
        return ok;
    }

    public async Task<string> UploadAsync(string path) //@true GB2004
    {
        var milliseconds = Random.Shared.Next(50, 150);
        await Task.Delay(milliseconds);
        return "https://cdn.example.org/" + path;
    }

    public void PrintLabel(Order order) //@true GB2004
    {
        Console.WriteLine("Printing " + order.Id);
        Thread.Sleep(1500);
        Console.WriteLine("Printed");
    }

    public async ValueTask<Receipt> ShipAsync(Order order) //@true GB2004
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        await Task.Delay(80);
        started.Stop();
        return new Receipt($"T-{started.ElapsedMilliseconds}", true);
    }

    private static async Task<bool> RoundTripAsync(string address)
    {
        await Task.Delay(100);
        return address.Contains('@');
    }
}

public sealed class Deployment
{
    private const int StepMilliseconds = 700;

    public async Task<(bool Ok, string Version)> DeployAsync(string version) //@true GB2004
    {
        ArgumentNullException.ThrowIfNull(version);
        await Task.Delay(StepMilliseconds);
        return (true, version);
    }

    public static async Task<Dictionary<string, string>> ProvisionAsync(string region) //@true GB2004
    {
        await Task.Delay(2_000);
        return new Dictionary<string, string> { ["region"] = region, ["state"] = "ready" };
    }

    public async Task<string> DownloadAsync(Uri address) //@true GB2004
    {
        await SimulateNetworkAsync();
        return "<html>" + address.Host + "</html>";
    }

    public bool Migrate(string from, string to) //@true GB2004
    {
        switch (to)
        {
            case "v2":
                Thread.Sleep(100);
                return true;
            default:
                Thread.Sleep(200);
                return from != to;
        }
    }

    public async Task<Receipt> PublishAsync(string package) //@true GB2004
    {
        Thread.Sleep(Random.Shared.Next(200) + 100);
        var digest = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        return new Receipt(package, true) with { Id = digest };
    }

    private static Task SimulateNetworkAsync() => Task.Delay(30);
}

public sealed class ProfileViewModel
{
    private bool _isSaving;

    public bool IsSaving => _isSaving;

    public async Task SaveProfileAsync(string name) //@true GB2004
    {
        _isSaving = true;
        await Task.Delay(800);
        _isSaving = false;
    }

    public async Task<Receipt> BookAsync(DateTime day) //@true GB2004
    {
        await Task.Yield();
        Thread.Sleep(40);
        return day < DateTime.Today ? throw new ArgumentException("That day is gone.") : new Receipt("B" + day.DayOfYear, true);
    }
}
