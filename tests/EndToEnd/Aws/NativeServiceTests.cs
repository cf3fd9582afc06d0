using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Testing;
using Xunit.Abstractions;

namespace Ghostbusters.EndToEnd.Aws;

/// <summary>The service as Lambda runs it: native executables, and nothing of them stood in for.</summary>
public sealed class NativeServiceTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _home = Directory.CreateTempSubdirectory("ghostbusters-aws-").FullName;
    private readonly CancellationTokenSource _time = new(Limit);

    private static string Shop => Repository.PathOf("samples/Shop");

    [Fact]
    public async Task Files_AreFollowedAndFoundToBeWhatTheCommandLineFindsItself()
    {
        await using var stack = await AwsStack.StartAsync(output, NativeFunctions.Executable);
        using var client = await stack.ClientAsync(AwsStack.Ada);
        stack.StartDelivery();
        var accepted = await client.SubmitAsync(new AnalyzeRequest { Files = Files(), ProjectPath = "shop" }, _time.Token);
        var steps = new List<ProgressEvent>();
        await foreach (var step in client.WatchAsync(accepted.AnalysisId, cancellation: _time.Token)) steps.Add(step);
        Assert.Equal(("done", 100), (steps[^1].Status, steps[^1].Percent));
        Assert.Equal(steps.Select(static step => step.Sequence).Distinct().Order(), steps.Select(static step => step.Sequence));
        // Whatever of it came by a push, and whatever by asking: every phase is there, one after the other.
        Assert.Equal(["queued", "detecting", "validating", "planning", "recovering", "revalidating", "reporting", "done"], steps.Select(static step => step.Phase).Distinct());
        await AssertSameAsCommandLineAsync((await client.GetResultAsync(accepted.AnalysisId, _time.Token)).Document);
        Assert.Equal(0, stack.Queues.Refused);
    }

    [Fact]
    public async Task ARepository_IsFetchedAnalysedReportedAndTold()
    {
        var archive = Archive();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var forge = new WireServer(request =>
        {
            if (request.Method == "POST") told.TrySetResult(request.Body);
            return request.Path.Contains("/zipball/", StringComparison.Ordinal) ? new WireAnswer(200, archive) : new WireAnswer(204, []);
        });
        await using var stack = await AwsStack.StartAsync(
            output, NativeFunctions.Executable, ("GHOSTBUSTERS_FORGES", $"github={forge.Host}=http://{forge.Host}/api"), ("GHOSTBUSTERS_ALLOWED_HOSTS", forge.Host));
        stack.StartDelivery();
        using var client = await stack.ClientAsync(AwsStack.Ada);
        var order = new AnalyzeRequest
        {
            Repository = new RepositorySource($"http://{forge.Host}/ada/shop", "main"),
            Options = new AnalyzeOptions { CallbackUrl = $"http://{forge.Host}/told" },
        };
        var accepted = await client.SubmitAsync(order, _time.Token);
        using var callback = JsonDocument.Parse(await told.Task.WaitAsync(_time.Token));
        Assert.Equal((accepted.AnalysisId, "done"), (callback.RootElement.GetProperty("analysis_id").GetString(), callback.RootElement.GetProperty("status").GetString()));
        await AssertSameAsCommandLineAsync((await client.GetResultAsync(accepted.AnalysisId, _time.Token)).Document);
        foreach (var stage in new[] { "FetchStage", "AnalyseStage", "ReportStage", "NotifyStage" }) Assert.Equal(1, stack.Functions.Starts(stage));
    }

    /// <summary>Each process dies where it hurts: its effect is half done, and whoever waits for its answer gets none.</summary>
    [Fact]
    public async Task ProcessesKilledInTheMiddle_LoseNothing_AndDoNothingTwice()
    {
        await using var stack = await AwsStack.StartAsync(output, NativeFunctions.Executable);
        var killed = new List<string>();
        // The record is written, its message is not sent, and the caller has no answer.
        stack.Queues.BeforeSend = queue => KillOnce("Analyze", queue == new QueueName("analysis-analyse"));
        // The engine runs; later, the result is written and nobody knows.
        stack.Gateway.BeforePush = message =>
        {
            using var step = JsonDocument.Parse(message);
            var phase = step.RootElement.GetProperty("phase").GetString();
            return Task.WhenAll(KillOnce("AnalyseStage", phase == "detecting"), KillOnce("ReportStage", phase == "done"));
        };
        using var client = await stack.ClientAsync(AwsStack.Ada);
        var accepted = await client.SubmitAsync(new AnalyzeRequest { Files = Files(), ProjectPath = "shop" }, _time.Token);
        Assert.Equal(["Analyze"], killed);

        var steps = new List<ProgressEvent>();
        await foreach (var step in client.WatchAsync(accepted.AnalysisId, cancellation: _time.Token))
        {
            if (steps.Count == 0) stack.StartDelivery(); // Now that it is watched, its stages have somebody to push to.
            steps.Add(step);
        }
        Assert.Equal(["Analyze", "AnalyseStage", "ReportStage"], killed);
        Assert.Equal("done", steps[^1].Status);
        Assert.Single(steps, static step => step.IsEnd);
        await AssertSameAsCommandLineAsync((await client.GetResultAsync(accepted.AnalysisId, _time.Token)).Document);
        var all = new List<AnalysisSummary>();
        await foreach (var listed in client.HistoryAsync(cancellation: _time.Token)) all.Add(listed);
        Assert.Equal(accepted.AnalysisId, Assert.Single(all).AnalysisId);

        Task KillOnce(string function, bool isTime)
        {
            lock (killed)
            {
                if (isTime && !killed.Contains(function) && stack.Functions.KillBusy(function) > 0) killed.Add(function);
            }
            return Task.CompletedTask;
        }
    }

    public void Dispose()
    {
        _time.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private async Task AssertSameAsCommandLineAsync(JsonElement result)
    {
        var own = await new CliProcess(_home).InvokeAsync(null, "analyze", Shop, "--format", "json", "--fail-on", "none", "--no-cache");
        using var document = JsonDocument.Parse(own.Output);
        var expected = Fingerprints.Of(document.RootElement);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Fingerprints.Of(result));
    }

    private static List<FileSource> Files() => [.. ShopFiles().Select(static file => new FileSource(file.Name, File.ReadAllText(file.Path)))];

    private static byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, name) in ShopFiles())
                using (var entry = zip.CreateEntry("ada-shop-0123456/" + name).Open())
                    entry.Write(Encoding.UTF8.GetBytes(File.ReadAllText(path)));
        return bytes.ToArray();
    }

    private static IEnumerable<(string Path, string Name)> ShopFiles() => Directory.EnumerateFiles(Shop, "*", SearchOption.AllDirectories)
        .Select(static path => (path, Path.GetRelativePath(Shop, path).Replace('\\', '/')))
        .Where(static file => !file.Item2.Split('/').Any(static part => part is "bin" or "obj" or "artifacts"));
}
