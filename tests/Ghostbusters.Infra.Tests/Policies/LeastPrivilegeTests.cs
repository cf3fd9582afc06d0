using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Outbox;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
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
/// against the policy that the program gives it: nothing may be denied, and no action on anything be granted that nobody saw or explained.
/// </summary>
public sealed class LeastPrivilegeTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>A connection that is gone. It sorts before those that are there, so that it is there again whenever somebody is told.</summary>
    private const string Gone = "-gone";

    private static readonly TenantId Ada = TenantId.Parse("ada");

    /// <summary>Two projects: with no least size that is enough to be analysed in parts.</summary>
    private static readonly FileSource[] Parts =
    [
        new("A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"), new("A/A.cs", "class A { void M() { try { M(); } catch { } } }"),
        new("B/B.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"), new("B/B.cs", "class B { }"),
    ];

    private readonly CancellationTokenSource _time = new(TimeSpan.FromMinutes(8));

    [Fact]
    public async Task EachFunction_MayDoWhatItDoes_AndNothingElse()
    {
        await using var forge = new WireServer(static request => request.Path.Contains("gone", StringComparison.Ordinal) ? new WireAnswer(404, [])
            : request.Path.Contains("/zipball/", StringComparison.Ordinal) || request.Path.Contains("/archive", StringComparison.Ordinal) ? new WireAnswer(200, Archive())
            : new WireAnswer(204, []));
        await using var stack = await ServiceStack.StartAsync(
            typeof(Functions.Analysis.Startup).Assembly, Executable, output.WriteLine,
            ("GHOSTBUSTERS_FORGES", $"github={forge.Host}=http://{forge.Host}/api gitlab=gitlab.example=http://{forge.Host}/api"), ("GHOSTBUSTERS_ALLOWED_HOSTS", forge.Host),
            ("GHOSTBUSTERS_FANOUT_BYTES", "0"));
        await stack.TapAsync();
        await UseAsync(stack, forge.Host);

        var functions = new FunctionCatalogue(typeof(Functions.Analysis.Startup).Assembly).Functions;
        var policies = await PoliciesAsync(functions);
        // What nobody signed of his own was signed beforehand, by the function that announces uploads: its rights count.
        var requests = stack.Calls.Select(static call => (Role: call is { Function: "nobody", Action: "s3:PutObject" } ? "Upload" : call.Function, Request: Arns.Of(call)))
            .Concat(stack.Workflows.Invoked.Select(call => (Role: call.Machine, Request: Arns.OfInvocation(functions.Single(f => f.Method.Name == call.Function)))))
            .Distinct().ToList();
        output.WriteLine($"{stack.Calls.Count} requests of {requests.Select(static r => r.Role).Distinct().Count()} roles");

        var denied = requests.Where(r => !policies[r.Role].Allows(r.Request)).Select(static r => $"{r.Role} may not {r.Request.Action} {r.Request.Resource}").ToList();
        var unused = (from policy in policies
                      from grant in policy.Value.Grants
                      where !requests.Any(r => r.Role == policy.Key && Policy.IsUsed(grant, r.Request))
                      select new Grant(policy.Key, grant.Sid, grant.Action, grant.Resource)).ToList();
        output.WriteLine($"{policies.Values.Sum(static policy => policy.Grants.Count())} grants, of which {unused.Count} are explained");
        var unexplained = unused.Where(static g => !Explained.All.Any(e => e.Covers(g))).Select(static g => $"{g.Role} does not need {g.Sid}: {g.Action} {g.Resource}");
        var needless = Explained.All.Where(e => !unused.Any(e.Covers)).Select(static e => $"{e.Role} {e.Sid} {e.Action} is used: its explanation is not needed");
        var wrong = string.Join(Environment.NewLine, [.. denied, .. unexplained, .. needless]);
        Assert.True(wrong.Length == 0, wrong);
    }

    public void Dispose() => _time.Dispose();

    private static string Executable => Repository.PathOf($"artifacts/bin/Analysis/{new DirectoryInfo(AppContext.BaseDirectory).Name}/Ghostbusters.Functions.Analysis.dll");

    /// <summary>Of every role, by its function's name, or by its own.</summary>
    private static async Task<Dictionary<string, Policy>> PoliciesAsync(IEnumerable<AnnotatedFunction> functions)
    {
        var graph = await StackRun.OfAsync("dev");
        var names = functions.ToDictionary(static f => "ghostbusters-dev-" + f.Id, static f => f.Method.Name);
        return graph.Of("RolePolicy").ToDictionary(policy => names.GetValueOrDefault(policy["role"]!, policy["role"]!["ghostbusters-dev-".Length..]), static policy => Policy.Parse(policy["policy"]!));
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

        var repository = new AnalyzeRequest { Repository = new RepositorySource($"http://{forge}/ada/shop", "main"), Options = new AnalyzeOptions { CallbackUrl = $"http://{forge}/told" } };
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "A.cs"), "class A { void M() { try { M(); } catch { } } }");
        var inline = await client.SubmitAsync(new AnalyzeRequest { Files = Parts[1..2], ProjectPath = "inline" }, _time.Token);
        var uploaded = await client.SubmitFolderAsync(folder.Path, "folder", cancellation: _time.Token);
        AnalyzeAccepted[] others =
        [
            await client.SubmitAsync(repository, _time.Token),
            await client.SubmitAsync(repository with { Repository = new RepositorySource($"http://{forge}/ada/gone", "main") }, _time.Token),
            await client.SubmitAsync(new AnalyzeRequest { Upload = await UploadAsync(http, "no archive"u8.ToArray()) }, _time.Token),
            await client.SubmitAsync(new AnalyzeRequest { Files = Parts, ProjectPath = "parts" }, _time.Token),
            await client.SubmitAsync(new AnalyzeRequest { Files = Parts, ProjectPath = "parts that fail" }, _time.Token),
        ];
        stack.Workflows.FailNext("JoinParts"); // Of one of the two.
        await WatchAllAsync(stack, client, [inline.AnalysisId, uploaded.AnalysisId, .. others.Select(static other => other.AnalysisId)]);

        await client.GetResultAsync(inline.AnalysisId, _time.Token);
        while ((await client.RecoverAsync(inline.AnalysisId, cancellation: _time.Token)).Status != "ready") ; // The service's limit, which the client keeps, paces it.
        await OkAsync(http.GetAsync("/ghostbusters/history?project=inline"));
        await OkAsync(http.GetAsync("/ghostbusters/history"));
        await OkAsync(http.DeleteAsync("/ghostbusters/results/" + uploaded.AnalysisId));

        await ProposedAsync(client, others[0].AnalysisId);

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

        await LeaveMessagesAsync(stack);
        var sweep = stack.Functions.All.Single(static f => f.Name == "SweepOutbox");
        var swept = await stack.Functions.InvokeAsync(sweep, "{\"source\":\"aws.events\"}"u8.ToArray());
        Assert.Null(swept.ErrorType);

        foreach (var queue in stack.Functions.All.Select(static f => f.Queue).OfType<string>()) stack.Queues.Inject(new QueueName(queue), "no message");
        await UntilAsync(() => stack.Calls.Any(static c => c is { Function: "NotifyStage", Action: "dynamodb:UpdateItem" }) && stack.Calls.Any(static c => c is { Function: "RecoverStage", Action: "dynamodb:UpdateItem" })
            && stack.Calls.Any(static c => c is { Function: "ProposeStage", Action: "dynamodb:UpdateItem" }));
    }

    /// <summary>Nothing is delivered before all watch, so that every stage has somebody to tell; and beside them somebody who is gone, to be forgotten.</summary>
    private async Task WatchAllAsync(ServiceStack stack, GhostbustersClient client, IReadOnlyList<string> analyses)
    {
        var watching = new List<Task<string>>();
        foreach (var analysis in analyses) // One after the other: each at the same time as another would start a process more.
        {
            watching.Add(WatchAsync(analysis));
            await UntilAsync(() => stack.Calls.Count(static c => c is { Function: "ProgressSubscribe", Action: "dynamodb:UpdateItem" }) >= watching.Count);
        }
        await SubscribeGoneAsync(stack, analyses[0]);
        foreach (var analysis in analyses) await AddGoneAsync(analysis);
        stack.Gateway.BeforePush = told => AddGoneAsync(JsonDocument.Parse(told).RootElement.GetProperty("analysis_id").GetString()!);
        stack.StartDelivery();
        var ends = await Task.WhenAll(watching);
        Assert.Equal(["done", "done", "done", "done", "failed", "failed", "failed"], ends.Order(StringComparer.Ordinal));

        Task AddGoneAsync(string analysis) => stack.Table.PutAsync(Ada, new ItemDraft(new ItemKey("watch#" + analysis, Gone), AttributeMap.Empty), WriteCondition.None, _time.Token);

        async Task<string> WatchAsync(string analysis)
        {
            var end = "";
            await foreach (var step in client.WatchAsync(analysis, cancellation: _time.Token)) end = step.Status;
            return end;
        }
    }

    /// <summary>A message of a connection that closes before it is answered.</summary>
    private static async Task SubscribeGoneAsync(ServiceStack stack, string analysis)
    {
        Assert.IsType<Stored>(await stack.Table.PutAsync(TenantId.Platform, ConnectionItem.Write(Gone, Ada, TimeProvider.System.GetUtcNow().AddHours(1)), WriteCondition.None, default));
        var message = JsonSerializer.Serialize(new { action = "subscribe", analysis_id = analysis, last_sequence = 0 });
        var outcome = await stack.Functions.InvokeAsync(
            stack.Functions.All.Single(static f => f.SocketRoute == "subscribe"),
            JsonSerializer.SerializeToUtf8Bytes(new { requestContext = new { connectionId = Gone, routeKey = "subscribe" }, body = message, isBase64Encoded = false }));
        Assert.Null(outcome.ErrorType);
        await stack.Table.DeleteAsync(TenantId.Platform, ConnectionItem.Key(Gone), WriteCondition.None, default);
    }

    private async Task<string> UploadAsync(HttpClient http, byte[] bytes)
    {
        using var answer = await OkAsync(http.PostAsJsonAsync("/ghostbusters/uploads", new { length = bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) }));
        using var request = new HttpRequestMessage(HttpMethod.Put, answer.RootElement.GetProperty("url").GetString()) { Content = new ByteArrayContent(bytes) };
        foreach (var header in answer.RootElement.GetProperty("headers").EnumerateObject())
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString())) request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        using var store = new HttpClient();
        using var stored = await store.SendAsync(request, _time.Token);
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("upload_id").GetString()!;
    }

    /// <summary>What a writer that died leaves behind: an item with messages to all stages, of which it sent none.</summary>
    private static async Task LeaveMessagesAsync(ServiceStack stack)
    {
        var now = TimeProvider.System.GetUtcNow();
        OutboxEntry[] entries = [.. ((string[])["fetch", "analyse", "report", "notify"]).Select(static stage => new OutboxEntry(stage, new QueueName("analysis-" + stage), new OutgoingMessage("left")))];
        var item = new ItemDraft(new ItemKey("left", "behind"), AttributeMap.Empty).With(now - OutboxSweep.Grace - OutboxSweep.Grace, entries);
        Assert.IsType<Stored>(await stack.Table.PutAsync(Ada, item, WriteCondition.Absent, default));
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(TimeSpan.FromMilliseconds(50), _time.Token);
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
