using System.Reflection;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>Every route against nobody, the wrong scope, an expired key and another tenant. The routes come from the annotations.</summary>
public class P29
{
    /// <summary>What a route does with a caller who may: a route without a row fails <see cref="EveryRoute_HasARow"/>.</summary>
    private static readonly Dictionary<string, (string? Body, int Status)> Rows = new(StringComparer.Ordinal)
    {
        ["Analyze"] = (Requests.FilesBody, 202),
        ["Upload"] = ($$"""{"length":1,"sha256":"{{new string('a', 64)}}"}""", 201),
        ["Result"] = (null, 200),
        ["History"] = (null, 200),
        ["DeleteResult"] = (null, 204),
        ["Recover"] = (null, 409),
        ["CreateKey"] = ("""{"label":"ci","scopes":["analyses:read"]}""", 201),
        ["ListKeys"] = (null, 200),
        ["RevokeKey"] = (null, 404),
        ["CreateHook"] = ("""{"kind":"github","repository":"https://github.com/ada/shop"}""", 201),
        ["ListHooks"] = (null, 200),
        ["DeleteHook"] = (null, 404),
        ["ProgressConnect"] = (null, 200),
    };

    private static readonly string[] ScopedNames = [.. Handlers.All.Where(static m => m.GetCustomAttribute<RequiresScopeAttribute>() is not null).Select(static m => m.Name)];

    public static TheoryData<string> Scoped => [.. ScopedNames];

    [Fact]
    public void EveryRoute_HasARow_AndSaysWhoMayCallIt()
    {
        var routes = Handlers.All.Where(static m => m.GetCustomAttribute<RestApiAttribute>() is not null || m.GetCustomAttribute<WebSocketRouteAttribute>() is not null).ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, static route => Assert.True(route.GetCustomAttribute<RequiresScopeAttribute>() is null ^ route.GetCustomAttribute<AnonymousAttribute>() is null, route.Name));
        Assert.Equal(ScopedNames.Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scoped))]
    public async Task ARoute_LetsIn_WhomItsScopeAllows_AndNobodyElse(string method)
    {
        await using var service = await Service.StartAsync();
        var scope = Handlers.All.Single(m => m.Name == method).GetCustomAttribute<RequiresScopeAttribute>()!.Scope;
        var ada = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(ada))).Json().Text("analysis_id");

        await IsProblemAsync(service, method, Request(null, method, id), 401);
        await IsProblemAsync(service, method, Request("gb_" + new string('a', 43), method, id), 401);
        await IsProblemAsync(service, method, Request("eyJhbGciOiJub25lIn0.e30.", method, id), 401);
        await IsProblemAsync(service, method, Request(await service.KeyAsync(Service.Ada, Role.Owner, [.. Scopes.All.Where(s => s != scope)]), method, id), 403);
        var own = await service.CallAsync(method, Request(await service.KeyAsync(Service.Ada, Role.Owner, Rows[method].Status == 201 && method == "CreateKey" ? [.. Scopes.All] : [scope]), method, id));
        Assert.Equal(Rows[method].Status, own.StatusCode);
    }

    [Fact]
    public async Task AnExpiredKey_IsNobodys()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        service.Clock.Advance(TimeSpan.FromDays(2));
        await IsProblemAsync(service, "History", Requests.Of(key), 401);
    }

    /// <summary>A person's token is as good as a key, for its own scopes and its own tenant, until it ends.</summary>
    [Fact]
    public async Task AnAccessToken_LetsItsPersonIn()
    {
        await using var service = await Service.StartAsync();
        var token = Service.Pool.Token(Service.Ada, Scopes.Read, service.Clock.GetUtcNow());
        var id = (await service.CallAsync("Analyze", Requests.Files(await service.KeyAsync(Service.Ada)))).Json().Text("analysis_id");
        Assert.Equal(200, (await service.CallAsync("Result", Requests.Of(token, null, ("analysis_id", id)))).StatusCode);
        Assert.Equal(404, (await service.CallAsync("Result", Requests.Of(Service.Pool.Token(Service.Bob, Scopes.Read, service.Clock.GetUtcNow()), null, ("analysis_id", id)))).StatusCode);
        await IsProblemAsync(service, "DeleteResult", Requests.Of(token, null, ("analysis_id", id)), 403);
        service.Clock.Advance(TimeSpan.FromHours(2));
        await IsProblemAsync(service, "Result", Requests.Of(token, null, ("analysis_id", id)), 401);
    }

    [Theory]
    [InlineData("Result")]
    [InlineData("DeleteResult")]
    [InlineData("Recover")]
    public async Task AnotherTenantsId_IsOneThatNeverWas(string method)
    {
        await using var service = await Service.StartAsync();
        var id = (await service.CallAsync("Analyze", Requests.Files(await service.KeyAsync(Service.Ada)))).Json().Text("analysis_id");
        var bob = await service.KeyAsync(Service.Bob);
        var others = await service.CallAsync(method, Requests.Of(bob, null, ("analysis_id", id)));
        var nobodys = await service.CallAsync(method, Requests.Of(bob, null, ("analysis_id", "01arz3ndektsv4rrffq69g5fav")));
        Assert.Equal((404, nobodys.Body), (others.StatusCode, others.Body));
    }

    private static APIGatewayProxyRequest Request(string? key, string method, string id)
    {
        var request = Requests.Of(key, Rows[method].Body, ("analysis_id", id), ("key_id", "01arz3ndektsv4rrffq69g5fav"), ("hook_id", "01arz3ndektsv4rrffq69g5fav"));
        request.RequestContext = new APIGatewayProxyRequest.ProxyRequestContext { ConnectionId = "connection=" };
        return request;
    }

    private static async Task IsProblemAsync(Service service, string method, APIGatewayProxyRequest request, int status)
    {
        var answer = await service.CallAsync(method, request);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Headers["content-type"]));
        Assert.Equal(status, answer.Json().GetProperty("status").GetInt32());
    }
}
