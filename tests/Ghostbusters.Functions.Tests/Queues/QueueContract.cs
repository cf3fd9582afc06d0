using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Tests.Queues;

/// <summary>A queue that is sent to and received from.</summary>
public sealed record QueueUnderTest(IQueue Queue, IQueuePump Pump);

/// <summary>What every queue does.</summary>
public abstract class QueueContract
{
    protected static readonly CancellationToken None = CancellationToken.None;
    protected static readonly QueueName Work = new("work");
    protected static readonly QueueName Dead = new("work-dead");
    protected static readonly QueueDefinition[] Definitions = [new(Work, 3, Dead), new(Dead, 1000, null)];

    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected TenantId Ada { get; } = TenantId.Parse("ada");

    protected abstract QueueUnderTest Create();

    protected static async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(QueueUnderTest test, QueueName queue, int maximum = 10) =>
        await test.Pump.ReceiveAsync(queue, maximum, Visibility, None);

    [Fact]
    public async Task WhatIsSent_IsReceivedOnce()
    {
        var test = Create();
        var attributes = new Dictionary<string, string> { ["traceparent"] = "00-1", ["label"] = "tëxt \U0001F47B" };
        await test.Queue.SendAsync(Ada, Work, new OutgoingMessage("{\"a\":\"ä\"}") { Attributes = attributes }, None);
        var message = Assert.Single(await ReceiveAsync(test, Work));
        Assert.Equal((Ada, "{\"a\":\"ä\"}", 1), (message.Tenant, message.Body, message.Attempt));
        Assert.Equal(attributes, message.Attributes);
        Assert.Empty(await ReceiveAsync(test, Work));
        Assert.True(await test.Pump.AcknowledgeAsync(Work, message.Receipt, None));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await ReceiveAsync(test, Work));
    }

    [Fact]
    public async Task WhatIsNotAcknowledged_ComesAgain()
    {
        var test = Create();
        await test.Queue.SendAsync(TenantId.Platform, Work, new OutgoingMessage("x"), None);
        var first = Assert.Single(await ReceiveAsync(test, Work));
        Clock.Advance(Visibility - TimeSpan.FromSeconds(1));
        Assert.Empty(await ReceiveAsync(test, Work));
        Clock.Advance(TimeSpan.FromSeconds(1));
        var second = Assert.Single(await ReceiveAsync(test, Work));
        Assert.Equal((first.Id, TenantId.Platform, 2), (second.Id, second.Tenant, second.Attempt));
        Assert.NotEqual(first.Receipt, second.Receipt);
        Assert.False(await test.Pump.AcknowledgeAsync(Work, first.Receipt, None));
        Assert.False(await test.Pump.ReleaseAsync(Work, first.Receipt, TimeSpan.Zero, None));
        Assert.True(await test.Pump.AcknowledgeAsync(Work, second.Receipt, None));
    }

    [Fact]
    public async Task Released_ComesAfterItsDelay()
    {
        var test = Create();
        await test.Queue.SendAsync(Ada, Work, new OutgoingMessage("x"), None);
        var first = Assert.Single(await ReceiveAsync(test, Work));
        Assert.True(await test.Pump.ReleaseAsync(Work, first.Receipt, TimeSpan.FromSeconds(5), None));
        Assert.Empty(await ReceiveAsync(test, Work));
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, Assert.Single(await ReceiveAsync(test, Work)).Attempt);
    }

    [Fact]
    public async Task Delayed_IsHiddenUntilThen()
    {
        var test = Create();
        await test.Queue.SendAsync(Ada, Work, new OutgoingMessage("later") { Delay = TimeSpan.FromSeconds(10) }, None);
        Assert.Empty(await ReceiveAsync(test, Work));
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Single(await ReceiveAsync(test, Work));
    }

    [Fact]
    public async Task AfterTheLastAttempt_ItIsADeadLetter_WithItsAttributes()
    {
        var test = Create();
        await test.Queue.SendAsync(Ada, Work, new OutgoingMessage("poison") { Attributes = new Dictionary<string, string> { ["correlation-id"] = "c-1" } }, None);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, Assert.Single(await ReceiveAsync(test, Work)).Attempt);
            Clock.Advance(Visibility);
        }
        Assert.Empty(await ReceiveAsync(test, Work));
        var dead = Assert.Single(await ReceiveAsync(test, Dead));
        Assert.Equal((Ada, "poison", "c-1", 1), (dead.Tenant, dead.Body, dead.Attributes["correlation-id"], dead.Attempt));
    }

    [Fact]
    public async Task Parked_IsADeadLetterAtOnce_WithTheReason()
    {
        var test = Create();
        await test.Queue.SendAsync(Ada, Work, new OutgoingMessage("bad") { Attributes = new Dictionary<string, string> { ["a"] = "1" } }, None);
        var message = Assert.Single(await ReceiveAsync(test, Work));
        Assert.True(await test.Pump.ParkAsync(Work, message, "schema", None));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await ReceiveAsync(test, Work));
        var dead = Assert.Single(await ReceiveAsync(test, Dead));
        Assert.Equal((Ada, "bad", "1", "schema"), (dead.Tenant, dead.Body, dead.Attributes["a"], dead.Attributes[MessageAttributeNames.Reason]));
    }

    [Fact]
    public async Task Many_AreSentAndReceived_AtMostSoManyATime()
    {
        var test = Create();
        var bodies = Enumerable.Range(0, 25).Select(static i => $"m{i}").ToList();
        var outcomes = await test.Queue.SendManyAsync(Ada, Work, [.. bodies.Select(static b => new OutgoingMessage(b))], None);
        Assert.All(outcomes, static o => Assert.Equal(SendOutcome.Sent, o));
        var received = new List<string>();
        while (await ReceiveAsync(test, Work, 4) is { Count: > 0 } messages)
        {
            Assert.True(messages.Count <= 4);
            received.AddRange(messages.Select(static m => m.Body));
        }
        Assert.Equal(bodies.Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task LargeMessages_AreSent()
    {
        var test = Create();
        var messages = Enumerable.Range(0, 3).Select(static _ => new OutgoingMessage(new string('x', OutgoingMessage.MaximumBody))).ToList();
        Assert.All(await test.Queue.SendManyAsync(Ada, Work, messages, None), static o => Assert.True(o.IsSent));
    }

    [Fact]
    public async Task UnknownQueueOrTenant_IsRefused()
    {
        var test = Create();
        await Assert.ThrowsAsync<QueueNotFoundException>(async () => await test.Queue.SendAsync(Ada, new QueueName("none"), new OutgoingMessage("x"), None));
        await Assert.ThrowsAsync<QueueNotFoundException>(async () => await test.Pump.ReceiveAsync(new QueueName("none"), 1, Visibility, None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await test.Queue.SendAsync(default, Work, new OutgoingMessage("x"), None));
    }

    [Fact]
    public async Task OfManyReceivers_EachMessageHasOne()
    {
        var test = Create();
        await test.Queue.SendManyAsync(Ada, Work, [.. Enumerable.Range(0, 20).Select(static i => new OutgoingMessage($"{i}"))], None);
        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReceiveAsync(test, Work, 5)));
        var ids = batches.SelectMany(static b => b).Select(static m => m.Id).ToList();
        Assert.Equal(20, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    /// <summary>Whatever is acknowledged or not, nothing is lost: all that was sent was acknowledged or is still there.</summary>
    [Fact]
    public void NothingIsLost() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10), Prop.ForAll(Gen.Choose(0, 3).ArrayOf(12).ToArbitrary(), moves => Task.Run(async () =>
    {
        var test = Create();
        var (sent, done) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (move, i) in moves.Select(static (m, i) => (m, i)))
        {
            await test.Queue.SendAsync(Ada, Work, new OutgoingMessage($"{i}"), None);
            sent.Add($"{i}");
            foreach (var message in await ReceiveAsync(test, Work, 2))
            {
                if (move == 0) done.Add(await test.Pump.AcknowledgeAsync(Work, message.Receipt, None) ? message.Body : throw new InvalidOperationException("fresh"));
                if (move == 1) await test.Pump.ReleaseAsync(Work, message.Receipt, TimeSpan.FromSeconds(3), None);
                if (move == 2) await test.Pump.ParkAsync(Work, message, "no", None);
            }
            Clock.Advance(TimeSpan.FromSeconds(7));
        }
        var left = new HashSet<string>();
        for (var round = 0; round < 6; round++)
        {
            foreach (var queue in new[] { Work, Dead })
                while (await ReceiveAsync(test, queue) is { Count: > 0 } messages) left.UnionWith(messages.Select(static m => m.Body));
            Clock.Advance(Visibility);
        }
        Assert.Empty(left.Intersect(done));
        Assert.Equal(sent.Order(StringComparer.Ordinal), left.Union(done).Order(StringComparer.Ordinal));
    })));
}
