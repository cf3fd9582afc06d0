using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>Keys give what their makers have, and limits are per tenant.</summary>
public class KeyTests
{
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
}
