using System.Net;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

#pragma warning disable SYSLIB0014

namespace Shop.Requests;

[ApiController]
public class ProxyController(HttpClient client, IHttpClientFactory factory) : ControllerBase
{
    private readonly List<string> _hooks = [];
    private string _base = "";

    [HttpGet("fetch")]
    public Task<string> Fetch(string url) => client.GetStringAsync(url); //@true GB8110

    [HttpGet("host")]
    public async Task<byte[]> Host(string host) => await client.GetByteArrayAsync("https://" + host + "/logo.png"); //@true GB8110

    [HttpPost("post")]
    public Task<HttpResponseMessage> Post(string callback) => client.PostAsync(new Uri(callback), new StringContent("done")); //@true GB8110

    [HttpGet("message")]
    public async Task<int> Message([FromHeader] string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, target); //@true GB8110
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    [HttpGet("uri")]
    public async Task<int> SetLater(string target)
    {
        using var request = new HttpRequestMessage { Method = HttpMethod.Get };
        request.RequestUri = new Uri(target); //@true GB8110
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    [HttpGet("base")]
    public Task<HttpResponseMessage> Base(string tenant)
    {
        var own = factory.CreateClient();
        own.BaseAddress = new Uri($"http://{tenant}:8080/"); //@true GB8110
        return own.GetAsync("status");
    }

    // Only the scheme is looked at.
    [HttpGet("scheme")]
    public async Task<IActionResult> SchemeOnly(string url)
    {
        if (!url.StartsWith("https://", StringComparison.Ordinal))
            return BadRequest();
        return Ok((await client.GetAsync(url)).StatusCode); //@true GB8110
    }

    // `https://evil.example/?example.org` contains it, too.
    [HttpGet("contains")]
    public async Task<IActionResult> Contained(string url)
    {
        if (url.Contains("example.org", StringComparison.Ordinal))
            return Ok((await client.GetAsync(url)).StatusCode); //@true GB8110
        return BadRequest();
    }

    [HttpGet("valid")]
    public async Task<IActionResult> OnlyValid(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return BadRequest();
        return Ok((await client.GetAsync(address)).StatusCode); //@true GB8110
    }

    // Does not refuse the networks inside.
    [HttpGet("not-localhost")]
    public async Task<IActionResult> DeniedOne(string host)
    {
        if (host == "localhost")
            return Forbid();
        return Ok((await client.GetAsync("http://" + host)).StatusCode); //@true GB8110
    }

    [HttpPost("hook")]
    public async Task Hooks([FromBody] Hook hook)
    {
        _hooks.Add(hook.Address);
        foreach (var address in _hooks)
            (await client.PostAsJsonAsync(address, hook.Name)).EnsureSuccessStatusCode(); //@true GB8110
    }

    [HttpGet("json")]
    public Task<Hook?> Json(string source) => client.GetFromJsonAsync<Hook>(source); //@true GB8110

    [HttpGet("web-client")]
    public string OldClient(string url)
    {
        using var old = new WebClient();
        return old.DownloadString(url); //@true GB8110
    }

    [HttpGet("web-request")]
    public string OldRequest(string url)
    {
        var request = WebRequest.Create(url); //@true GB8110
        using var answer = request.GetResponse();
        return answer.ContentType;
    }

    [HttpGet("port")]
    public bool IsOpen(string host)
    {
        using var tcp = new TcpClient(host, 443); //@true GB8110
        return tcp.Connected;
    }

    [HttpGet("mail")]
    public bool Mail(string server)
    {
        using var smtp = new SmtpClient(server, 25); //@true GB8110
        return smtp.EnableSsl;
    }

    [HttpGet("field")]
    public Task<string> ThroughAField(string region)
    {
        _base = "https://" + region + ".example.org";
        return Load("/list");
    }

    private Task<string> Load(string path) => client.GetStringAsync(_base + path); //@true GB8110

    [HttpGet("builder")]
    public Task<string> ByABuilder()
    {
        var address = new UriBuilder("https", Request.Query["host"].ToString(), 443);
        return client.GetStringAsync(address.Uri); //@true GB8110
    }

    [HttpGet("parallel")]
    public Task<string[]> Parallel([FromQuery] string[] urls) => Task.WhenAll(urls.Select(u => client.GetStringAsync(u))); //@true GB8110

    [HttpGet("relay")]
    public async Task Relay(string first)
    {
        var fetcher = new Fetcher(client);
        await fetcher.FetchAsync(new Target(first));
    }
}

public sealed record Hook(string Name, string Address);

public readonly record struct Target(string Address);

public sealed class Fetcher(HttpClient client)
{
    internal async Task<string> FetchAsync(Target target)
    {
        await Task.Yield();
        return await client.GetStringAsync(target.Address); //@true GB8110
    }
}

public class PreviewHub(HttpClient client) : Hub
{
    public Task<string> Preview(string link) => client.GetStringAsync(link); //@true GB8110
}

public static class Routes
{
    public static void Map(WebApplication app) =>
        app.MapGet("/proxy", (string to, HttpClient client) => client.GetStringAsync(to)); //@true GB8110
}
