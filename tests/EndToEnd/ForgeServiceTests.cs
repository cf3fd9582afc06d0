using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Testing.Forges;

namespace Ghostbusters.EndToEnd;

/// <summary>
/// The service as a process, forges on this machine that take only what their documentation allows, and the command line. A
/// repository and a push end in the findings that the command line finds itself, and the commit is told.
/// </summary>
public sealed class ForgeServiceTests : IDisposable
{
    private const string Token = "forge-token-of-the-test";
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private const int Gateways = 18;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("ghostbusters-forge-").FullName;
    private readonly CancellationTokenSource _limit = new(Limit);

    private string Data => Path.Combine(_folder, "data");

    private string Sources => Path.Combine(_folder, "sources");

    [Fact]
    public async Task ARepository_IsFetchedFromItsForge_AndFoundToBeWhatTheCommandLineFinds()
    {
        var own = await OwnAsync();
        await using var forge = new GitHubDouble(Repository(), Token);
        await using var serve = await StartAsync("github-token", forge.Setting, forge.Host);
        var cli = new CliProcess(_folder);
        var login = await cli.InvokeAsync(serve.FirstKey, "login", serve.Address.ToString());
        Assert.True(login.ExitCode == 0, login.Errors);
        var submitted = await cli.InvokeAsync(null, "submit", forge.RepositoryUrl, "--ref", ForgeRepository.Branch, "--watch", "--fail-on", "none");
        Assert.True(submitted.Errors.Contains("fetching", StringComparison.OrdinalIgnoreCase), submitted.Errors);

        using var client = serve.Client(serve.FirstKey!);
        var listed = await OnlyAsync(client);
        Assert.Equal(("ada/shop", "main"), (listed.Project, listed.Ref));
        Assert.Equal(own, Fingerprints.Open((await client.GetResultAsync(listed.AnalysisId)).Document));
    }

