using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class ServerSideRequestForgeryTests
{
    private static string Action(string body) => $$"""
        using System.Net.Http.Json;
        using Microsoft.AspNetCore.Mvc;

        public class ProxyController(HttpClient client) : ControllerBase
        {
            private static readonly string[] Hosts = ["a.example.org", "b.example.org"];

            [HttpGet]
            public async Task<object?> Fetch(string address, int id)
            {
                await Task.Yield();
                {{body}}
                return client;
            }
        }
        """;

    [Theory]
    [InlineData("return await [|client.GetStringAsync(address)|];")]
    [InlineData("return await [|client.GetAsync(new Uri(\"https://\" + address + \"/status\"))|];")]
    [InlineData("var request = [|new HttpRequestMessage(HttpMethod.Get, address)|]; return await client.SendAsync(request);")]
    [InlineData("[|client.BaseAddress = new Uri(address)|];")]
    [InlineData("return await [|client.PostAsJsonAsync(address, id)|];")]
    public Task AnAddressFromARequest_Triggers(string body) => RuleTest.VerifyAsync<ServerSideRequestForgery>(Action(body));

    [Theory]
    [InlineData("return await client.GetStringAsync(\"https://example.org/orders/\" + id);")]
    [InlineData("return await client.GetStringAsync(\"https://example.org/search?q=\" + Uri.EscapeDataString(address));")]
    [InlineData("if (!Hosts.Contains(address)) return null; return await client.GetStringAsync(\"https://\" + address);")]
    [InlineData("return await client.PostAsync(\"https://example.org/\", new StringContent(address));")]
    [InlineData("var host = address switch { \"a\" => \"a.example.org\", _ => \"b.example.org\" }; return await client.GetStringAsync(\"https://\" + host);")]
    public Task AKnownHost_DoesNotTrigger(string body) => RuleTest.VerifyAsync<ServerSideRequestForgery>(Action(body));

    // In a method of the type's own name the type's name means the method, and nothing binds.
    [Fact]
    public Task AMethodOfTheTypesName_Triggers() => RuleTest.VerifyBrokenAsync<ServerSideRequestForgery>("""
        using System.Net;
        public class Pages
        {
            public object WebRequest(int id, string address) => Open(address);
            public object Open(string address, int id) => this;
            public static object Ask(string host) => [|WebRequest.Create("http://" + host)|];
        }
        """);

    // The builder of a package that is not here: headers choose no host.
    [Theory]
    [InlineData("return (\"https://api.example.org\" + \"/orders\").WithHeader(\"x-key\", address).WithTimeout(10).PostJsonAsync(new { id });")]
    [InlineData("return \"https://api.example.org\".AppendPathSegment(address).GetStringAsync();")]
    public Task HeadersAndSegments_DoNotTrigger(string body) => RuleTest.VerifyBrokenAsync<ServerSideRequestForgery>(Action(body).Replace("using Microsoft.AspNetCore.Mvc;", "using Flurl; using Flurl.Http; using Microsoft.AspNetCore.Mvc;", StringComparison.Ordinal));

    // Whoever runs the program names the address as a whole.
    [Fact]
    public Task AConfiguredAddress_DoesNotTrigger() => RuleTest.VerifyAsync<ServerSideRequestForgery>("""
        using Microsoft.Extensions.Configuration;
        public static class Clients
        {
            public static HttpClient Of(IConfiguration configuration) => new() { BaseAddress = new Uri(configuration["Api:Address"]!) };
        }
        """);
}
