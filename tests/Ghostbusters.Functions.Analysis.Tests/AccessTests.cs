using System.Reflection;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Tests.World;
using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>P29, P30, P09: every route against nobody, the wrong scope, another tenant and bad input. The routes come from the annotations.</summary>
public class AccessTests
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

    private static readonly string[] Hostile =
        ["", "null", "[]", "{", "\"", "{\"files\":\"canary\"}", "{\"canary\":1}", "{\"files\":[null]}", "{\"files\":[{\"path\":\"../canary\",\"content\":\"\"}]}", "\u0000canary", "{\"upload\":\"canary\\u0000\\\"\"}", "{\"repository\":{\"url\":\"http://canary\"}}"];

    private static readonly string[] ScopedNames = [.. Handlers.All.Where(static m => m.GetCustomAttribute<RequiresScopeAttribute>() is not null).Select(static m => m.Name)];

    public static TheoryData<string> Scoped => [.. ScopedNames];

    public static TheoryData<string> WithBody =>
        [.. Handlers.All.Where(static m => m.GetCustomAttribute<RestApiAttribute>()?.Method == LambdaHttpMethod.Post && m.GetCustomAttribute<AnonymousAttribute>() is null && m.Name != "Recover").Select(static m => m.Name)];

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

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task BadInput_IsAProblem_ThatEchoesNothing(string method)
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        foreach (var body in Hostile)
        {
            var answer = await service.CallAsync(method, Requests.Of(key, body));
            Assert.InRange(answer.StatusCode, 400, 429);
            using var problem = JsonDocument.Parse(answer.Body);
            Assert.Equal(answer.StatusCode, problem.RootElement.GetProperty("status").GetInt32());
            Assert.DoesNotContain("canary", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TooManySubmissions_AreTold_WhenToComeAgain()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        for (var i = 0; i < Limits.Submissions.Capacity; i++) Assert.Equal(400, (await service.CallAsync("Analyze", Requests.Of(key, "{}"))).StatusCode);
        var refused = await service.CallAsync("Analyze", Requests.Files(key));
        Assert.Equal((429, "1"), (refused.StatusCode, refused.Headers["retry-after"]));
        Assert.Equal(202, (await service.CallAsync("Analyze", Requests.Files(await service.KeyAsync(Service.Bob)))).StatusCode);
    }

    [Fact]
    public async Task AKey_CannotGiveMoreThanItHas()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada, Role.Admin, Scopes.Keys);
        Assert.Equal(400, (await service.CallAsync("CreateKey", Requests.Of(key, """{"label":"more","scopes":["analyses:write"]}"""))).StatusCode);
        var member = await service.KeyAsync(Service.Ada, Role.Member);
        Assert.Equal(403, (await service.CallAsync("CreateKey", Requests.Of(member, """{"label":"same","scopes":["analyses:read"]}"""))).StatusCode);
        var admin = await service.KeyAsync(Service.Ada);
        var made = (await service.CallAsync("CreateKey", Requests.Of(admin, """{"label":"ci","scopes":["analyses:read"]}"""))).Json();
        Assert.Equal(200, (await service.CallAsync("History", Requests.Of(made.Text("key")))).StatusCode);
        Assert.Equal(204, (await service.CallAsync("RevokeKey", Requests.Of(admin, null, ("key_id", made.GetProperty("info").Text("key_id"))))).StatusCode);
        Assert.Equal(401, (await service.CallAsync("History", Requests.Of(made.Text("key")))).StatusCode);
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
