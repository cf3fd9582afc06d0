using System.Net;
using Ghostbusters.Functions.Host.Tests.Sample;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Host.Tests.Running;

/// <summary>One class, because the samples' inbox is one: its tests run one after the other.</summary>
public class QueueTests
{
    [Fact]
    public async Task AMessage_ArrivesWithItsTenantAndAttributes_AndIsDone()
    {
        await using var run = await HostRun.StartAsync();
        await SendAsync(run, "plain");
        Assert.Equal(new SampleMessage("plain", "1", "local", "sample"), await NextAsync());
        await IsEmptyAsync(run);
    }

    [Fact]
    public async Task WhatFails_IsDeliveredAgain_AndThenDone()
    {
        await using var run = await HostRun.StartAsync();
        await SendAsync(run, "fail me");
        Assert.Equal("1", (await NextAsync()).Attempt);
        Assert.Equal(new SampleMessage("fail me", "2", "local", "sample"), await NextAsync());
        await IsEmptyAsync(run);
    }

    [Fact]
    public async Task WhereTheFunctionThrows_AllAreDeliveredAgain()
    {
        await using var run = await HostRun.StartAsync();
        await SendAsync(run, "throw it");
        Assert.Equal("1", (await NextAsync()).Attempt);
        Assert.Equal(new SampleMessage("throw it", "2", "local", "sample"), await NextAsync());
        await IsEmptyAsync(run);
    }

    [Fact]
    public async Task AStop_GivesBackWhatDoesNotEndInTime_AndTheNextStartHandlesIt()
    {
        var run = await HostRun.StartAsync(grace: TimeSpan.FromMilliseconds(100));
        await SendAsync(run, "hold on");
        Assert.Equal("1", (await NextAsync()).Attempt);
        await run.StopAsync(); // It is held by a function that does not end.

        await using var again = await HostRun.StartAsync(run.Data);
        Assert.Equal(new SampleMessage("hold on", "2", "local", "sample"), await NextAsync());
        SampleInbox.LetGo.TrySetResult();
        await IsEmptyAsync(again);
    }

    private static async Task SendAsync(HostRun run, string text)
    {
        using var response = await run.Http.PostAsync("/sample/send", new StringContent(text));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private static async Task<SampleMessage> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await SampleInbox.Arrived.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The function has it before it is acknowledged: that is waited for, by asking.</summary>
    private static async Task IsEmptyAsync(HostRun run)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await run.Host.Ports.Queue.CountAsync(new QueueName("sample-work"), limit.Token) > 0) await Task.Yield();
        Assert.Equal(0, await run.Host.Ports.Queue.CountAsync(new QueueName("sample-work-dlq"), limit.Token));
    }
}
