using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.KnownHosts;

public enum Region
{
    Eu,
    Us,
}

[ApiController]
public class KnownController(HttpClient client) : ControllerBase
{
    private const string Root = "https://api.example.org/";
    private static readonly string[] Hosts = ["a.example.org", "b.example.org"];
    private static readonly Dictionary<string, Uri> Services = new() { ["stock"] = new Uri("https://stock.example.org/"), ["mail"] = new Uri("https://mail.example.org/") };
    private string _address = Root;

    [HttpGet("number")]
    public Task<string> Number(int id) => client.GetStringAsync(Root + "orders/" + id); //@near GB8110

    [HttpGet("guid")]
    public Task<string> Key(Guid id) => client.GetStringAsync($"{Root}orders/{id}"); //@near GB8110

    [HttpGet("date")]
    public Task<string> Day(DateOnly day) => client.GetStringAsync(Root + "days/" + day.ToString("yyyy-MM-dd")); //@near GB8110

    [HttpGet("parsed")]
    public Task<string> Parsed(string id) => client.GetStringAsync(Root + "orders/" + int.Parse(id)); //@near GB8110

    [HttpGet("escaped")]
    public Task<string> Escaped(string term) => client.GetStringAsync(Root + "search?q=" + Uri.EscapeDataString(term)); //@near GB8110

    // Behind a fixed host, a path or a query cannot choose another one.
    [HttpGet("path")]
    public Task<string> BehindAFixedHost(string slug) => client.GetStringAsync("https://api.example.org/articles/" + slug); //@near GB8110

    [HttpGet("query")]
    public Task<string> InAQuery(string language) => client.GetStringAsync($"https://api.example.org/texts?lang={language}"); //@near GB8110

    [HttpGet("known")]
    public async Task<IActionResult> Known(string host)
    {
        if (!Hosts.Contains(host))
            return BadRequest();
        return Ok(await client.GetStringAsync("https://" + host + "/")); //@near GB8110
    }

    [HttpGet("table")]
    public async Task<IActionResult> ByTable(string service)
    {
        if (!Services.TryGetValue(service, out var address))
            return NotFound();
        return Ok(await client.GetStringAsync(address)); //@near GB8110
    }

    [HttpGet("switch")]
    public Task<string> BySwitch(string region) =>
        client.GetStringAsync(region switch { "eu" => "https://eu.example.org/", _ => "https://us.example.org/" }); //@near GB8110

    [HttpGet("enum")]
    public Task<string> OfEnum(Region region) => client.GetStringAsync("https://" + region + ".example.org/"); //@near GB8110

    [HttpGet("compared")]
    public async Task<IActionResult> Compared(string url)
    {
        if (url is not ("https://a.example.org/" or "https://b.example.org/"))
            return BadRequest();
        return Ok(await client.GetStringAsync(url)); //@near GB8110
    }

    [HttpPost("content")]
    public Task<HttpResponseMessage> WhatIsSent(string text) => client.PostAsync(Root + "notes", new StringContent(text)); //@near GB8110

    [HttpPost("json")]
    public Task<HttpResponseMessage> SentAsJson([FromBody] Note note) => client.PostAsJsonAsync(Root + "notes", note); //@near GB8110

    [HttpPost("form")]
    public Task<HttpResponseMessage> SentAsForm(string user)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user });
        return client.PostAsync(Root + "login", form); //@near GB8110
    }

    [HttpGet("header")]
    public Task<HttpResponseMessage> AsAHeader([FromHeader] string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Root + "me"); //@near GB8110
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", authorization);
        return client.SendAsync(request);
    }

    [HttpGet("overwritten")]
    public Task<string> Overwritten(string url)
    {
        _address = url;
        _address = Root + "fixed";
        return client.GetStringAsync(_address); //@near GB8110
    }

    [HttpGet("pattern")]
    public async Task<IActionResult> Pattern(string shop)
    {
        if (!Regex.IsMatch(shop, "^[a-z0-9]+$"))
            return BadRequest();
        return Ok(await client.GetStringAsync("https://" + shop + ".shops.example.org/")); //@near GB8110
    }

    [HttpGet("host")]
    public async Task<IActionResult> HostOfTheUri(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host != "a.example.org")
            return BadRequest();
        return Ok(await client.GetStringAsync(address)); //@near GB8110
    }

    [HttpGet("other")]
    public Task<string> OtherMember(string title)
    {
        var link = new Link(title, Root + "help");
        return client.GetStringAsync(link.Address); //@near GB8110
    }

    [HttpGet("condition")]
    public Task<string> Chosen(string plan) => client.GetStringAsync(plan == "pro" ? Root + "pro" : Root + "free"); //@near GB8110

    [HttpGet("length")]
    public Task<string> Counted(string text) => client.GetStringAsync(Root + "limits?length=" + text.Length); //@near GB8110

    [HttpGet("dead")]
    public Task<string> Dead(string url)
    {
        const bool isOpen = false;
        return client.GetStringAsync(isOpen ? url : Root); //@near GB8110
    }
}

public sealed record Note(string Title, string Text);

public sealed record Link(string Title, string Address);
