using Amazon.Runtime;
using Ghostbusters.Functions.Aws.Sqs;
using Ghostbusters.Functions.Local.Queues;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.Functions.Testing.Memory;

namespace Ghostbusters.Functions.Tests.Queues;

public sealed class InMemoryQueueTests : QueueContract
{
    protected override QueueUnderTest Create()
    {
        var queue = new InMemoryQueue(Definitions, Clock);
        return new QueueUnderTest(queue, queue);
    }
}

public sealed class LocalQueueTests : QueueContract, IAsyncLifetime
{
    private readonly List<ScratchStore> _stores = [];

    protected override QueueUnderTest Create()
    {
        var queue = CreateQueue();
        return new QueueUnderTest(queue, queue);
    }

    [Fact]
    public async Task Wait_EndsWhenSomethingIsSent()
    {
        var queue = CreateQueue();
        var waiting = queue.WaitAsync(Work, TimeSpan.FromHours(1), None);
        Assert.False(waiting.IsCompleted);
        await queue.SendAsync(Ada, Work, new OutgoingMessage("x"), None);
        await waiting;
        Assert.Equal(1, await queue.CountAsync(Work, None));
    }

    [Fact]
    public async Task Wait_EndsAtItsLongest()
    {
        var queue = CreateQueue();
        var waiting = queue.WaitAsync(Work, TimeSpan.FromSeconds(5), None);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await waiting;
        Assert.Empty(await queue.ReceiveAsync(Work, 1, TimeSpan.FromSeconds(1), None));
    }

    [Fact]
    public async Task Wait_AfterASend_EndsAtOnce_AndOnlyOnce()
    {
        var queue = CreateQueue();
        await queue.SendAsync(Ada, Work, new OutgoingMessage("x"), None);
        await queue.WaitAsync(Work, TimeSpan.FromHours(1), None);
        Assert.False(queue.WaitAsync(Work, TimeSpan.FromHours(1), None).IsCompleted);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var store in _stores) await store.DisposeAsync();
    }

    private LocalQueue CreateQueue()
    {
        _stores.Add(new ScratchStore());
        return new LocalQueue(_stores[^1].Store, Definitions, Clock);
    }
}

public sealed class SqsQueueTests : QueueContract, IAsyncLifetime
{
    private readonly List<SqsServer> _servers = [];

    protected override QueueUnderTest Create() => On(Server());

    [Theory]
    [InlineData(SqsFault.Throttled)]
    [InlineData(SqsFault.InternalError)]
    public async Task AFailureThatPasses_IsRetried(SqsFault fault)
    {
        var server = Server();
        server.FailNext(fault);
        var test = On(server);
        await test.Queue.SendAsync(Ada, Work, new OutgoingMessage("x"), None);
        Assert.Equal(2, server.Requests);
        Assert.Single(await ReceiveAsync(test, Work));
    }

    [Fact]
    public async Task AFailureThatStays_IsAnException()
    {
        var server = Server();
        server.FailNext(Enumerable.Repeat(SqsFault.InternalError, 3).ToArray());
        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => On(server).Queue.SendAsync(Ada, Work, new OutgoingMessage("x"), None));
    }

    [Fact]
    public async Task AHalfFailedBatch_IsSentAgainForItsOtherHalf()
    {
        var server = Server();
        server.FailNext(SqsFault.HalfBatch, SqsFault.HalfBatch);
        var test = On(server);
        var outcomes = await test.Queue.SendManyAsync(Ada, Work, [.. Enumerable.Range(0, 10).Select(static i => new OutgoingMessage($"{i}"))], None);
        Assert.All(outcomes, static o => Assert.True(o.IsSent));
        Assert.Equal(Enumerable.Range(0, 10).Select(static i => $"{i}"), (await ReceiveAsync(test, Work)).Select(static m => m.Body).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatFailsToTheEnd_IsToldByMessage()
    {
        var server = Server();
        server.FailNext(SqsFault.HalfBatch, SqsFault.HalfBatch, SqsFault.HalfBatch, SqsFault.HalfBatch);
        var outcomes = await On(server).Queue.SendManyAsync(Ada, Work, [.. Enumerable.Range(0, 10).Select(static i => new OutgoingMessage($"{i}"))], None);
        // Each time every second of what was left: of ten five, two, one, none are left over.
        Assert.All(outcomes, static o => Assert.True(o.IsSent || o.Error == "InternalError"));
        Assert.Equal(10 - outcomes.Count(static o => !o.IsSent), (await ReceiveAsync(On(server), Work)).Count);
    }

    [Fact]
    public async Task AWrongSecret_IsRefused()
    {
        var server = Server();
        var queue = new SqsQueue(server.Client(new BasicAWSCredentials("AKTEST", "wrong")), server.Addresses);
        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => queue.SendAsync(Ada, Work, new OutgoingMessage("x"), None));
        Assert.Equal(1, server.Refused);
    }

    [Fact]
    public async Task AMessageThatNamesNoTenant_IsNotHandedOut_AndBecomesADeadLetter()
    {
        var server = Server();
        server.Inject(Work, "from somebody else");
        var test = On(server);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            Assert.Empty(await ReceiveAsync(test, Work));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await test.Queue.SendAsync(Ada, Work, new OutgoingMessage("ours"), None);
        Assert.Equal("ours", Assert.Single(await ReceiveAsync(test, Work)).Body);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
    }

    private SqsServer Server()
    {
        _servers.Add(new SqsServer(Definitions, Clock));
        return _servers[^1];
    }

    private static QueueUnderTest On(SqsServer server)
    {
        var client = server.Client();
        return new QueueUnderTest(new SqsQueue(client, server.Addresses), new SqsPump(client, server.Addresses));
    }
}
