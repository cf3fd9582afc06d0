using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Ghostbusters.Functions.Host.Tests.Running;

public class HttpTests
{
    [Fact]
    public async Task ARequest_ArrivesAsApiGatewaySendsIt_AndItsAnswerGoesBack()
    {
        await using var run = await HostRun.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sample/echo/a%2Fb?tag=1&tag=2&empty=") { Content = new StringContent("{\"x\":1}", Encoding.UTF8, "application/json") };
        request.Headers.Add("x-many", ["one", "two"]);
        using var response = await run.Http.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var seen = json.RootElement;
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["a", "b"], response.Headers.GetValues("x-two"));
        Assert.Equal("/sample/echo/{id}", seen.GetProperty("Resource").GetString());
        Assert.Equal("a/b", seen.GetProperty("PathParameters").GetProperty("id").GetString());
        Assert.Equal("2", seen.GetProperty("QueryStringParameters").GetProperty("tag").GetString());
        Assert.Equal("", seen.GetProperty("QueryStringParameters").GetProperty("empty").GetString());
        Assert.Equal(["1", "2"], seen.GetProperty("MultiValueQueryStringParameters").GetProperty("tag").EnumerateArray().Select(static v => v.GetString()));
        Assert.Equal("{\"x\":1}", seen.GetProperty("Body").GetString());
        Assert.False(seen.GetProperty("IsBase64Encoded").GetBoolean());
        var context = seen.GetProperty("RequestContext");
        Assert.Equal("127.0.0.1", context.GetProperty("Identity").GetProperty("SourceIp").GetString());
        Assert.Equal(response.Headers.GetValues("x-request-id").Single(), context.GetProperty("RequestId").GetString());
    }

    [Fact]
    public async Task Bytes_TravelAsBase64_BothWays()
    {
        await using var run = await HostRun.StartAsync();
        Assert.Equal([0, 255, 1], await run.Http.GetByteArrayAsync("/sample/bytes"));
        using var content = new ByteArrayContent([0, 255, 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var response = await run.Http.PostAsync("/sample/echo/1", content);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(json.RootElement.GetProperty("IsBase64Encoded").GetBoolean());
        Assert.Equal("AP8B", json.RootElement.GetProperty("Body").GetString());
    }

    [Fact]
    public async Task AnHttpResult_IsAnswered()
    {
        await using var run = await HostRun.StartAsync();
        using var response = await run.Http.GetAsync("/sample/result");
        Assert.Equal("result", response.Headers.GetValues("x-kind").Single());
        Assert.Equal("as text", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/sample/bytes", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/sample/fail", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "/uploads/forged.token", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/uploads/forged.token", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/ghostbusters/progress", HttpStatusCode.UpgradeRequired)]
    public async Task WhatFails_IsAProblem_ThatTellsNothingOfTheInside(string verb, string path, HttpStatusCode expected)
    {
        await using var run = await HostRun.StartAsync();
        using var response = await run.Http.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path));
        var text = await response.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)expected, problem.RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        if (expected == HttpStatusCode.MethodNotAllowed) Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task ABodyOverTenMegabytes_IsRefused_WithOrWithoutItsLengthSaid()
    {
        await using var run = await HostRun.StartAsync();
        // A client that asks before it sends is told so; one that does not finds the connection closed.
        using var said = new HttpRequestMessage(HttpMethod.Post, "/sample/echo/1") { Content = new ByteArrayContent(new byte[(10 << 20) + 1]) };
        said.Headers.ExpectContinue = true;
        using var large = await run.Http.SendAsync(said);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/sample/echo/1") { Content = new StreamContent(new MemoryStream(new byte[(10 << 20) + 1])) };
        chunked.Headers.TransferEncodingChunked = true;
        using var unsaid = await run.Http.SendAsync(chunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unsaid.StatusCode);
        using var fits = await run.Http.PostAsync("/sample/echo/1", new ByteArrayContent(new byte[5 << 20]));
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
    }

    [Fact]
    public async Task AnAnswerThatTakesTooLong_IsATimeout()
    {
        await using var run = await HostRun.StartAsync(limit: TimeSpan.FromMilliseconds(50));
        using var response = await run.Http.GetAsync("/sample/never");
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    [Fact]
    public async Task EveryLineOfTheLog_IsJson_AndNoneHasTheKey()
    {
        await using var run = await HostRun.StartAsync();
        using var response = await run.Http.GetAsync("/sample/fail");
        var lines = Encoding.UTF8.GetString(run.Log.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var events = lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()).ToList();
        Assert.Contains("started", events);
        Assert.Contains("function-failed", events);
        Assert.Contains("request", events);
        Assert.DoesNotContain(lines, line => line.Contains(run.Host.FirstKey!, StringComparison.Ordinal));
    }
}
