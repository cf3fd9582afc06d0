using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Corpus.GB8220.Near;

public sealed class Listeners
{
    private readonly HttpListener _listener = new();

    internal void Host() => _listener.Prefixes.Add("http://shop.contoso.net:8080/"); //@near GB8220

    internal void Loopback() => _listener.Prefixes.Add("http://localhost:8080/"); //@near GB8220

    internal void Number() => _listener.Prefixes.Add("http://127.0.0.1:8080/"); //@near GB8220

    internal void AllNumbers() => _listener.Prefixes.Add("http://0.0.0.0:8080/"); //@near GB8220

    internal void Subdomains() => _listener.Prefixes.Add("http://*.contoso.net:8080/"); //@near GB8220

    internal void DeepSubdomains() => _listener.Prefixes.Add("https://*.shop.contoso.net/"); //@near GB8220

    internal void Given(string prefix) => _listener.Prefixes.Add(prefix); //@near GB8220

    internal void GivenHost(string host, int port) => _listener.Prefixes.Add($"http://{host}:{port}/"); //@near GB8220

    internal void Configured(string host) => _listener.Prefixes.Add("http://" + host + ":80/"); //@near GB8220

    internal void DevelopmentOnly(bool isDevelopment)
    {
        if (isDevelopment)
            _listener.Prefixes.Add("http://*:8080/"); //@near GB8220
    }

    internal void Removed() => _listener.Prefixes.Remove("http://*:8080/"); //@near GB8220

    internal bool Has() => _listener.Prefixes.Contains("http://*:8080/"); //@near GB8220

    internal void StarInPath() => _listener.Prefixes.Add("http://contoso.net:80/files/*/"); //@near GB8220

    internal void PlusInPath() => _listener.Prefixes.Add("http://contoso.net/a+b/"); //@near GB8220
}

public sealed class Others
{
    internal TcpListener AnyAddress() => new(IPAddress.Any, 5000); //@near GB8220

    internal void Kestrel(IWebHostBuilder builder) => builder.UseUrls("http://*:5000"); //@near GB8220

    internal void KestrelStrong(IWebHostBuilder builder) => builder.UseUrls("http://+:80"); //@near GB8220

    internal void Application(WebApplication app) => app.Urls.Add("http://*:8080"); //@near GB8220

    internal void Run(WebApplication app) => app.Run("http://+:8080"); //@near GB8220

    internal void List(List<string> prefixes) => prefixes.Add("http://*:8080/"); //@near GB8220

    internal string Text() => "http://*:8080/"; //@near GB8220

    internal void OwnPrefixes(Table table) => table.Prefixes.Add("http://*:8080/"); //@near GB8220

    internal HashSet<string> Set() => ["http://+:80/"]; //@near GB8220
}

public sealed class Table
{
    public List<string> Prefixes { get; } = [];
}
