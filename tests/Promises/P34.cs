using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.RateLimits;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Testing.Faults;

namespace Ghostbusters.Promises;

/// <summary>A token bucket a tenant: the call after the last token is refused and told when to come again.</summary>
public class P34
{
    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly RateLimit Scans = new("scans", 5, 0.5m, StoreFailurePolicy.Closed);

    private readonly FakeTimeProvider _clock = new();
    private readonly RateLimiter _limiter;

    public P34() => _limiter = new RateLimiter(new InMemoryTable(_clock), _clock);

    [Fact]
    public async Task TheSixthOfFive_IsRefused_UntilItsRetryAfter()
    {
        for (var i = 0; i < 5; i++) Assert.True((await TakeAsync()).IsAllowed);
        var refused = await TakeAsync();
        Assert.Equal((false, TimeSpan.FromSeconds(2)), (refused.IsAllowed, refused.RetryAfter));
        Assert.Equal("2", ProblemWriter.Headers(Problem.TooManyRequests(refused.RetryAfter))["retry-after"]);
        _clock.Advance(refused.RetryAfter - TimeSpan.FromMilliseconds(1));
        Assert.False((await TakeAsync()).IsAllowed);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await TakeAsync()).IsAllowed);
        Assert.False((await TakeAsync()).IsAllowed);
    }

    [Fact]
    public async Task Tenants_AndLimits_HaveTheirOwn()
    {
        for (var i = 0; i < 6; i++) await TakeAsync();
        Assert.True((await _limiter.TakeAsync(TenantId.Parse("bob"), Scans, default)).IsAllowed);
        Assert.True((await _limiter.TakeAsync(Ada, Scans with { Name = "reads" }, default)).IsAllowed);
    }

    /// <summary>In any course of pauses, every decision is that of the exact bucket: an integer model in milliseconds.</summary>
    [Fact]
    public void AnyCourse_IsThatOfTheModel() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 6000).ListOf().ToArbitrary(), static pauses => Task.Run(async () =>
    {
        var test = new P34();
        var tokens = 5000L * 2; // Thousandths of half a token: 1 ms refills one of them.
        foreach (var pause in pauses)
        {
            var allowed = tokens >= 2000;
            if (allowed) tokens -= 2000;
            var decision = await test.TakeAsync();
            Assert.Equal(allowed, decision.IsAllowed);
            Assert.Equal(allowed ? TimeSpan.Zero : TimeSpan.FromMilliseconds(2000 - tokens), decision.RetryAfter);
            test._clock.Advance(TimeSpan.FromMilliseconds(pause));
            tokens = Math.Min(10000, tokens + pause);
        }
    })));

    [Fact]
    public async Task OfManyAtOnce_NoMoreThanTheTokens_AreAllowed()
    {
        var table = new YieldingTable(new InMemoryTable(_clock));
        var decisions = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => new RateLimiter(table, _clock).TakeAsync(Ada, Scans, default)));
        Assert.InRange(decisions.Count(static d => d.IsAllowed), 1, 5);
        Assert.All(decisions, static d => Assert.Equal(d.IsAllowed, d.RetryAfter == TimeSpan.Zero));
    }

    /// <summary>Within a process nobody is refused for being one of many: exactly the tokens are given out, in a few writes.</summary>
    [Theory]
    [InlineData(100, 100)]
    [InlineData(40, 40)]
    public async Task OfManyAtOnceInOneProcess_ExactlyTheTokens_AreAllowed(int tokens, int allowed)
    {
        var limiter = new RateLimiter(new YieldingTable(new InMemoryTable(_clock)), _clock);
        var decisions = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => limiter.TakeAsync(Ada, Scans with { Capacity = tokens }, default))));
        Assert.Equal(allowed, decisions.Count(static d => d.IsAllowed));
        Assert.All(decisions.Where(static d => !d.IsAllowed), static d => Assert.Equal(TimeSpan.FromSeconds(2), d.RetryAfter));
    }

    [Fact]
    public async Task WhoGivesUp_TakesNobodyElsesDecisionAway()
    {
        var table = new HeldTable(new InMemoryTable(_clock));
        var limiter = new RateLimiter(table, _clock);
        using var gone = new CancellationTokenSource();
        var first = limiter.TakeAsync(Ada, Scans, gone.Token);
        var second = limiter.TakeAsync(Ada, Scans, default);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        table.Open();
        Assert.True((await second).IsAllowed);
    }

    [Theory]
    [InlineData(StoreFailurePolicy.Closed, false)]
    [InlineData(StoreFailurePolicy.Open, true)]
    public async Task WhileTheStoreFails_ThePolicyDecides(StoreFailurePolicy policy, bool allowed)
    {
        var limiter = new RateLimiter(new FaultyTable(new InMemoryTable(_clock), new FaultPlan(0, FaultSide.Before)), _clock);
        var decision = await limiter.TakeAsync(Ada, Scans with { WhenUnavailable = policy }, default);
        Assert.Equal(allowed, decision.IsAllowed);
        Assert.IsType<FaultException>(decision.Failure);
    }

    [Fact]
    public async Task Cancellation_IsNoFailureOfTheStore() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => new RateLimiter(new CancelledTable(), _clock).TakeAsync(Ada, Scans with { WhenUnavailable = StoreFailurePolicy.Open }, new CancellationToken(true)));

    private Task<RateDecision> TakeAsync() => _limiter.TakeAsync(Ada, Scans, default);

    /// <summary>Reads nothing until it is opened.</summary>
    private sealed class HeldTable(ITable inner) : ITable
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.SetResult();

        public async Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation)
        {
            await _open.Task.WaitAsync(cancellation);
            return await inner.GetAsync(tenant, key, cancellation);
        }

        public Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation) => inner.PutAsync(tenant, item, condition, cancellation);

        public Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation) => inner.UpdateAsync(tenant, key, change, condition, cancellation);

        public Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation) => inner.DeleteAsync(tenant, key, condition, cancellation);

        public Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation) => inner.QueryAsync(tenant, query, cancellation);

        public Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation) => inner.GetManyAsync(tenant, keys, cancellation);

        public Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation) => inner.PutManyAsync(tenant, items, cancellation);
    }

    private sealed class CancelledTable : ITable
    {
        public Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation) => Task.FromCanceled<Item?>(cancellation);

        public Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation) => Task.FromCanceled<WriteOutcome>(cancellation);

        public Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation) => Task.FromCanceled<WriteOutcome>(cancellation);

        public Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation) => Task.FromCanceled<WriteOutcome>(cancellation);

        public Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation) => Task.FromCanceled<Page>(cancellation);

        public Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation) => Task.FromCanceled<IReadOnlyList<Item>>(cancellation);

        public Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation) => Task.FromCanceled<IReadOnlyList<ItemKey>>(cancellation);
    }
}
