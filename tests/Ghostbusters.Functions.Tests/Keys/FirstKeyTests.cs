using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Tests.Storage;

namespace Ghostbusters.Functions.Tests.Keys;

public class FirstKeyTests
{
    [Fact]
    public async Task ATenantsFirstKey_IsMadeOnce_AndMayDoAll()
    {
        var keys = new ApiKeys(await TableAdapters.DynamoAsync(TimeProvider.System), new UlidGenerator(TimeProvider.System), TimeProvider.System);
        var (ada, bob) = (TenantId.Parse("ada"), TenantId.Parse("bob"));
        var first = await FirstKey.MakeAsync(keys, ada, ["b:write", "a:read"], CancellationToken.None);
        var caller = await keys.VerifyAsync(first, CancellationToken.None);
        Assert.Equal((ada, Role.Owner, true, true), (caller!.Tenant, caller.Role, caller.May("a:read"), caller.May("b:write")));
        Assert.Null(await FirstKey.MakeAsync(keys, ada, ["a:read"], CancellationToken.None));
        Assert.NotNull(await FirstKey.MakeAsync(keys, bob, ["a:read"], CancellationToken.None));
    }
}
