using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Tracing;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>What lay among the dead letters can be sent again at any later time: old forms are read, and an analysis that went on is not touched.</summary>
public class P12
{
    /// <summary>Every form that a message ever had, as it lies in queues. A new form is added here; none is taken away.</summary>
    private static readonly string[] Golden = ["""{"schema":1,"analysis_id":"$id"}"""];

    [Fact]
    public void TheFormOfToday_IsGolden() => Assert.Equal(
        Golden[^1].Replace("$id", "01arz3ndektsv4rrffq69g5fav", StringComparison.Ordinal),
        StageMessage.To(StageQueues.Analyse, "01arz3ndektsv4rrffq69g5fav", TraceContext.Start()).Message.Body);

    [Fact]
    public async Task AnyOldMessage_OfAnyStage_ThirteenDaysLater_ChangesNothing()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = await service.AnalysedAsync(key);
        var before = await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default);
        service.Clock.Advance(TimeSpan.FromDays(13));
        foreach (var body in Golden)
            foreach (var stage in new[] { "FetchStage", "AnalyseStage", "ReportStage", "NotifyStage", "RecoverStage" })
                Assert.Empty((await service.StageAsync(stage, body.Replace("$id", id, StringComparison.Ordinal), Service.Ada)).BatchItemFailures);
        Assert.Equal(before, await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default));
    }

    /// <summary>An old message of an analysis that waits still does its work.</summary>
    [Fact]
    public async Task AnOldMessage_OfAnAnalysisThatWaits_HasItDone()
    {
        foreach (var body in Golden)
        {
            await using var service = await Service.StartAsync();
            var key = await service.KeyAsync(Service.Ada);
            var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
            Assert.Empty((await service.StageAsync("AnalyseStage", body.Replace("$id", id, StringComparison.Ordinal), Service.Ada)).BatchItemFailures);
            await service.PumpAsync();
            Assert.Equal("done", (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json().Text("status"));
        }
    }

    [Fact]
    public async Task AnOldMessage_OfADeletedAnalysis_IsDone()
    {
        await using var service = await Service.StartAsync();
        foreach (var stage in new[] { "FetchStage", "AnalyseStage", "ReportStage", "NotifyStage", "RecoverStage" })
            Assert.Empty((await service.StageAsync(stage, Golden[0].Replace("$id", "01arz3ndektsv4rrffq69g5fav", StringComparison.Ordinal), Service.Ada)).BatchItemFailures);
    }
}
