using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tracing;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>One trace from the webhook through every queue and stage, and the analysis' id in the check run.</summary>
public class P38
{
    private static readonly (QueueName Queue, string Handler)[] Course =
        [(StageQueues.Fetch, "FetchStage"), (StageQueues.Analyse, "AnalyseStage"), (StageQueues.Report, "ReportStage"), (StageQueues.Notify, "NotifyStage")];

    [Fact]
    public async Task TheTrace_OfAWebhook_IsThatOfEveryStage_AndItsIdInTheCheckRun()
    {
        await using var forge = new WireServer(static request => request switch
        {
            { Method: "GET", Path: var path } when path.Contains("/zipball/", StringComparison.Ordinal) => new WireAnswer(200, Archive()),
            { Method: "GET" } => WireAnswer.Json("""{"total_count":0,"check_runs":[]}"""),
            _ => WireAnswer.Json("""{"id":7}"""),
        });
        var repository = $"http://{forge.Host}/ada/shop";
        await using var service = await Service.StartAsync(new OutboundOptions
        {
            Forges = [new Forge(ForgeKind.GitHub, forge.Host, $"http://{forge.Host}/api")],
            AllowedHosts = new HashSet<string> { forge.Host },
        });
        await service.Secrets.RotateAsync(Service.Ada, ForgeTokens.GitHub, Secret.OfText("token"), default);
        var (hook, secret) = await service.HookAsync("github", repository);
        var id = (await service.SendAsync(hook, secret, ForgeHooks.Push(repository), "push")).Json().Text("analysis_id");

        var traces = new List<string>();
        foreach (var (queue, handler) in Course)
        {
            var message = Assert.Single(await service.Queue.ReceiveAsync(queue, 10, TimeSpan.FromMinutes(15), default));
            Assert.Equal(id, message.Attributes[TraceContext.CorrelationAttribute]);
            traces.Add(message.Attributes[TraceContext.ParentAttribute].Split('-')[1]);
            Assert.Empty((await service.Handlers.InvokeAsync<SQSBatchResponse>(handler, Service.Event(message), new Invocation())).BatchItemFailures);
        }
        Assert.Single(traces.Distinct());
        using var run = JsonDocument.Parse(forge.Requests.Single(static r => r.Method == "POST").Body);
        Assert.Equal(id, run.RootElement.Text("external_id"));
    }

    private static byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("ada-shop-0123456/src/OrderStore.cs").Open())
            entry.Write(Encoding.UTF8.GetBytes(Requests.Store));
        return bytes.ToArray();
    }
}
