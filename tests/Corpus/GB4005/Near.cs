using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Honest.Checks;

public interface IProbe
{
    Task<bool> PingAsync(CancellationToken cancellation);

    bool IsHealthy();
}

public sealed class SocketProbe : IProbe
{
    public async Task<bool> PingAsync(CancellationToken cancellation)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("db", 5432, cancellation);
        return true;
    }

    public bool IsHealthy() => true; //@near GB4005
}

public sealed class FileProbe(string path) : IProbe
{
    public Task<bool> PingAsync(CancellationToken cancellation) => Task.FromResult(File.Exists(path));

    public bool IsHealthy() => File.Exists(path);
}

public class CallHealthCheck(IProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) //@near GB4005
    {
        await probe.PingAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

public class StartedHealthCheck : IHealthCheck
{
    private volatile bool _isReady;

    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@near GB4005
        Task.FromResult(IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}

public class LivenessHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@near GB4005
        Task.FromResult(HealthCheckResult.Healthy());
}

public class SelfCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@near GB4005
        Task.FromResult(HealthCheckResult.Healthy());
}

public class MemoryHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@near GB4005
        Task.FromResult(GC.GetTotalMemory(false) < 1_000_000_000 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());
}

public class BlockedHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@near GB4005
        Task.FromResult(HealthCheckResult.Unhealthy("Not wired yet"));
}

public class DirectoryHealthCheck(string path) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) //@near GB4005
    {
        try
        {
            Touch();
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (IOException e)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("disk", e));
        }
    }

    private void Touch() => File.WriteAllText(Path.Combine(path, "probe"), "");
}

/// <summary>Always healthy by design: the load balancer must never take this node out.</summary>
public class PinnedHealthCheck : IHealthCheck
{
    /// <summary>Does not ask anything, by design.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@near GB4005
        Task.FromResult(HealthCheckResult.Healthy());
}

public class NullHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => //@near GB4005
        Task.FromResult(HealthCheckResult.Healthy());
}

public abstract class Backend
{
    public virtual bool IsHealthy() => true; //@near GB4005
}

public sealed class MemoryBackend : Backend
{
    public override bool IsHealthy() => true; //@near GB4005
}

public class ChatServer
{
    private readonly List<string> _lines = [];

    public bool Ping() => true; //@near GB4005

    public void Say(string line) => _lines.Add(line);
}

public static class Registration
{
    public static void Add(IServiceCollection services, IProbe probe) => services.AddHealthChecks()
        .AddCheck("self", () => HealthCheckResult.Healthy()) //@near GB4005
        .AddCheck("api", () => HealthCheckResult.Healthy(), ["live"]) //@near GB4005
        .AddCheck("store", () => probe.IsHealthy() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy()) //@near GB4005
        .AddCheck("probe", () => //@near GB4005
        {
            File.ReadAllText("probe");
            return HealthCheckResult.Healthy();
        });
}
