using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Metrics;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Stages;

/// <summary>Keeps messages that no attempt can make good, with the reason, for 14 days: retries would only cost.</summary>
internal sealed class ParkedMessages([FromKeyedServices(TableNames.Analysis)] ITable table, EmfMetrics metrics, TimeProvider clock)
{
    public const string Partition = "parked";

    private const int MaximumBody = 200 * 1024;

    private static readonly TimeSpan Retention = TimeSpan.FromDays(14);

    public async Task ParkAsync(TenantId? tenant, string stage, SQSEvent.SQSMessage message, string reason, CancellationToken cancellation)
    {
        var body = message.Body ?? "";
        var values = AttributeMap.Of(
            ("stage", stage), ("reason", reason), ("body", body.Length <= MaximumBody ? body : body[..MaximumBody]), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        var key = new ItemKey(Partition, string.IsNullOrEmpty(message.MessageId) ? Digest.Of(body) : message.MessageId);
        await table.PutAsync(tenant ?? TenantId.Platform, new ItemDraft(key, values) { ExpiresAt = clock.GetUtcNow() + Retention }, WriteCondition.None, cancellation).ConfigureAwait(false);
        metrics.Add("MessageParked", 1);
        metrics.Flush();
    }
}
