using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Idempotency;

namespace Ghostbusters.Promises;

/// <summary>The same message, delivered any number of times at once, has one effect.</summary>
public class P04
{
    private static readonly TenantId Tenant = TenantId.Parse("ada");

    [Fact]
    public void ManyDeliveriesAtOnce_HaveOneEffect() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(
        Gen.Choose(0, 3).ArrayOf(24).ToArbitrary(), keys => Task.Run(async () =>
        {
            var effects = new System.Collections.Concurrent.ConcurrentBag<string>();
            var clock = new FakeTimeProvider();
            var table = new InMemoryTable(clock);
            await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (key, cancellation) =>
            {
                var work = new IdempotentWork(new YieldingTable(table), clock);
                await work.RunAsync(Tenant, $"message-{key}", new byte[] { (byte)key }, TimeSpan.FromSeconds(30), async _ =>
                {
                    await Task.Yield();
                    effects.Add($"message-{key}");
                    await Task.Yield();
                    return $"outcome-{key}";
                }, cancellation);
            });
            Assert.Equal(keys.Distinct().Select(static k => $"message-{k}").Order(), effects.Order());
        })));

    [Fact]
    public async Task ALaterDelivery_IsAnsweredAsTheFirst()
    {
        var (clock, runs) = (new FakeTimeProvider(), 0);
        var work = new IdempotentWork(new InMemoryTable(clock), clock);
        for (var i = 0; i < 3; i++)
        {
            var claim = await work.RunAsync(Tenant, "k", new byte[] { 1 }, TimeSpan.FromSeconds(30), _ => Task.FromResult($"run {++runs}"), default);
            Assert.Equal(new AlreadyDone("run 1"), claim);
            clock.Advance(TimeSpan.FromDays(4));
        }
    }

    [Fact]
    public async Task TheSameKeyOfAnotherTenant_IsOtherWork()
    {
        var (clock, runs) = (new FakeTimeProvider(), 0);
        var work = new IdempotentWork(new InMemoryTable(clock), clock);
        foreach (var tenant in new[] { "ada", "bob" })
            await work.RunAsync(TenantId.Parse(tenant), "k", new byte[] { 1 }, TimeSpan.FromSeconds(30), _ => Task.FromResult($"{++runs}"), default);
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task WorkThatFailed_MayBeDoneAtOnceAgain()
    {
        var clock = new FakeTimeProvider();
        var work = new IdempotentWork(new InMemoryTable(clock), clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => work.RunAsync(Tenant, "k", default, TimeSpan.FromMinutes(15), static _ => throw new InvalidOperationException(), default));
        Assert.Equal(new AlreadyDone("done"), await work.RunAsync(Tenant, "k", default, TimeSpan.FromMinutes(15), static _ => Task.FromResult("done"), default));
    }
}
