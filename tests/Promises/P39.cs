using System.Text.Json;
using Ghostbusters.Functions.Analysis.Notifying;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>What failed, or is not whole, is nowhere shown as clean: not in the record, the result, the page, the check run or the commit's status.</summary>
public class P39
{
    [Fact]
    public async Task AnAnalysisWhoseBytesAreOthers_Fails_AtOnce_AndIsNeverClean()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        await service.Blobs.PutAsync(Service.Ada, AnalysisBlobs.Source(id), new MemoryStream("{}"u8.ToArray()), "application/json", default);
        await service.PumpAsync();
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Equal(("failed", "source-not-readable", false), (result.Text("status"), result.Text("reason"), result.GetProperty("clean").GetBoolean()));
        Assert.Equal(409, (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept", "text/html"))).StatusCode);
        Assert.Equal(0, await service.Queue.CountAsync(new QueueName("analysis-analyse-dlq"), default));
    }

    [Fact]
    public void AFailedAnalysis_KeepsNoCounts_ThatCouldBeShownAsClean()
    {
        var counted = Records.Fresh() with { Counts = new ResultCounts(1, 0, 0, 0, 0, true) };
        var failed = counted.Fail("analyse-failed", DateTimeOffset.UnixEpoch)!;
        Assert.Equal(("failed", false, (int?)null, "analyse-failed"), (failed.Summary.Status, failed.Summary.Clean, failed.Summary.Open, failed.Summary.Reason));
        Assert.Null(failed.Finish(new ResultCounts(1, 0, 0, 0, 0, true), null, DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData(null, true, "done", true)]
    [InlineData(null, false, "done", false)]
    [InlineData("incomplete", true, "partial", false)]
    [InlineData("nothing-to-analyse", true, "partial", false)]
    public void OnlyAWholeResult_IsClean(string? gap, bool clean, string status, bool shown)
    {
        var ended = Records.Fresh().Finish(new ResultCounts(1, 0, 0, 0, 0, clean), gap, DateTimeOffset.UnixEpoch)!;
        Assert.Equal((status, shown), (ended.Summary.Status, ended.Summary.Clean));
        var verdict = Verdict.Of(ended.Summary);
        Assert.Equal(shown, verdict.Conclusion == "success");
        Assert.True(status != "partial" || verdict is { Conclusion: "action_required", State: "failed" });
    }

    /// <summary>Where a part of the source cannot be read, there is nothing green, in whatever form one asks.</summary>
    [Fact]
    public async Task APartialResult_IsGreenNowhere()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../Gone/Gone.csproj" /></ItemGroup></Project>""";
        var files = new[] { new { path = "src/A.csproj", content = project }, new { path = "src/A.cs", content = "namespace A; public static class Adder { public static int Add(int a, int b) => checked(a + b); }" } };
        var id = (await service.CallAsync("Analyze", Requests.Of(key, JsonSerializer.Serialize(new { files })))).Json().Text("analysis_id");
        await service.PumpAsync();
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Equal(("partial", false, 0), (result.Text("status"), result.GetProperty("clean").GetBoolean(), result.GetProperty("open").GetInt32()));
        Assert.True(result.GetProperty("confidence_score").GetDouble() < 1);
        var page = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept", "text/html"))).Body;
        Assert.DoesNotContain("Clean", page, StringComparison.Ordinal);
        var listed = (await service.CallAsync("History", Requests.Of(key))).Json().GetProperty("items")[0];
        Assert.Equal(("partial", false), (listed.Text("status"), listed.GetProperty("clean").GetBoolean()));
        var record = AnalysisItem.Read((await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default))!, Service.Ada);
        Assert.Equal(("action_required", "failed"), Verdict.Of(record.Summary) is var verdict ? (verdict.Conclusion, verdict.State) : default);
    }
}
