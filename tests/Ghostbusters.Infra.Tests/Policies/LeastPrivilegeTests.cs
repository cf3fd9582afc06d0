using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Testing;
using Ghostbusters.Functions.Webhooks;
using Ghostbusters.IamPolicies;
using Ghostbusters.LambdaService;
using Ghostbusters.Testing;
using Xunit.Abstractions;

namespace Ghostbusters.Infra.Tests.Policies;

/// <summary>
/// The service is used as people, machines and forges use it, each function a process; what each asks of AWS on the wire is held
/// against the policy that the program gives it: nothing may be denied, and no thing be granted that is not needed.
/// </summary>
public sealed class LeastPrivilegeTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TenantId Ada = TenantId.Parse("ada");

    private readonly CancellationTokenSource _time = new(TimeSpan.FromMinutes(4));

    [Fact]
    public async Task EachFunction_MayDoWhatItDoes_AndNothingElse()
    {
        await using var forge = new WireServer(static request => request.Path.Contains("/zipball/", StringComparison.Ordinal) || request.Path.Contains("/archive", StringComparison.Ordinal) ? new WireAnswer(200, Archive()) : new WireAnswer(204, []));
        await using var stack = await ServiceStack.StartAsync(
            typeof(Functions.Analysis.Startup).Assembly, Executable, output.WriteLine,
            ("GHOSTBUSTERS_FORGES", $"github={forge.Host}=http://{forge.Host}/api gitlab=gitlab.example=http://{forge.Host}/api"), ("GHOSTBUSTERS_ALLOWED_HOSTS", forge.Host));
        await stack.TapAsync();
        stack.StartDelivery();
        await UseAsync(stack, forge.Host);

        var functions = new FunctionCatalogue(typeof(Functions.Analysis.Startup).Assembly).Functions;
        var policies = await PoliciesAsync(functions);
        // What nobody signed of his own was signed beforehand, by the function that announces uploads: its rights count.
        var requests = stack.Calls.Select(static call => (Function: call is { Function: "nobody", Action: "s3:PutObject" } ? "Upload" : call.Function, Request: Arns.Of(call))).Distinct().ToList();
        output.WriteLine($"{stack.Calls.Count} requests of {requests.Select(static r => r.Function).Distinct().Count()} functions");

        var denied = requests.Where(r => !policies[r.Function].Allows(r.Request)).Select(static r => $"{r.Function} may not {r.Request.Action} {r.Request.Resource}").ToList();
        // By statement: one names a thing and what its port does with it. That each function needs each verb of a port is not proved.
        var unused = from function in functions
                     from statement in policies[function.Method.Name].Grants.GroupBy(static g => g.Sid)
                     where !requests.Any(r => r.Function == function.Method.Name && statement.Any(grant => Policy.IsUsed(grant, r.Request)))
                     select new Grant(function.Method.Name, statement.Key);
        var found = unused.ToList();
        var unexplained = found.Where(static g => !Explained.All.Any(e => e.Covers(g))).Select(static g => $"{g.Function} does not need {g.Sid}");
        var needless = Explained.All.Where(e => !found.Any(e.Covers)).Select(static e => $"{e.Function} {e.Sid} is used: its explanation is not needed");
        var wrong = string.Join(Environment.NewLine, [.. denied, .. unexplained, .. needless]);
        Assert.True(wrong.Length == 0, wrong);
    }

    public void Dispose() => _time.Dispose();

    private static string Executable => Repository.PathOf($"artifacts/bin/Analysis/{new DirectoryInfo(AppContext.BaseDirectory).Name}/Ghostbusters.Functions.Analysis.dll");

    private static async Task<Dictionary<string, Policy>> PoliciesAsync(IEnumerable<AnnotatedFunction> functions)
    {
        var graph = await StackRun.OfAsync("dev");
        return functions.ToDictionary(static f => f.Method.Name, f => Policy.Parse(graph.Of("RolePolicy").Single(p => p["role"] == "ghostbusters-dev-" + f.Id)["policy"]!));
    }

    /// <summary>Every route, webhook, stage and tick, at least once.</summary>
    private async Task UseAsync(ServiceStack stack, string forge)
    {
        var key = await stack.KeyAsync(Ada, "analyses:read", "analyses:write", "keys:admin", "hooks:admin");
        using var http = new HttpClient { BaseAddress = stack.Gateway.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var client = new GhostbustersClient(new ClientOptions(stack.Gateway.Address, key));

        await OkAsync(http.GetAsync("/health"));
        using var created = await OkAsync(http.PostAsJsonAsync("/ghostbusters/keys", new { label = "ci", scopes = new[] { "analyses:read" }, expires_in_days = 1 }));
        using var keys = await OkAsync(http.GetAsync("/ghostbusters/keys"));
        var second = keys.RootElement.GetProperty("items").EnumerateArray().Select(static k => k.GetProperty("key_id").GetString()).Last();
        await OkAsync(http.DeleteAsync("/ghostbusters/keys/" + second));

        var files = new[] { new FileSource("A.cs", "class A { void M() { try { M(); } catch { } } }") };
        var inline = await client.SubmitAsync(new AnalyzeRequest { Files = files, ProjectPath = "inline" }, _time.Token);
        await foreach (var step in client.WatchAsync(inline.AnalysisId, cancellation: _time.Token)) output.WriteLine($"{step.Phase} {step.Percent}");
        await client.GetResultAsync(inline.AnalysisId, _time.Token);
        while ((await client.RecoverAsync(inline.AnalysisId, cancellation: _time.Token)).Status != "ready") ; // The service's limit, which the client keeps, paces it.
        await OkAsync(http.GetAsync("/ghostbusters/history?project=inline"));
        await OkAsync(http.GetAsync("/ghostbusters/history"));

        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "A.cs"), files[0].Content);
        var uploaded = await client.SubmitFolderAsync(folder.Path, "folder", cancellation: _time.Token);
        await foreach (var _ in client.WatchAsync(uploaded.AnalysisId, cancellation: _time.Token)) ;
        await OkAsync(http.DeleteAsync("/ghostbusters/results/" + uploaded.AnalysisId));

        var fetched = await client.SubmitAsync(new AnalyzeRequest { Repository = new RepositorySource($"http://{forge}/ada/shop", "main"), Options = new AnalyzeOptions { CallbackUrl = $"http://{forge}/told" } }, _time.Token);
        await foreach (var _ in client.WatchAsync(fetched.AnalysisId, cancellation: _time.Token)) ;

        await ProposedAsync(client, fetched.AnalysisId);

        await HookAsync(http, "github", $"http://{forge}/ada/shop", (request, body, secret) =>
        {
            request.Headers.Add("x-hub-signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), body)));
            request.Headers.Add("x-github-event", "push");
        }, new { @ref = "refs/heads/main", after = new string('a', 40), repository = new { html_url = $"http://{forge}/ada/shop" } });
        using var merged = await HookAsync(http, "gitlab", "https://gitlab.example/ada/shop", static (request, _, secret) =>
        {
            request.Headers.Add("x-gitlab-token", secret);
            request.Headers.Add("x-gitlab-event", "Push Hook");
        }, new { @ref = "refs/heads/main", checkout_sha = new string('b', 40), project = new { web_url = "https://gitlab.example/ada/shop" } });
        var pushed = merged.RootElement.GetProperty("analysis_id").GetString()!;
        await foreach (var _ in client.WatchAsync(pushed, cancellation: _time.Token)) ;
        await ProposedAsync(client, pushed);
        await HookAsync(http, "ci", $"http://{forge}/ada/shop", static (request, body, secret) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            request.Headers.Add("webhook-id", "1");
            request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", StandardWebhook.Sign(body, "1", now, StandardWebhook.ReadSecret(secret)));
        }, new { @event = "push", repository = $"http://{forge}/ada/shop", @ref = "main", commit = new string('c', 40) });
        using var hooks = await OkAsync(http.GetAsync("/ghostbusters/hooks"));
        foreach (var hook in hooks.RootElement.GetProperty("items").EnumerateArray()) await OkAsync(http.DeleteAsync("/ghostbusters/hooks/" + hook.GetProperty("hook_id").GetString()));

        var sweep = stack.Functions.All.Single(static f => f.Name == "SweepOutbox");
        var swept = await stack.Functions.InvokeAsync(sweep, "{\"source\":\"aws.events\"}"u8.ToArray());
        Assert.Null(swept.ErrorType);
    }

    /// <summary>There is no token, so that each is refused; what it takes to see that is what is looked at here.</summary>
    private async Task ProposedAsync(GhostbustersClient client, string analysis)
    {
        RecoveryAnswer answer;
        do answer = await client.RecoverAsync(analysis, RecoveryRequest.PullRequest, _time.Token);
        while (answer.Status == "recovering"); // The service's limit, which the client keeps, paces it.
        Assert.Equal(("refused", "no-token"), (answer.Status, answer.Reason));
    }

    private async Task<JsonDocument> HookAsync(HttpClient http, string kind, string repository, Action<HttpRequestMessage, byte[], string> sign, object said)
    {
        using var created = await OkAsync(http.PostAsJsonAsync("/ghostbusters/hooks", new { kind, repository }));
        var body = JsonSerializer.SerializeToUtf8Bytes(said);
        using var request = new HttpRequestMessage(HttpMethod.Post, created.RootElement.GetProperty("info").GetProperty("path").GetString()) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        sign(request, body, created.RootElement.GetProperty("secret").GetString()!);
        return await OkAsync(http.SendAsync(request, _time.Token));
    }

    /// <summary>The answer; a refusal fails the test with what it says.</summary>
    private static async Task<JsonDocument> OkAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text.Length > 0 ? text : "null");
    }

    private static byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("ada-shop-0123456/A.cs").Open())
            entry.Write("class A;"u8);
        return bytes.ToArray();
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("ghostbusters-infra-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
