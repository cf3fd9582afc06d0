using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Testing.Faults;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>Stages under repetition, crashes, and failure for good.</summary>
public class StageTests
{
    public static TheoryData<int, FaultSide> Crashes
    {
        get
        {
            var data = new TheoryData<int, FaultSide>();
            for (var at = 0; at < 44; at += 4) data.Add(at, at % 8 == 0 ? FaultSide.After : FaultSide.Before);
            return data;
        }
    }

    [Fact]
    public async Task ARepeatedMessage_ChangesNothing()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = await service.AnalysedAsync(key);
        var before = await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default);
        foreach (var stage in new[] { "FetchStage", "AnalyseStage", "ReportStage", "NotifyStage" })
            Assert.Empty((await service.StageAsync(stage, Service.Message(id), Service.Ada)).BatchItemFailures);
        var after = await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default);
        Assert.Equal(before, after);
        Assert.Equal(0, await service.Queue.CountAsync(StageQueues.Report, default) + await service.Queue.CountAsync(StageQueues.Notify, default));
    }

    /// <summary>The process dies at a call, before or after its effect; the client asks again under its key, the queue delivers again, the sweep comes by.</summary>
    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task ACrash_AtAnyCall_EndsInOneWholeResult(int at, FaultSide side)
    {
        var plan = new FaultPlan(at, side);
        await using var service = await Service.StartAsync(faults: plan);
        var key = await service.KeyAsync(Service.Ada);
        var first = await service.CallAsync("Analyze", Requests.Files(key).With("Idempotency-Key", "once"));
        if (first.StatusCode == 202) await service.PumpAsync();
        plan.Restart();
        var again = await service.CallAsync("Analyze", Requests.Files(key).With("Idempotency-Key", "once"));
        Assert.Equal(202, again.StatusCode);
        service.Clock.Advance(TimeSpan.FromMinutes(20));
        await service.PumpAsync();
        var history = (await service.CallAsync("History", Requests.Of(key))).Json().GetProperty("items");
        Assert.Equal(1, history.GetArrayLength());
        Assert.Equal("done", history[0].Text("status"));
        Assert.NotEqual(0, history[0].GetProperty("open").GetInt32());
    }

    [Fact]
    public async Task TheLastFailure_EndsTheAnalysis_AndLeavesItsMessageAmongTheDeadLetters()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        var failing = await service.StageAsync("ReportStage", Service.Message(id), Service.Ada);
        Assert.Single(failing.BatchItemFailures);
        Assert.Equal("queued", (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json().Text("status"));
        Assert.Single((await service.StageAsync("ReportStage", Service.Message(id), Service.Ada, StageQueues.MaximumAttempts)).BatchItemFailures);
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Equal(("failed", "report-failed", false), (result.Text("status"), result.Text("reason"), result.GetProperty("clean").GetBoolean()));
    }

    [Fact]
    public async Task AttemptsThatAllDied_WithoutAWord_EndTheAnalysisAsFailed()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        Assert.Single((await service.StageAsync("AnalyseStage", Service.Message(id), Service.Ada, QueueDefinition.MaximumDeliveries)).BatchItemFailures);
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Equal(("failed", "analyse-died"), (result.Text("status"), result.Text("reason")));
    }

    [Fact]
    public async Task NoTimeLeft_NothingIsBegun_AndAllIsDeliveredAgain()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        var message = new ReceivedMessage("message-1", "receipt", Service.Ada, Service.Message(id), new Dictionary<string, string>(), 1);
        var answer = await service.Handlers.InvokeAsync<Amazon.Lambda.SQSEvents.SQSBatchResponse>("AnalyseStage", Service.Event(message), new Invocation { RemainingTime = TimeSpan.FromSeconds(100) });
        Assert.Equal("message-1", Assert.Single(answer.BatchItemFailures).ItemIdentifier);
        Assert.Equal("queued", (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json().Text("status"));
    }
}