    [Fact]
    public async Task APush_IsToldToItsCommit_AsACheckRun()
    {
        var own = await OwnAsync();
        await using var forge = new GitHubDouble(Repository(), Token);
        await using var serve = await StartAsync("github-token", forge.Setting, forge.Host, "--public-url", "https://ghostbusters.example.com");
        using var client = serve.Client(serve.FirstKey!);
        var hook = await HookAsync(serve, "github", forge.RepositoryUrl);
        var push = JsonSerializer.SerializeToUtf8Bytes(new { @ref = "refs/heads/main", after = Commit, repository = new { html_url = forge.RepositoryUrl } });
        var id = await PostAsync(serve, hook, push, request =>
        {
            request.Headers.Add("x-hub-signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(hook.Secret), push)));
            request.Headers.Add("x-github-event", "push");
        });

        var result = await EndAsync(client, id);
        var run = await forge.RunAsync(id, own.Count, _limit.Token);
        Assert.Equal(own, Fingerprints.Open(result.Document));
        Assert.Equal(own.Count, run.Annotations.Count);
        Assert.True(own.Count > 50, $"{own.Count} findings are too few to be sent in more than one request.");
        Assert.Equal(own.Count, run.Batches.Sum());
        Assert.All(run.Batches.SkipLast(1), static batch => Assert.Equal(50, batch));
        Assert.Equal(
            ("ghostbusters", Commit, "completed", $"https://ghostbusters.example.com/ghostbusters/results/{id}"),
            (Text(run.Body, "name"), Text(run.Body, "head_sha"), Text(run.Body, "status"), Text(run.Body, "details_url")));
        Assert.Equal("done", result.Summary.Status);
        Assert.Equal(result.Summary.Errors > 0 ? "failure" : "neutral", Text(run.Body, "conclusion"));
        Assert.Equal(
            result.Document.GetProperty("delusions_detected").EnumerateArray().Where(static f => !f.TryGetProperty("suppression", out _)).Select(static f => $"{Text(f, "rule")} {Text(f, "file")} {f.GetProperty("line")}").Order(StringComparer.Ordinal),
            run.Annotations.Select(static a => $"{Text(a, "title")} {Text(a, "path")} {a.GetProperty("start_line")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task APush_IsToldToItsCommit_AsAStatus()
    {
        await using var forge = new GitLabDouble(Repository(), Token);
        await using var serve = await StartAsync("gitlab-token", forge.Setting, forge.Host);
        using var client = serve.Client(serve.FirstKey!);
        var hook = await HookAsync(serve, "gitlab", forge.RepositoryUrl);
        var push = JsonSerializer.SerializeToUtf8Bytes(new { object_kind = "push", checkout_sha = Commit, @ref = "refs/heads/main", project = new { web_url = forge.RepositoryUrl } });
        var id = await PostAsync(serve, hook, push, request =>
        {
            request.Headers.Add("x-gitlab-token", hook.Secret);
            request.Headers.Add("x-gitlab-event", "Push Hook");
        });
        var result = await EndAsync(client, id);
        var status = await forge.StatusAsync(_limit.Token);
        Assert.Equal("done", result.Summary.Status);
        Assert.Equal(("ghostbusters", result.Summary.Errors > 0 ? "failed" : "success"), (Text(status, "name"), Text(status, "state")));
        Assert.Contains(result.Summary.Open!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), Text(status, "description"), StringComparison.Ordinal);
    }

    /// <summary>The commit on the branch is what the command line would have written.</summary>
    [Fact]
    public async Task Repairs_AreProposedToTheForge_AsTheCommandLineMakesThem()
    {
        const string Code = """
            using System.IO;
            using System.Threading.Tasks;

            namespace Shop;

            public sealed class OrderStore(string folder)
            {
                public async Task SaveAsync(string id)
                {
                    await File.WriteAllTextAsync(Path.Combine(folder, id), id);
                    File.AppendAllTextAsync(Path.Combine(folder, "audit.log"), id);
                }
            }
            """;
        var file = Path.Combine(Directory.CreateDirectory(Sources).FullName, "OrderStore.cs");
        await File.WriteAllTextAsync(file, Code, _limit.Token);
        await new CliProcess(_folder).InvokeAsync(null, "fix", Sources, "--apply");
        var mended = await File.ReadAllTextAsync(file, _limit.Token);
        Assert.NotEqual(Code, mended);

        await using var forge = new GitHubDouble(new ForgeRepository("ada/shop", Commit, new Dictionary<string, string> { ["OrderStore.cs"] = Code }), Token);
        await using var serve = await StartAsync("github-token", forge.Setting, forge.Host);
        using var client = serve.Client(serve.FirstKey!);
        var accepted = await client.SubmitAsync(new AnalyzeRequest { Repository = new RepositorySource(forge.RepositoryUrl, ForgeRepository.Branch) }, _limit.Token);
        await EndAsync(client, accepted.AnalysisId);
        RecoveryAnswer answer;
        while ((answer = await client.RecoverAsync(accepted.AnalysisId, RecoveryRequest.PullRequest, _limit.Token)).Status == "recovering") await Task.Delay(TimeSpan.FromMilliseconds(200), _limit.Token);
        Assert.Equal(("ready", forge.RepositoryUrl + "/pull/1"), (answer.Status, answer.PullRequest));
        Assert.Equal(mended, forge.Git.FilesOf(Assert.Single(forge.Git.Requests).Source)["OrderStore.cs"].Text);
    }

    public void Dispose()
    {
        _limit.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Enough findings for more than one request of annotations.</summary>
    private static ForgeRepository Repository()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["src/Shop.csproj"] = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""" };
        for (var i = 0; i < Gateways; i++) files[$"src/Gateway{i}.cs"] = Scratch.Code.Replace("namespace Scratch;", $"namespace Scratch{i};", StringComparison.Ordinal);
        return new ForgeRepository("ada/shop", Commit, files);
    }

    /// <summary>What the command line finds in the same files.</summary>
    private async Task<IReadOnlyList<string>> OwnAsync()
    {
        foreach (var (path, text) in Repository().Files)
        {
            var file = Path.Combine(Sources, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }
        var own = await new CliProcess(_folder).InvokeAsync(null, "analyze", Sources, "--format", "json", "--fail-on", "none", "--no-cache");
        using var document = JsonDocument.Parse(own.Output);
        return Fingerprints.Open(document.RootElement);
    }

    private async Task<ServeProcess> StartAsync(string secret, string forge, string host, params string[] arguments)
    {
        Assert.Equal(0, await ServeProcess.KeepAsync(Data, secret, Token));
        return await ServeProcess.StartAsync(Data, new() { ["GHOSTBUSTERS_FORGES"] = forge, ["GHOSTBUSTERS_ALLOWED_HOSTS"] = host }, arguments);
    }

    private async Task<AnalysisResult> EndAsync(GhostbustersClient client, string id)
    {
        await foreach (var step in client.WatchAsync(id, cancellation: _limit.Token))
            if (step.IsEnd) break;
        return await client.GetResultAsync(id, _limit.Token);
    }

    private async Task<(string Secret, string Path)> HookAsync(ServeProcess serve, string kind, string repository)
    {
        using var http = new HttpClient { BaseAddress = serve.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", serve.FirstKey);
        using var response = await http.PostAsJsonAsync("/ghostbusters/hooks", new { kind, repository }, _limit.Token);
        var made = await response.Content.ReadFromJsonAsync<JsonElement>(_limit.Token);
        Assert.True(response.IsSuccessStatusCode, made.ToString());
        return (Text(made, "secret"), Text(made.GetProperty("info"), "path"));
    }

    private async Task<string> PostAsync(ServeProcess serve, (string Secret, string Path) hook, byte[] body, Action<HttpRequestMessage> sign)
    {
        using var http = new HttpClient { BaseAddress = serve.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        sign(request);
        using var response = await http.SendAsync(request, _limit.Token);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        return Text(await response.Content.ReadFromJsonAsync<JsonElement>(_limit.Token), "analysis_id");
    }

    private async Task<AnalysisSummary> OnlyAsync(GhostbustersClient client)
    {
        var all = new List<AnalysisSummary>();
        await foreach (var item in client.HistoryAsync(cancellation: _limit.Token)) all.Add(item);
        return Assert.Single(all);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
