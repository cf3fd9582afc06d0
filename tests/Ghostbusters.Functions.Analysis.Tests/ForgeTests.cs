using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Notifying;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Testing;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>A webhook, the archive, the analysis and the check run, against a forge on this machine.</summary>
public class ForgeTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public async Task AWebhook_EndsInACheckRun_OfThatCommit()
    {
        await using var forge = new WireServer(static request => request switch
        {
            { Method: "GET", Path: var path } when path.Contains("/zipball/", StringComparison.Ordinal) => new WireAnswer(200, Archive()),
            { Method: "GET" } => WireAnswer.Json("""{"total_count":0,"check_runs":[]}"""),
            _ => WireAnswer.Json("""{"id":7}"""),
        });
        await using var service = await Service.StartAsync(Outbound(forge, ForgeKind.GitHub));
        await service.Secrets.RotateAsync(Service.Ada, ForgeTokens.GitHub, Secret.OfText("ghp_canary"), default);
        var id = await PushAsync(service, forge);
        await service.PumpAsync();

        var summary = (await service.CallAsync("Result", Requests.Of(await service.KeyAsync(Service.Ada), null, ("analysis_id", id)))).Json();
        Assert.Equal(("done", "main", "ada/shop"), (summary.Text("status"), summary.Text("ref"), summary.Text("project")));
        Assert.Equal($"/api/repos/ada/shop/zipball/{Commit}", forge.Requests.First().Path);
        Assert.All(forge.Requests, static request => Assert.Equal("Bearer ghp_canary", request.Authorization));
        var run = JsonDocument.Parse(forge.Requests.Single(static r => r.Method == "POST").Body).RootElement;
        Assert.Equal((Commit, "completed", id), (run.Text("head_sha"), run.Text("status"), run.Text("external_id")));
        Assert.NotEqual("success", run.Text("conclusion"));
        Assert.Equal("src/OrderStore.cs", run.GetProperty("output").GetProperty("annotations")[0].Text("path"));
        Assert.DoesNotContain("canary", Encoding.UTF8.GetString(service.Written.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARepositoryThatIsNotThere_FailsAtOnce_AndTheCommitIsTold()
    {
        await using var forge = new WireServer(static request => request.Path.Contains("/archive.zip", StringComparison.Ordinal) ? new WireAnswer(404, []) : WireAnswer.Json("{}"));
        await using var service = await Service.StartAsync(Outbound(forge, ForgeKind.GitLab));
        await service.Secrets.RotateAsync(Service.Ada, ForgeTokens.GitLab, Secret.OfText("token"), default);
        var key = await service.KeyAsync(Service.Ada);
        var hook = (await service.CallAsync("CreateHook", Requests.Of(key, JsonSerializer.Serialize(new { kind = "gitlab", repository = $"http://{forge.Host}/ada/shop" })))).Json();
        var body = JsonSerializer.Serialize(new { checkout_sha = Commit, @ref = "refs/heads/main", project = new { web_url = $"http://{forge.Host}/ada/shop" } });
        var request = Requests.Of(null, body).With("x-gitlab-token", hook.Text("secret")).With("x-gitlab-event", "Push Hook");
        request.QueryStringParameters["hook"] = hook.GetProperty("info").Text("hook_id");
        var id = (await service.CallAsync("GitLabWebhook", request)).Json().Text("analysis_id");
        await service.PumpAsync();
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Equal(("failed", "repository-not-found"), (result.Text("status"), result.Text("reason")));
        var told = forge.Requests.Single(static r => r.Method == "POST");
        Assert.Equal($"/api/projects/ada%2Fshop/statuses/{Commit}", told.Path);
        Assert.Equal("failed", JsonDocument.Parse(told.Body).RootElement.Text("state"));
    }

    /// <summary>Of two findings in a file, the one on a line that the base has too is not told.</summary>
    [Fact]
    public async Task WithABase_OnlyFindingsOnChangedLines_AreTold()
    {
        var before = Requests.Store.Replace("File.AppendAllTextAsync(Path.Combine(folder, \"audit.log\"), id);", "", StringComparison.Ordinal);
        await using var forge = new WireServer(request => request.Path switch
        {
            var path when path.EndsWith("/zipball/main", StringComparison.Ordinal) => new WireAnswer(200, Archive()),
            var path when path.EndsWith("/zipball/release/1.0", StringComparison.Ordinal) => new WireAnswer(200, Archive(before.ReplaceLineEndings("\r\n"))),
            _ => new WireAnswer(404, []),
        });
        await using var service = await Service.StartAsync(Outbound(forge, ForgeKind.GitHub));
        var key = await service.KeyAsync(Service.Ada);
        var all = await ResultAsync(null);
        var changed = await ResultAsync("release/1.0");
        var lines = all.GetProperty("delusions_detected").EnumerateArray().Select(static f => f.GetProperty("line").GetInt32()).ToList();
        Assert.True(lines.Count > 1, "There is nothing to leave out.");
        var audit = Requests.Store.ReplaceLineEndings("\n").Split('\n').ToList().FindIndex(static line => line.Contains("audit.log", StringComparison.Ordinal)) + 1;
        Assert.Contains(audit, lines);
        Assert.Equal(lines.Where(line => line == audit), changed.GetProperty("delusions_detected").EnumerateArray().Select(static f => f.GetProperty("line").GetInt32()));
        Assert.Equal(lines.Count(line => line == audit), changed.GetProperty("open").GetInt32());
        var gone = await ResultAsync("gone");
        Assert.Equal(("failed", "repository-not-found"), (gone.Text("status"), gone.Text("reason")));

        async Task<JsonElement> ResultAsync(string? reference)
        {
            var body = JsonSerializer.Serialize(new { repository = new { url = $"http://{forge.Host}/ada/shop", @ref = "main" }, options = new { base_ref = reference } });
            var answer = await service.CallAsync("Analyze", Requests.Of(key, body));
            Assert.True(answer.StatusCode == 202, answer.Body);
            await service.PumpAsync();
            return (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", answer.Json().Text("analysis_id"))))).Json();
        }
    }

    [Fact]
    public async Task ABase_IsForRepositories()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var body = JsonSerializer.Serialize(new { files = new[] { new { path = "A.cs", content = "class A;" } }, options = new { base_ref = "main" } });
        Assert.Equal(400, (await service.CallAsync("Analyze", Requests.Of(key, body))).StatusCode);
    }

    [Theory]
    [InlineData(0, new[] { 50, 50, 20 })]
    [InlineData(50, new[] { 50, 20 })]
    [InlineData(120, new int[0])]
    public async Task Annotations_GoInFifties_AndARepetitionGoesOnWhereItEnded(int there, int[] batches)
    {
        await using var forge = new WireServer(request => WireAnswer.Json(request.Method == "GET"
            ? there == 0 ? """{"check_runs":[{"id":6,"external_id":"other","output":{"annotations_count":3}}]}""" : JsonSerializer.Serialize(new { check_runs = new[] { new { id = 7, external_id = "a1", output = new { annotations_count = there } } } })
            : """{"id":7}"""));
        var options = Outbound(forge, ForgeKind.GitHub);
        using var http = new SafeHttp(options, TimeProvider.System);
        var annotations = Enumerable.Range(1, 120).Select(static line => new CheckAnnotation("a.cs", line, line, "warning", "m", "GB1001")).ToList();
        var summary = new AnalysisSummary("a1", default, "shop", null, "partial", "partial", 100, 1, 0, 0, 0, 0, false, "incomplete");
        var order = new CheckRunOrder(RepositoryAddress.Find($"http://{forge.Host}/ada/shop", options)!, Commit, "a1", Verdict.Of(summary), annotations, new Dictionary<string, string>());
        await new Notification(new ForgeCalls(http), options).CheckRunAsync(order, default);
        var sent = forge.Requests.Where(static r => r.Method != "GET").ToList();
        Assert.Equal(batches, sent.Select(static r => JsonDocument.Parse(r.Body).RootElement.GetProperty("output").GetProperty("annotations").GetArrayLength()));
        Assert.Equal(there == 0 ? 1 : 0, sent.Count(static r => r.Method == "POST"));
        Assert.All(sent.Where(static r => r.Method == "POST"), static r => Assert.Equal("action_required", JsonDocument.Parse(r.Body).RootElement.Text("conclusion")));
    }

    private static async Task<string> PushAsync(Service service, WireServer forge)
    {
        var hook = (await service.CallAsync("CreateHook", Requests.Of(await service.KeyAsync(Service.Ada), JsonSerializer.Serialize(new { kind = "github", repository = $"http://{forge.Host}/ada/shop" })))).Json();
        var body = JsonSerializer.Serialize(new { @ref = "refs/heads/main", after = Commit, repository = new { html_url = $"http://{forge.Host}/ada/shop" } });
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(hook.Text("secret")), Encoding.UTF8.GetBytes(body)));
        var request = Requests.Of(null, body).With("x-hub-signature-256", signature).With("x-github-event", "push");
        request.QueryStringParameters["hook"] = hook.GetProperty("info").Text("hook_id");
        var answer = await service.CallAsync("GitHubWebhook", request);
        Assert.Equal(202, answer.StatusCode);
        return answer.Json().Text("analysis_id");
    }

    private static OutboundOptions Outbound(WireServer forge, ForgeKind kind) => new()
    {
        Forges = [new Forge(kind, forge.Host, $"http://{forge.Host}/api")],
        AllowedHosts = new HashSet<string> { forge.Host },
    };

    private static byte[] Archive(string? store = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("ada-shop-0123456/src/OrderStore.cs").Open())
            entry.Write(Encoding.UTF8.GetBytes(store ?? Requests.Store));
        return bytes.ToArray();
    }
}
