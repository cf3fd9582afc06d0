using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Workflows;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>An analysis in parts is the analysis in one: byte by byte, whatever the projects are.</summary>
public class FanOutTests
{
    private static readonly string[] Bodies =
    [
        Requests.Store,
        "namespace Honest; public static class Adder { public static int Add(int a, int b) => checked(a + b); }",
        "namespace Stubs; public class Price { /// <summary>Calculates the price of an order.</summary>\n public decimal CalculatePrice(string text, int recipients) { throw new System.NotImplementedException(); } }",
        "using System; namespace Swallow; public class Reader { public string Read(string path) { try { return System.IO.File.ReadAllText(path); } catch (Exception) { } return null; } }",
        "public class Broken { void (",
    ];

    [Fact]
    public void AnyProjects_GiveTheSameReports() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(6),
        Prop.ForAll(Gen.Choose(0, Bodies.Length - 1).ArrayOf(2).ArrayOf(3).ToArbitrary(), static projects => Task.Run(async () =>
        {
            var files = FilesOf(projects);
            Assert.Equal(await ReportsAsync(files, long.MaxValue), await ReportsAsync(files, 0));
        })));

    [Fact]
    public async Task InParts_ProgressNeverFalls_AndEndsOnce()
    {
        await using var service = await Service.StartAsync(fanOut: new FanOutOptions(0));
        var id = await SubmitAsync(service, FilesOf([[0, 3], [1], [2, 4]]));
        await service.PumpAsync();
        var status = await service.Workflow.GetAsync(Service.Ada, FanOut.Workflow, new ExecutionName(id), default);
        Assert.Equal(ExecutionState.Succeeded, status!.State);
        var item = await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default);
        var record = AnalysisItem.Read(item!, Service.Ada);
        Assert.Equal(record.Entries.Select(static e => e.Percent).Order(), record.Entries.Select(static e => e.Percent));
        Assert.Equal(record.Entries.Select(static e => e.Phase).Distinct().Order(), record.Entries.Select(static e => e.Phase));
        Assert.Single(record.Entries, static e => e.Phase.IsEnd());
        Assert.Equal(3, await new PartBlobs(service.Blobs, Service.Ada, id).CountAsync(default));
    }

    [Fact]
    public async Task APartAgain_IsNoWork_AndOneOfADeletedAnalysisToo()
    {
        await using var service = await Service.StartAsync(fanOut: new FanOutOptions(0));
        var id = await SubmitAsync(service, FilesOf([[0], [1]]));
        var order = new PartsOrder { Tenant = "ada", AnalysisId = id, Today = "2026-11-26", Count = 2, Part = 0 };
        await service.Handlers.InvokeAsync<PartDone>("AnalysePart", order, new Invocation());
        var first = await BlobsAsync(service, id);
        await service.Blobs.DeleteAsync(Service.Ada, AnalysisBlobs.Source(id), default); // A second run would fail on this.
        await service.Handlers.InvokeAsync<PartDone>("AnalysePart", order, new Invocation());
        Assert.Equal(first, await BlobsAsync(service, id));
        await service.Handlers.InvokeAsync<PartDone>("JoinParts", order with { AnalysisId = "01jdmq4rx0000000000000000a" }, new Invocation());
    }

    [Fact]
    public async Task ASourceThatIsGone_FailsTheAnalysis_OnceAndWithItsReason()
    {
        await using var service = await Service.StartAsync(fanOut: new FanOutOptions(0));
        var id = await SubmitAsync(service, FilesOf([[0], [1]]));
        var order = new JsonObject { ["tenant"] = "ada", ["analysis_id"] = id, ["trace"] = new JsonObject() };
        await service.Blobs.DeleteAsync(Service.Ada, AnalysisBlobs.Source(id), default);
        await service.Workflow.StartAsync(Service.Ada, FanOut.Workflow, new ExecutionName(id), order.ToJsonString(), default);
        await service.Workflow.IdleAsync();
        Assert.Equal("AnalysisFailed", (await service.Workflow.GetAsync(Service.Ada, FanOut.Workflow, new ExecutionName(id), default))!.Error);
        var record = AnalysisItem.Read((await service.Table.GetAsync(Service.Ada, AnalysisItem.Key(id), default))!, Service.Ada);
        Assert.Equal((Phase.Failed, "source-gone"), (record.Phase, record.Reason));
    }

    private static async Task<string> ReportsAsync(object[] files, long minimum)
    {
        await using var service = await Service.StartAsync(fanOut: new FanOutOptions(minimum));
        var id = await SubmitAsync(service, files);
        await service.PumpAsync();
        Assert.Equal(minimum == 0, await service.Workflow.GetAsync(Service.Ada, FanOut.Workflow, new ExecutionName(id), default) is not null);
        var all = new StringBuilder();
        foreach (var key in new[] { AnalysisBlobs.Engine(id), AnalysisBlobs.Sarif(id), AnalysisBlobs.Html(id) }) all.AppendLine(await TextAsync(service, key));
        var summary = (await service.CallAsync("Result", Requests.Of(await service.KeyAsync(Service.Ada), null, ("analysis_id", id)))).Json();
        return all.Append(summary.Text("status")).Append(summary.GetProperty("confidence_score")).ToString();
    }

    private static object[] FilesOf(int[][] projects) =>
    [
        .. projects.SelectMany(static (bodies, p) => bodies.Select((body, i) => (object)new { path = $"src/P{p}/F{i}.cs", content = Bodies[body] }).Append(new { path = $"src/P{p}/P{p}.csproj", content = ProjectOf(p) })),
    ];

    /// <summary>Each refers to the one before it.</summary>
    private static string ProjectOf(int p) =>
        $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup><ItemGroup>{(p == 0 ? "" : $"<ProjectReference Include=\"../P{p - 1}/P{p - 1}.csproj\" />")}</ItemGroup></Project>""";

    private static async Task<string> SubmitAsync(Service service, object[] files)
    {
        var answer = await service.CallAsync("Analyze", Requests.Of(await service.KeyAsync(Service.Ada), JsonSerializer.Serialize(new { files, project_path = "shop" })));
        Assert.True(answer.StatusCode == 202, answer.Body);
        return answer.Json().Text("analysis_id");
    }

    private static async Task<List<string>> BlobsAsync(Service service, string id)
    {
        var found = new List<string>();
        await foreach (var entry in service.Blobs.ListAsync(Service.Ada, AnalysisBlobs.Parts(id), default)) found.Add(entry.Key.Value);
        return found;
    }

    private static async Task<string> TextAsync(Service service, BlobKey key)
    {
        await using var content = await service.Blobs.OpenAsync(Service.Ada, key, default);
        using var reader = new StreamReader(content!.Stream);
        return await reader.ReadToEndAsync();
    }
}
