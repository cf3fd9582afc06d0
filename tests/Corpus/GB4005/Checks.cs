using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Invented.Checks;

public interface IBus
{
    Task<bool> PingAsync(CancellationToken cancellation);
}

public class DatabaseHealthCheck(string connection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@true GB4005
        Task.FromResult(HealthCheckResult.Healthy("Database is reachable: " + connection.Length));
}

public class RedisHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) //@true GB4005
    {
        var isHealthy = true;
        if (isHealthy)
            return Task.FromResult(HealthCheckResult.Healthy("A healthy result."));
        return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, "An unhealthy result."));
    }
}

public class QueueHealthCheck(ILogger<QueueHealthCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) //@true GB4005
    {
        logger.LogDebug("Checking the queue");
        await Task.Delay(10, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

public class StorageHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) //@true GB4005
    {
        try
        {
            return Task.FromResult(new HealthCheckResult(HealthStatus.Healthy, "Storage"));
        }
        catch (Exception e)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("Storage", e));
        }
    }
}

public class SearchHealthCheck(IBus bus) : IHealthCheck
{
    private readonly IBus _bus = bus;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) //@true GB4005
    {
        var data = new Dictionary<string, object> { ["checked"] = DateTime.UtcNow };
        await Connect();
        return HealthCheckResult.Healthy("Search", data);
    }

    public Task<bool> Real(CancellationToken cancellation) => _bus.PingAsync(cancellation);

    private static Task<bool> Connect() => Task.FromResult(true);
}

public class MailHealthCheck : IHealthCheck
{
    Task<HealthCheckResult> IHealthCheck.CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) //@true GB4005
    {
        var status = Reachable() ? HealthStatus.Healthy : HealthStatus.Healthy;
        return Task.FromResult(new HealthCheckResult(status));
    }

    private static bool Reachable() => true;
}

public class PaymentClient(Uri address)
{
    private readonly Uri _address = address;

    public bool IsHealthy => true; //@true GB4005

    public bool Ping() => true; //@true GB4005

    public string Address => _address.Host;
}

public class OrderStore(string path)
{
    private readonly string _path = path;

    public bool IsHealthy() => true; //@true GB4005

    public async Task<bool> PingAsync() //@true GB4005
    {
        await Task.Delay(5);
        return true;
    }

    public Task<bool> CheckConnectionAsync() => Task.FromResult(true); //@true GB4005

    public string Path => _path;
}

public static class Registration
{
    public static void Add(IServiceCollection services) => services.AddHealthChecks()
        .AddCheck("database", () => HealthCheckResult.Healthy()) //@true GB4005
        .AddCheck("queue", () => new HealthCheckResult(HealthStatus.Healthy)) //@true GB4005
        .AddAsyncCheck("search", () => Task.FromResult(HealthCheckResult.Healthy("up"))) //@true GB4005
        .AddCheck("storage", Storage); //@true GB4005

    public static void More(IHealthChecksBuilder checks)
    {
        checks.AddCheck(
            "cache", //@true GB4005
            () =>
            {
                var used = 10;
                return used < 90 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
            });
    }

    private static HealthCheckResult Storage() => HealthCheckResult.Healthy("enough space");
}
