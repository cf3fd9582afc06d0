using Ghostbusters.Functions.Idempotency;

namespace Ghostbusters.Promises;

/// <summary>The lease of an invocation that died ends with that invocation's own deadline, not when the store deletes.</summary>
public class P06
{
    private static readonly TenantId Tenant = TenantId.Parse("ada");

    private readonly FakeTimeProvider _clock = new();
    private readonly IdempotentWork _work;

    public P06() => _work = new IdempotentWork(new InMemoryTable(_clock), _clock, new IdempotencyOptions { Margin = TimeSpan.FromSeconds(1), Retention = TimeSpan.FromDays(15) });

    [Fact]
    public async Task UntilItsDeadline_ItIsInProgress()
    {
        Assert.IsType<Granted>(await ClaimAsync(remaining: 10));
        Assert.Equal(new InProgress(TimeSpan.FromSeconds(11)), await ClaimAsync(remaining: 900));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new InProgress(TimeSpan.FromSeconds(1)), await ClaimAsync(remaining: 900));
    }

    [Fact]
    public async Task FromItsDeadlineOn_AnotherGetsIt_ThoughTheRecordIsStillThere()
    {
        await ClaimAsync(remaining: 10);
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.IsType<Granted>(await ClaimAsync(remaining: 10));
        Assert.IsType<InProgress>(await ClaimAsync(remaining: 10));
    }

    [Fact]
    public async Task OfManyThatCome_OneTakesItOver()
    {
        await ClaimAsync(remaining: 10);
        _clock.Advance(TimeSpan.FromSeconds(11));
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ClaimAsync(remaining: 10)));
        Assert.Single(claims, static c => c is Granted);
        Assert.Equal(7, claims.Count(static c => c is InProgress));
    }

    [Fact]
    public async Task TheOneThatWasBelievedDead_CannotRecordItsOutcome()
    {
        var late = Assert.IsType<Granted>(await ClaimAsync(remaining: 10));
        _clock.Advance(TimeSpan.FromSeconds(11));
        var second = Assert.IsType<Granted>(await ClaimAsync(remaining: 10));
        await Assert.ThrowsAsync<LeaseLostException>(() => _work.CompleteAsync(late.Lease, "late", default));
        await _work.CompleteAsync(second.Lease, "second", default);
        Assert.Equal(new AlreadyDone("second"), await ClaimAsync(remaining: 10));
    }

    [Fact]
    public async Task AnOutcome_IsRememberedForTheRetention_AndNoLonger()
    {
        var granted = Assert.IsType<Granted>(await ClaimAsync(remaining: 10));
        await _work.CompleteAsync(granted.Lease, "done", default);
        _clock.Advance(TimeSpan.FromDays(15) - TimeSpan.FromSeconds(1));
        Assert.IsType<AlreadyDone>(await ClaimAsync(remaining: 10));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<Granted>(await ClaimAsync(remaining: 10));
    }

    private Task<Claim> ClaimAsync(int remaining) => _work.ClaimAsync(Tenant, "k", new byte[] { 1 }, TimeSpan.FromSeconds(remaining), default);
}
