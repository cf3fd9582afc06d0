using System.Reflection;
using Ghostbusters.Functions.Analysis.Fetching;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Webhooks;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>A webhook answers without going out: it writes and queues, and what it is made of has no other way, however deep one looks.</summary>
public class P17
{
    [Fact]
    public void AWebhook_HasNoOutboundPort()
    {
        var webhook = Handlers.All.Single(static m => m.Name == "GitHubWebhook").DeclaringType!;
        var parts = PartsOf(webhook).Distinct().ToList();
        Assert.Contains(typeof(WebhookIntake), parts);
        Assert.DoesNotContain(typeof(SafeHttp), parts);
        Assert.DoesNotContain(typeof(HttpClient), parts);
        Assert.Contains(typeof(SafeHttp), PartsOf(typeof(FetchStage)));
    }

    private static IEnumerable<Type> PartsOf(Type type) => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).SelectMany(static c => c.GetParameters())
        .Select(static p => p.ParameterType).SelectMany(static part => part.Namespace?.StartsWith("Ghostbusters.Functions.Analysis", StringComparison.Ordinal) == true ? PartsOf(part).Prepend(part) : [part]);
}
