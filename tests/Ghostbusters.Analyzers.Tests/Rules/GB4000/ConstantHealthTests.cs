using Ghostbusters.Analyzers.Rules.GB4000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB4000;

public class ConstantHealthTests
{
    private static Task Verify(string body) => RuleTest.VerifyAsync<ConstantHealth>($$"""
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        public interface IDb { bool Ping(); }
        public class DbHealthCheck(IDb db) : IHealthCheck
        {
            bool _ready;
            public void Ready() => _ready = db.Ping();
            bool Inert() => true;
            bool Asks() => db.Ping();
            {{body}}
        }
        """);

    [Theory]
    [InlineData("public Task<HealthCheckResult> [|CheckHealthAsync|](HealthCheckContext c, CancellationToken t = default) => Task.FromResult(HealthCheckResult.Healthy());")]
    [InlineData("public async Task<HealthCheckResult> [|CheckHealthAsync|](HealthCheckContext c, CancellationToken t = default) { await Task.Delay(1, t); return HealthCheckResult.Healthy(); }")]
    [InlineData("public async Task<HealthCheckResult> [|CheckHealthAsync|](HealthCheckContext c, CancellationToken t = default) { await Task.Yield(); Inert(); return HealthCheckResult.Healthy(); }")]
    [InlineData("public async Task<HealthCheckResult> [|CheckHealthAsync|](HealthCheckContext c, CancellationToken t = default) { await Task.Yield(); var ok = true; return ok ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(); }")]
    public Task NothingIsAsked_Triggers(string body) => Verify(body);

    [Theory]
    [InlineData("public Task<bool> [|CheckHealthAsync|](CancellationToken token) => Task.FromResult(true);")]
    [InlineData("public Task<bool> [|CheckHealthAsync|](System.Threading.CancellationToken token) { return Task.FromResult(true); }")]
    [InlineData("public bool [|IsHealthy|]() => true;")]
    public Task NothingIsAskedOfWhatItWasGiven_Triggers(string body) =>
        RuleTest.VerifyAsync<ConstantHealth>("public class OrderStore(string address)\n{\n    " + body + "\n    public string Address() => address;\n}\n");

    [Theory]
    [InlineData("public Task<bool> CheckHealthAsync(CancellationToken token) => Task.FromResult(true);")]
    [InlineData("public bool IsHealthy() => true;")]
    public Task WhoHoldsNothing_DoesNotTrigger(string body) => RuleTest.VerifyAsync<ConstantHealth>("public class Clock\n{\n    " + body + "\n}\n");

    [Theory]
    [InlineData("public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t = default) { db.Ping(); return Task.FromResult(HealthCheckResult.Healthy()); }")]
    [InlineData("public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t = default) { Asks(); return Task.FromResult(HealthCheckResult.Healthy()); }")]
    [InlineData("public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t = default) => Task.FromResult(_ready ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());")]
    [InlineData("public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t = default) => Task.FromResult(HealthCheckResult.Unhealthy());")]
    [InlineData("public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t = default) => throw new NotSupportedException();")]
    [InlineData("public virtual Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t = default) => Task.FromResult(HealthCheckResult.Healthy());")]
    public Task SomethingIsAsked_DoesNotTrigger(string body) => Verify(body);

    [Fact]
    public async Task Message_NamesTheCheckAndWhatItAnswersFor()
    {
        var found = await RuleTest.VerifyAsync<ConstantHealth>("class OrderStore { int _n = 1; public bool [|IsHealthy|]() => true; }");
        Assert.Equal(
            "'IsHealthy' answers for the health of 'OrderStore', but it asks nothing and gives the same answer on every way, so it is healthy when all else is down. Ask what it depends on, or name it as the liveness probe that it is.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<ConstantHealth>("class C { bool IsHealthy( => true; Task<X> CheckHealthAsync() { return Y.Healthy(; } }");
}
