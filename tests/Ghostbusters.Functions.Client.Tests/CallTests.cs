using System.Net;
using System.Net.Http.Headers;

namespace Ghostbusters.Functions.Client.Tests;

public class CallTests
{
    private const string Accepted = """{"analysis_id":"01a","status":"queued","links":{"result":"/r","recover":"/v"},"new_member":1}""";
    private const string Problem = """{"type":"urn:ghostbusters:problem:invalid-request","title":"The request is not valid","status":400,"detail":"Some fields are wrong.","trace_id":"abc","errors":[{"field":"/files","reason":"1 to 500 files are wanted."}]}""";

    [Fact]
    public async Task ASubmission_CarriesTheKey_AndWhatIsNullIsNotSent()
    {
        var service = new Answering((HttpStatusCode.Accepted, Accepted));
        using var client = Client(service);
        var accepted = await client.SubmitAsync(new AnalyzeRequest { Files = [new FileSource("A.cs", "class A;")] });
        Assert.Equal("01a", accepted.AnalysisId);
        var call = Assert.Single(service.Calls);
        Assert.Equal("https://service.example/ghostbusters/analyze", call.Url);
        Assert.Equal("""{"files":[{"path":"A.cs","content":"class A;"}]}""", call.Body);
        Assert.Equal("Bearer gb_key", call.Headers["authorization"]);
    }

    [Fact]
    public async Task BehindAGateway_ThePathStays_AndTheGatewaysKeyIsShown()
    {
        var service = new Answering((HttpStatusCode.Accepted, Accepted));
        using var client = new GhostbustersClient(new ClientOptions(new Uri("https://gateway.example/v1/machine/"), "gb_key") { GatewayKey = "metered" }, service);
        await client.SubmitAsync(new AnalyzeRequest { Upload = "u" });
        var call = Assert.Single(service.Calls);
        Assert.Equal("https://gateway.example/v1/machine/ghostbusters/analyze", call.Url);
        Assert.Equal(("Bearer gb_key", "metered"), (call.Headers["authorization"], call.Headers["x-api-key"]));
    }

    [Theory]
    [InlineData("wss://progress.example/v1", true)]
    [InlineData("ws://localhost:5080/ghostbusters/progress", true)]
    [InlineData("ws://progress.example/v1", false)]
    public void ProgressInPlainText_IsForThisMachineOnly(string address, bool isTaken)
    {
        var options = new ClientOptions(new Uri("https://service.example"), "gb_key") { Progress = new Uri(address) };
        if (isTaken) new GhostbustersClient(options).Dispose();
        else Assert.Contains("the key would be read on the way", Assert.Throws<ArgumentException>(() => new GhostbustersClient(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATryAgain_WaitsAsLongAsTheServiceSays_AndIsTheSameSubmission()
    {
        var clock = new ImpatientClock();
        var service = new Answering((HttpStatusCode.TooManyRequests, "{}"), (HttpStatusCode.ServiceUnavailable, "{}"), (HttpStatusCode.Accepted, Accepted))
        {
            Decorate = static (call, response) => response.Headers.RetryAfter = call == 1 ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)) : null,
        };
        using var client = Client(service, clock);
        Assert.Equal("01a", (await client.SubmitAsync(new AnalyzeRequest { Upload = "u" })).AnalysisId);
        Assert.Equal(TimeSpan.FromSeconds(7), clock.Waits[0]);
        Assert.InRange(clock.Waits[1], TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.25)); // Its own: the second, doubled once.
        Assert.Single(service.Calls.Select(static c => c.Headers["idempotency-key"]).Distinct());
        Assert.Equal(3, service.Calls.Count);
    }

    [Fact]
    public async Task AResultThatIsElsewhere_IsGotThere_WithoutTheKey()
    {
        const string Result = """{"analysis_id":"01a","timestamp":"2026-11-26T03:00:00Z","project":"shop","ref":null,"status":"done","phase":"done","percent":100,"confidence_score":1,"open":0,"errors":0,"warnings":0,"notes":0,"clean":true,"reason":null}""";
        var service = new Answering((HttpStatusCode.SeeOther, ""), (HttpStatusCode.OK, Result))
        {
            Decorate = static (call, response) => response.Headers.Location = call == 1 ? new Uri("https://store.example/blob?signature=x") : null,
        };
        using var client = Client(service);
        Assert.Equal("done", (await client.GetResultAsync("01a")).Summary.Status);
        Assert.Equal("https://store.example/blob?signature=x", service.Calls[1].Url);
        Assert.DoesNotContain("authorization", service.Calls[1].Headers.Keys);
    }

    [Fact]
    public async Task ARefusal_IsThrownAtOnce_WithWhatTheServiceSaid()
    {
        var service = new Answering((HttpStatusCode.BadRequest, Problem));
        using var client = Client(service);
        var refusal = await Assert.ThrowsAsync<GhostbustersException>(() => client.SubmitAsync(new AnalyzeRequest()));
        Assert.Single(service.Calls);
        Assert.Equal("invalid-request", refusal.Kind);
        Assert.Equal("The request is not valid (400). Some fields are wrong. /files: 1 to 500 files are wanted. (trace abc)", refusal.Message);
    }

    [Fact]
    public async Task AWaitThatIsTooLong_IsTheCallersToDecide()
    {
        var service = new Answering((HttpStatusCode.TooManyRequests, "{}")) { Decorate = static (_, response) => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(1)) };
        using var client = Client(service);
        var refusal = await Assert.ThrowsAsync<GhostbustersException>(() => client.RecoverAsync("01a"));
        Assert.Equal(TimeSpan.FromHours(1), refusal.RetryAfter);
        Assert.Single(service.Calls);
    }

