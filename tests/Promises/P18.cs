using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>An event that nobody knows is answered 204 and counted, whatever its name.</summary>
public class P18
{
    [Fact]
    public async Task AnyEventName_IsAnAnswer_AndUnknownOnesAreCounted()
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await service.HookAsync("github");
        var names = Gen.Sample(ArbMap.Default.ArbFor<NonNull<string>>().Generator, 60).Select(static name => name.Get).Append("ping").Append("PUSH").ToList();
        foreach (var name in names.Where(static n => n != "push"))
            Assert.Equal(204, (await service.SendAsync(id, secret, ForgeHooks.Push(), name)).StatusCode);
        Assert.Contains("WebhookEventIgnored", Encoding.UTF8.GetString(service.Written.ToArray()), StringComparison.Ordinal);
    }
}
