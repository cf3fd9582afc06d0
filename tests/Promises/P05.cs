using Ghostbusters.Functions.Idempotency;
using Ghostbusters.Functions.Outbox;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Testing.Faults;

namespace Ghostbusters.Promises;

/// <summary>A crash at any call, before or after its effect: the retry converges, and there is one effect.</summary>
public class P05
{
    private static readonly TenantId Tenant = TenantId.Parse("ada");
    private static readonly QueueName Next = new("next");
    private static readonly ItemKey Record = new("scan#1", "state");

    public static TheoryData<int, FaultSide> EveryCall
    {
        get
        {
            var data = new TheoryData<int, FaultSide>();
            for (var at = 0; at < 8; at++)
                foreach (var side in Enum.GetValues<FaultSide>()) data.Add(at, side);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task CrashAtAnyCall_Converges(int at, FaultSide side)
    {
        var world = new World(new FaultPlan(at, side));
        var crashed = await TryAsync(world);
        world.Plan.Restart();
        for (var delivery = 0; delivery < 4; delivery++) // The queue delivers again; the dead one's lease ends on the way.
        {
            world.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.True(await TryAsync(world));
        }
        world.Clock.Advance(OutboxSweep.Grace + TimeSpan.FromSeconds(1));
        await new OutboxSweep(world.Table, new OutboxMessages(world.Table, world.Queue), world.Clock).RunAsync(default);
        var item = await world.Table.GetAsync(Tenant, Record, default);
        Assert.Equal(1, item?.Attributes.Number("count"));
        Assert.Empty(OutboxAttribute.Entries(item!));
        Assert.Equal(["message-1"], world.Queue.In(Next).Select(static m => m.Attributes[OutboxEntry.IdAttribute]).Distinct());
        Assert.True(crashed || world.Plan.HasFailed);
    }

    /// <summary>Shows that the sweep reaches every call: an undisturbed run makes no more than are swept.</summary>
    [Fact]
    public async Task TheSweep_CoversEveryCall()
    {
        var world = new World(new FaultPlan(int.MaxValue, FaultSide.Before));
        Assert.True(await TryAsync(world));
        Assert.InRange(world.Plan.Calls, 4, 8);
    }

    private static async Task<bool> TryAsync(World world)
    {
        try
        {
            var work = new IdempotentWork(new FaultyTable(world.Table, world.Plan), world.Clock);
            await work.RunAsync(Tenant, "delivery-1", new byte[] { 1 }, TimeSpan.FromSeconds(10), cancellation => EffectAsync(world, cancellation), default);
            return true;
        }
        catch (Exception exception) when (exception is FaultException or AggregateException)
        {
            return false;
        }
    }

    /// <summary>An effect that bears repetition: one conditional write with its message, then the message.</summary>
    private static async Task<string> EffectAsync(World world, CancellationToken cancellation)
    {
        var table = new FaultyTable(world.Table, world.Plan);
        var draft = new ItemDraft(Record, AttributeMap.Of(("count", 1))).With(world.Clock.GetUtcNow(), new OutboxEntry("message-1", Next, new OutgoingMessage("go")));
        var item = await table.PutAsync(Tenant, draft, WriteCondition.Absent, cancellation) switch
        {
            Stored { Item: var stored } => stored,
            Conflict { Existing: { } there } => there,
            var other => throw new InvalidOperationException(other.ToString()),
        };
        await new OutboxMessages(table, new FaultyQueue(world.Queue, world.Plan)).FlushAsync(Tenant, item, cancellation);
        return "done";
    }

    private sealed class World
    {
        public World(FaultPlan plan)
        {
            Plan = plan;
            Table = new InMemoryTable(Clock);
            Queue = new InMemoryQueue([new QueueDefinition(Next, 5, null)], Clock);
        }

        public FaultPlan Plan { get; }

        public FakeTimeProvider Clock { get; } = new();

        public InMemoryTable Table { get; }

        public InMemoryQueue Queue { get; }
    }
}
