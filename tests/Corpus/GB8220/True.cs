//@broken
using System.Net;

namespace Corpus.GB8220.True;

public sealed class Listeners
{
    private const string Address = "http://*:9000/";

    private readonly HttpListener _listener = new();

    internal void Weak() => _listener.Prefixes.Add("http://*:8080/"); //@true GB8220

    internal void Strong() => _listener.Prefixes.Add("http://+:8080/"); //@true GB8220

    internal void Secure() => _listener.Prefixes.Add("https://*:443/"); //@true GB8220

    internal void SecureStrong() => _listener.Prefixes.Add("https://+:443/"); //@true GB8220

    internal void Path() => _listener.Prefixes.Add("http://+:80/orders/"); //@true GB8220

    internal void NoPort() => _listener.Prefixes.Add("http://*/"); //@true GB8220

    internal void Domain() => _listener.Prefixes.Add("https://*.com:8443/"); //@true GB8220

    internal void Interpolated(int port) => _listener.Prefixes.Add($"http://*:{port}/"); //@true GB8220

    internal void Sum(int port) => _listener.Prefixes.Add("http://+:" + port + "/"); //@true GB8220

    internal void Formatted(int port) => _listener.Prefixes.Add(string.Format("http://+:{0}/", port)); //@true GB8220

    internal void Constant() => _listener.Prefixes.Add(Address); //@true GB8220

    internal void Local()
    {
        var prefix = "http://*:5000/";
        _listener.Prefixes.Add(prefix); //@true GB8220
    }

    internal void Made(int port)
    {
        var address = $"https://+:{port}/hook/";
        using var listener = new HttpListener();
        listener.Prefixes.Add(address); //@true GB8220
        listener.Start();
    }

    internal void Collection(HttpListenerPrefixCollection prefixes) => prefixes.Add("http://*:81/"); //@true GB8220

    internal HttpListener Chained()
    {
        var made = new HttpListener { AuthenticationSchemes = AuthenticationSchemes.Anonymous };
        made.Prefixes.Add("HTTP://+:8081/"); //@true GB8220
        return made;
    }
}

// file: Hosts.cs
namespace Corpus.GB8220.Hosts;

using Microsoft.AspNetCore.Server.HttpSys;
using Microsoft.Owin.Hosting;
using System.Web.Http.SelfHost;

public sealed class Hosts
{
    internal void Sys(HttpSysOptions options) => options.UrlPrefixes.Add("http://+:5005"); //@true GB8220

    internal object Prefix() => UrlPrefix.Create("https://*:5006"); //@true GB8220

    internal void Owin() => WebApp.Start<Hosts>("http://*:9000"); //@true GB8220

    internal object Options() => new StartOptions("http://+:9001/"); //@true GB8220

    internal object SelfHost() => new HttpSelfHostConfiguration("http://*:8088"); //@true GB8220

    internal void OwinByPort(int port) => WebApp.Start<Hosts>($"http://+:{port}"); //@true GB8220
}
