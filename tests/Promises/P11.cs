using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Outbox;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Testing.Faults;

namespace Ghostbusters.Promises;

/// <summary>A change and its message are both visible or neither, wherever the writer dies; the sweep sends what it left.</summary>
public class P11
{
    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly TenantId Bob = TenantId.Parse("bob");
    private static readonly QueueName Next = new("next");

    private readonly FakeTimeProvider _clock = new();
    private readonly InMemoryTable _table;
    private readonly InMemoryQueue _queue;

    public P11() => (_table, _queue) = (new InMemoryTable(_clock), new InMemoryQueue([new QueueDefinition(Next, 5, null)], _clock));

    /// <summary>Every course of changes, each dying at any call or at none, ends with one message a change that was stored.</summary>
    [Fact]
    public void EveryStoredChange_HasItsMessage() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Choose(0, 5).SelectMany(static _ => Gen.Elements(FaultSide.Before, FaultSide.After), static (at, side) => (at, side)).NonEmptyListOf().ToArbitrary(),
        static deaths => Task.Run(() => new P11().RunCourseAsync([.. deaths]))));

    [Fact]
    public async Task TheSweep_LeavesHealthyWritersAlone()
    {
        await PutAsync(Ada, "fresh", "m-1");
        _clock.Advance(OutboxSweep.Grace - TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await SweepAsync(_queue)).Flushed);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, (await SweepAsync(_queue)).Flushed);
        Assert.Equal(0, (await SweepAsync(_queue)).Flushed);
        Assert.Single(_queue.In(Next));
    }

    [Fact]
    public async Task OneItemThatCannotBeSent_DoesNotHoldUpTheOthers()
    {
        await PutAsync(Ada, "a", "m-1");
        await _table.PutAsync(Bob, new ItemDraft(new ItemKey("p", "b"), AttributeMap.Empty).With(_clock.GetUtcNow(), new OutboxEntry("m-2", new QueueName("gone"), new OutgoingMessage("x"))), WriteCondition.None, default);
        await PutAsync(Bob, "c", "m-3");
        _clock.Advance(TimeSpan.FromMinutes(5));
        var result = await SweepAsync(_queue);
        Assert.Equal((2, new ItemKey("p", "b")), (result.Flushed, Assert.Single(result.Failures).Key));
        Assert.Equal([("ada", "m-1"), ("bob", "m-3")], _queue.In(Next).Select(static m => (m.Tenant.Value, m.Attributes[OutboxEntry.IdAttribute])).Order());
    }

    [Fact]
    public async Task AChangeWhileItIsSent_KeepsTheNewMessage()
    {
        var item = await PutAsync(Ada, "a", "m-1");
        var change = new ItemChange { Set = AttributeMap.Of(("state", "two")) }.With(item, _clock.GetUtcNow(), new OutboxEntry("m-2", Next, new OutgoingMessage("two")));
        Assert.IsType<Stored>(await _table.UpdateAsync(Ada, item.Key, change, WriteCondition.VersionIs(item.Version), default));
        var flushed = await new OutboxMessages(_table, _queue).FlushAsync(Ada, item, default); // With the item as it was before.
        Assert.Equal(("two", null), (flushed?.Attributes.Text("state"), flushed?.PendingSince));
        Assert.Equal(["m-1", "m-2"], _queue.In(Next).Select(static m => m.Attributes[OutboxEntry.IdAttribute]));
    }

    /// <summary>A writer needs the right to send its own messages only: what another left waits for the sweep, in whatever order they write.</summary>
    [Fact]
    public async Task AWriter_SendsItsOwn_AndLeavesWhatAnotherLeft_ToTheSweep()
    {
        var item = await PutAsync(Ada, "a", "m-1"); // Its writer died.
        var change = new ItemChange { Set = AttributeMap.Of(("state", "two")) }.With(item, _clock.GetUtcNow(), new OutboxEntry("m-2", Next, new OutgoingMessage("two")));
        var changed = ((Stored)await _table.UpdateAsync(Ada, item.Key, change, WriteCondition.VersionIs(item.Version), default)).Item;
        var flushed = await new OutboxMessages(_table, _queue).FlushAsync(Ada, changed, static own => own.Id == "m-2", default);
        Assert.Equal(["m-1"], OutboxAttribute.Entries(flushed!).Select(static e => e.Id));
        Assert.Equal(item.PendingSince, flushed!.PendingSince);
        Assert.Equal(["m-2"], _queue.In(Next).Select(static m => m.Attributes[OutboxEntry.IdAttribute]));
        _clock.Advance(OutboxSweep.Grace + TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await SweepAsync(_queue)).Flushed);
        Assert.Equal(["m-2", "m-1"], _queue.In(Next).Select(static m => m.Attributes[OutboxEntry.IdAttribute]));
    }

    [Fact]
    public async Task MessagesKeepTheirAttributesAndDelay()
    {
        var message = new OutgoingMessage("body") { Attributes = new Dictionary<string, string> { ["traceparent"] = "t" }, Delay = TimeSpan.FromSeconds(30) };
        var outcome = await _table.PutAsync(Ada, new ItemDraft(new ItemKey("p", "a"), AttributeMap.Empty).With(_clock.GetUtcNow(), new OutboxEntry("m-1", Next, message)), WriteCondition.None, default);
        await new OutboxMessages(_table, _queue).FlushAsync(Ada, ((Stored)outcome).Item, default);
        Assert.Empty(await _queue.ReceiveAsync(Next, 1, TimeSpan.FromSeconds(9), default));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("t", Assert.Single(await _queue.ReceiveAsync(Next, 1, TimeSpan.FromSeconds(9), default)).Attributes["traceparent"]);
    }

    private async Task RunCourseAsync((int At, FaultSide Side)[] deaths)
    {
        var key = new ItemKey("p", "state");
        foreach (var (number, (at, side)) in deaths.Index())
        {
            var plan = new FaultPlan(at, side);
            try
            {
                await StepAsync(new FaultyTable(_table, plan), new FaultyQueue(_queue, plan), key, number);
            }
            catch (FaultException)
            {
                _clock.Advance(TimeSpan.FromSeconds(5)); // The process is gone; the next one knows nothing of it.
            }
        }
        _clock.Advance(OutboxSweep.Grace + TimeSpan.FromSeconds(1));
        await SweepAsync(_queue);
        var item = await _table.GetAsync(Ada, key, default);
        var stored = (item?.Attributes.List("done") ?? []).Select(static v => ((TextValue)v).Value);
        Assert.Equal(stored.Order(), _queue.In(Next).Select(static m => m.Attributes[OutboxEntry.IdAttribute]).Distinct().Order());
        Assert.True(item is null || OutboxAttribute.Entries(item).Count == 0);
    }

    private async Task StepAsync(ITable table, IQueue queue, ItemKey key, int number)
    {
        var (id, now) = ($"m-{number}", _clock.GetUtcNow());
        var entry = new OutboxEntry(id, Next, new OutgoingMessage(id));
        var item = await table.GetAsync(Ada, key, default);
        var done = new ListValue([.. item?.Attributes.List("done") ?? [], new TextValue(id)]);
        var outcome = item is null
            ? await table.PutAsync(Ada, new ItemDraft(key, AttributeMap.Of(("done", done))).With(now, entry), WriteCondition.Absent, default)
            : await table.UpdateAsync(Ada, key, new ItemChange { Set = AttributeMap.Of(("done", done)) }.With(item, now, entry), WriteCondition.VersionIs(item.Version), default);
        await new OutboxMessages(table, queue).FlushAsync(Ada, ((Stored)outcome).Item, own => own.Id == id, default);
    }

    private async Task<Item> PutAsync(TenantId tenant, string sort, string id)
    {
        var draft = new ItemDraft(new ItemKey("p", sort), AttributeMap.Of(("state", "one"))).With(_clock.GetUtcNow(), new OutboxEntry(id, Next, new OutgoingMessage(id)));
        return ((Stored)await _table.PutAsync(tenant, draft, WriteCondition.None, default)).Item;
    }

    private Task<SweepResult> SweepAsync(IQueue queue) => new OutboxSweep(_table, new OutboxMessages(_table, queue), _clock).RunAsync(default);
}
