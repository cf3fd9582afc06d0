using Ghostbusters.Functions.Idempotency;

namespace Ghostbusters.Promises;

/// <summary>Another payload under a used key is refused, never answered with the old outcome.</summary>
public class P07
{
    private static readonly TenantId Tenant = TenantId.Parse("ada");

    private readonly FakeTimeProvider _clock = new();
    private readonly IdempotentWork _work;

    public P07() => _work = new IdempotentWork(new InMemoryTable(_clock), _clock);

    [Fact]
    public async Task AfterItWasDone() => Assert.Equal(new OtherPayload(), await AfterAsync(granted => _work.CompleteAsync(granted.Lease, "old", default)));

    [Fact]
    public async Task WhileItIsInProgress() => Assert.Equal(new OtherPayload(), await AfterAsync(static _ => Task.CompletedTask));

    [Fact]
    public async Task AfterTheFirstDied() => Assert.Equal(new OtherPayload(), await AfterAsync(_ =>
    {
        _clock.Advance(TimeSpan.FromMinutes(5));
        return Task.CompletedTask;
    }));

    [Fact]
    public async Task KeysOfAnyForm_AreTold_Apart()
    {
        foreach (var key in new[] { "", "a", "a#b", "A", new string('k', 5000), "\0", "\uD800" })
            Assert.IsType<Granted>(await _work.ClaimAsync(Tenant, key, default, TimeSpan.FromSeconds(10), default));
    }

    private async Task<Claim> AfterAsync(Func<Granted, Task> between)
    {
        await between(Assert.IsType<Granted>(await ClaimAsync("payload"u8.ToArray())));
        return await ClaimAsync("Payload"u8.ToArray());
    }

    private Task<Claim> ClaimAsync(byte[] payload) => _work.ClaimAsync(Tenant, "k", payload, TimeSpan.FromSeconds(10), default);
}
