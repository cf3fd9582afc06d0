using System.Text.Json;
using Ghostbusters.Functions.Client.Models;

namespace Ghostbusters.EndToEnd;

/// <summary>The whole service on this machine, with nothing stood in for.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghostbusters-serve-").FullName;

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task AFolder_IsSubmitted_FollowedAndFoundToBeWhatTheCommandLineFindsItself()
    {
        await using var serve = await ServeProcess.StartAsync(Data);
        var cli = new CliProcess(_folder);
        var login = await cli.InvokeAsync(serve.FirstKey, "login", serve.Address.ToString());
        Assert.True(login.ExitCode == 0, login.Errors);
        Assert.DoesNotContain(serve.FirstKey!, login.Output + login.Errors, StringComparison.Ordinal);

        var shop = Repository.PathOf("samples/Shop");
        var own = await cli.InvokeAsync(null, "analyze", shop, "--format", "json", "--fail-on", "none", "--no-cache");
        var submitted = await cli.InvokeAsync(null, "submit", shop, "--watch", "--fail-on", "none");
        Assert.True(own.ExitCode == submitted.ExitCode, $"{own.ExitCode} and {submitted.ExitCode}: {submitted.Errors}");

        using var client = serve.Client(serve.FirstKey!);
        var listed = Assert.Single(await ToListAsync(client.HistoryAsync()));
        Assert.Equal("Shop", listed.Project);
        var result = await client.GetResultAsync(listed.AnalysisId);
        using var document = JsonDocument.Parse(own.Output);
        var expected = Fingerprints.Of(document.RootElement);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Fingerprints.Of(result.Document));
        Assert.Equal(document.RootElement.GetProperty("status").GetString(), result.Summary.Status == "done" ? "complete" : result.Summary.Status);

        // What the command line showed came over the WebSocket, in order and to its end.
        var percents = submitted.Errors.Split('\n').Where(static line => line.Contains(" %  ", StringComparison.Ordinal)).Select(static line => int.Parse(line.Split('%')[0])).ToList();
        Assert.True(percents.Count >= 3, submitted.Errors);
        Assert.Equal(percents.Order(), percents);
        Assert.Equal(100, percents[^1]);
    }

    [Fact]
    public async Task AStop_IsQuickAndClean_AndTheFolderIsFreeThen()
    {
        if (OperatingSystem.IsWindows()) return; // It has no such signal.
        await using (var serve = await ServeProcess.StartAsync(Data))
            Assert.Equal(0, await serve.StopAsync());
        await using var again = await ServeProcess.StartAsync(Data);
        Assert.Null(again.FirstKey);
    }

    [Fact]
    public async Task AfterAPowerCut_EveryAcceptedAnalysis_EndsOnce()
    {
        var accepted = new List<string>();
        string key;
        await using (var serve = await ServeProcess.StartAsync(Data))
        {
            key = serve.FirstKey!;
            using var client = serve.Client(key);
            for (var i = 0; i < 8; i++)
            {
                var request = new AnalyzeRequest { Files = [new FileSource("Gateway.cs", $"{Scratch.Code}\n// {i}")], ProjectPath = $"p{i}" };
                accepted.Add((await client.SubmitAsync(request)).AnalysisId);
            }
            // In the middle: one has begun, and not all can have ended.
            await foreach (var step in client.WatchAsync(accepted[0]))
                if (step.Phase != "queued") break;
            await serve.KillAsync();
        }

        await using var again = await ServeProcess.StartAsync(Data);
        Assert.Null(again.FirstKey);
        using var other = again.Client(key);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        foreach (var id in accepted)
        {
            var ends = 0;
            await foreach (var step in other.WatchAsync(id, cancellation: limit.Token))
                if (step.IsEnd) ends++;
            Assert.Equal(1, ends);
            var result = await other.GetResultAsync(id, limit.Token);
            Assert.Equal("done", result.Summary.Status);
            Assert.Contains(result.Findings, static finding => finding.Rule == "GB3003");
        }
        Assert.Equal(accepted.Order(StringComparer.Ordinal), (await ToListAsync(other.HistoryAsync())).Select(static a => a.AnalysisId).Order(StringComparer.Ordinal));
    }

    /// <summary>In parts, with a power cut between them: the state machine goes on, and finds what the command line finds.</summary>
    [Fact]
    public async Task InParts_AndAfterAPowerCut_ItFindsWhatTheCommandLineFinds()
    {
        var sources = Path.Combine(_folder, "sources");
        for (var i = 0; i < 4; i++)
        {
            var project = Directory.CreateDirectory(Path.Combine(sources, $"P{i}")).FullName;
            await File.WriteAllTextAsync(Path.Combine(project, $"P{i}.csproj"), """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""");
            await File.WriteAllTextAsync(Path.Combine(project, "Gateway.cs"), Scratch.Code.Replace("namespace Scratch;", $"namespace Scratch{i};", StringComparison.Ordinal));
        }
        var own = await new CliProcess(_folder).InvokeAsync(null, "analyze", sources, "--format", "json", "--fail-on", "none", "--no-cache");
        var inParts = new Dictionary<string, string> { ["GHOSTBUSTERS_FANOUT_BYTES"] = "0" };
        string id;
        string key;
        await using (var serve = await ServeProcess.StartAsync(Data, inParts))
        {
            key = serve.FirstKey!;
            using var client = serve.Client(key);
            id = (await client.SubmitFolderAsync(sources, "sources")).AnalysisId;
            await foreach (var step in client.WatchAsync(id))
                if (step.Percent > 5) break; // A part is done, and others are not.
            await serve.KillAsync();
        }

        await using var again = await ServeProcess.StartAsync(Data, inParts);
        using var other = again.Client(key);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var percents = new List<int>();
        await foreach (var step in other.WatchAsync(id, cancellation: limit.Token)) percents.Add(step.Percent);
        Assert.Equal(percents.Order(), percents);
        Assert.Equal(100, percents[^1]);
        using var document = JsonDocument.Parse(own.Output);
        var result = await other.GetResultAsync(id, limit.Token);
        Assert.Equal(Fingerprints.Of(document.RootElement), Fingerprints.Of(result.Document));
        Assert.Equal(document.RootElement.GetProperty("confidence_score").GetRawText(), result.Document.GetProperty("confidence_score").GetRawText());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items) list.Add(item);
        return list;
    }
}
