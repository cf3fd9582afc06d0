using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Testing;
using Ghostbusters.LambdaService;
using Xunit.Abstractions;

namespace Ghostbusters.EndToEnd.Aws;

/// <summary>What a function makes of its environment. On the JIT: that its wiring is the same ahead of time is for <see cref="NativeServiceTests"/>.</summary>
public sealed class AwsWiringTests(ITestOutputHelper output)
{
    private static string Program => Built.PathOf("Analysis", "Ghostbusters.Functions.Analysis.dll");

    /// <summary>Both tables, the bucket, a queue, a secret; the queue, the parameter store and the sockets check signatures.</summary>
    [Fact]
    public async Task EveryAdapter_FindsItsService_AndSigns()
    {
        await using var stack = await AwsStack.StartAsync(output, Program);
        using var client = await stack.ClientAsync(AwsStack.Ada);
        var accepted = await client.SubmitAsync(new AnalyzeRequest { Files = [new FileSource("A.cs", "class A;")], ProjectPath = "a" });
        var listed = new List<AnalysisSummary>();
        await foreach (var page in client.HistoryAsync()) listed.Add(page);
        Assert.Equal(accepted.AnalysisId, Assert.Single(listed).AnalysisId);
        await foreach (var step in client.WatchAsync(accepted.AnalysisId))
        {
            Assert.Equal("queued", step.Phase);
            break;
        }
        Assert.Equal((0, 1), (stack.Queues.Refused, stack.Queues.Requests));
    }

    [Theory]
    [InlineData("GHOSTBUSTERS_TABLE_ANALYSIS")]
    [InlineData("GHOSTBUSTERS_TABLE_ACCOUNTS")]
    [InlineData("GHOSTBUSTERS_BUCKET")]
    public async Task AMissingVariable_IsNamedInTheLog_AndNotToTheCaller(string variable)
    {
        await using var stack = await AwsStack.StartAsync(output, Program, (variable, ""));
        using var http = new HttpClient { BaseAddress = stack.Gateway.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "gb_none");
        using var response = await http.PostAsync("/ghostbusters/analyze", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.DoesNotContain(variable, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(variable, stack.Functions.Log("Analyze"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokensOfTheUserPool_AreTaken_AndNoOthers()
    {
        await using var keys = new WireServer(static _ => WireAnswer.Json(UserPoolDouble.Jwks));
        var pool = new UserPoolDouble($"http://{keys.Host}/pool");
        await using var stack = await AwsStack.StartAsync(
            output, Program, ("GHOSTBUSTERS_TOKEN_ISSUER", $"http://{keys.Host}/pool"), ("GHOSTBUSTERS_TOKEN_CLIENTS", $"other {UserPoolDouble.Client}"), ("GHOSTBUSTERS_ALLOWED_HOSTS", keys.Host));
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(HttpStatusCode.OK, await HistoryAsync(stack, pool.Token(AwsStack.Ada, "analyses:read", now)));
        Assert.Equal("/pool/.well-known/jwks.json", Assert.Single(keys.Requests).Path);
        Assert.Equal(HttpStatusCode.Forbidden, await HistoryAsync(stack, pool.Token(AwsStack.Ada, "analyses:write", now)));
        Assert.Equal(HttpStatusCode.Unauthorized, await HistoryAsync(stack, pool.Token(AwsStack.Ada, "analyses:read", now.AddHours(-2))));
        var stranger = new UserPoolDouble("https://stranger.example");
        Assert.Equal(HttpStatusCode.Unauthorized, await HistoryAsync(stack, stranger.Token(AwsStack.Ada, "analyses:read", now)));
    }

    [Fact]
    public async Task WithoutAUserPool_NoTokenIsTaken()
    {
        await using var stack = await AwsStack.StartAsync(output, Program);
        var pool = new UserPoolDouble("https://pool.example");
        Assert.Equal(HttpStatusCode.Unauthorized, await HistoryAsync(stack, pool.Token(AwsStack.Ada, "analyses:read", TimeProvider.System.GetUtcNow())));
    }

    [Fact]
    public async Task TheGateway_SaysThatThereIsNoRoute_AndThatHealthIsOne()
    {
        await using var stack = await AwsStack.StartAsync(output, Program);
        using var http = new HttpClient { BaseAddress = stack.Gateway.Address };
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/nowhere")).StatusCode);
        using var health = JsonDocument.Parse(await http.GetStringAsync("/health"));
        Assert.Equal("ok", health.RootElement.GetProperty("status").GetString());
    }

    private static async Task<HttpStatusCode> HistoryAsync(ServiceStack stack, string token)
    {
        using var http = new HttpClient { BaseAddress = stack.Gateway.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.GetAsync("/ghostbusters/history");
        return response.StatusCode;
    }
}