    [Fact]
    public async Task AServiceThatStaysAway_IsGivenUp()
    {
        var clock = new ImpatientClock();
        var service = new Answering((HttpStatusCode.BadGateway, "<html>"));
        using var client = Client(service, clock, attempts: 2);
        Assert.Equal(HttpStatusCode.BadGateway, (await Assert.ThrowsAsync<GhostbustersException>(() => client.GetResultAsync("01a"))).Status);
        Assert.Equal(2, service.Calls.Count);
    }

    [Fact]
    public async Task TheHistory_IsReadPageByPage_OverEmptyOnesToo()
    {
        const string Item = """{"analysis_id":"ID","timestamp":"2026-11-26T00:00:00Z","project":"p","ref":null,"status":"done","phase":"done","percent":100,"confidence_score":0.5,"open":1,"errors":0,"warnings":1,"notes":0,"clean":false,"reason":null}""";
        var service = new Answering(
            (HttpStatusCode.OK, $$"""{"items":[{{Item.Replace("ID", "1", StringComparison.Ordinal)}}],"next":"c/1"}"""),
            (HttpStatusCode.OK, """{"items":[],"next":"c2"}"""),
            (HttpStatusCode.OK, $$"""{"items":[{{Item.Replace("ID", "2", StringComparison.Ordinal)}}],"next":null}"""));
        using var client = Client(service);
        var ids = new List<string>();
        await foreach (var analysis in client.HistoryAsync(new HistoryQuery { Project = "a b", MinScore = 0.25 })) ids.Add(analysis.AnalysisId);
        Assert.Equal(["1", "2"], ids);
        Assert.EndsWith("/ghostbusters/history?project=a%20b&min_score=0.25&limit=50&cursor=c%2F1", service.Calls[1].Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task ADeletion_SaysWhetherThereWasSomething(HttpStatusCode status, bool expected)
    {
        using var client = Client(new Answering((status, "")));
        Assert.Equal(expected, await client.DeleteAsync("01a"));
    }

    [Theory]
    [InlineData("http://service.example", false)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("https://service.example", true)]
    [InlineData("ftp://localhost", false)]
    public void AKey_IsNotSentInTheOpen(string server, bool isSafe)
    {
        Assert.Equal(isSafe, GhostbustersClient.IsSafe(new Uri(server)));
        if (!isSafe) Assert.Throws<ArgumentException>(() => new GhostbustersClient(new ClientOptions(new Uri(server), "gb_key")));
    }

    [Fact]
    public void TheKey_StandsInNoText() => Assert.DoesNotContain("gb_key", new ClientOptions(new Uri("https://service.example"), "gb_key").ToString(), StringComparison.Ordinal);

    private static GhostbustersClient Client(Answering service, TimeProvider? clock = null, int attempts = 4) =>
        new(new ClientOptions(new Uri("https://service.example"), "gb_key") { Clock = clock ?? TimeProvider.System, Attempts = attempts }, service);
}
