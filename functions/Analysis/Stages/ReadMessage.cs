using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Tracing;

namespace Ghostbusters.Functions.Analysis.Stages;

/// <summary>A message as a stage received it, or why it is none.</summary>
/// <param name="Tenant">Null: it names none.</param>
/// <param name="Message">Null: it is none of ours.</param>
/// <param name="Fault">Why it is parked; null where it is good.</param>
internal sealed record ReadMessage(TenantId? Tenant, StageMessage? Message, TraceContext Trace, int Attempt, string? Fault)
{
    private const string ReceiveCount = "ApproximateReceiveCount";

    public static ReadMessage Of(SQSEvent.SQSMessage message)
    {
        var attributes = (message.MessageAttributes ?? []).Where(static a => a.Value?.StringValue is not null)
            .ToDictionary(static a => a.Key, static a => a.Value.StringValue, StringComparer.Ordinal);
        var attempt = message.Attributes?.TryGetValue(ReceiveCount, out var count) == true && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var trace = TraceContext.Continue(attributes);
        TenantId? tenant = TenantId.TryParse(attributes.GetValueOrDefault(MessageAttributeNames.Tenant), out var named) ? named : null;
        var read = Parse(message.Body);
        var fault = tenant is null ? "no-tenant" : read is null ? "no-json" : read.Schema != StageMessage.CurrentSchema ? "unknown-schema" : !UlidGenerator.IsId(read.AnalysisId) ? "no-analysis" : null;
        return new ReadMessage(tenant, read, trace, attempt, fault);
    }

    private static StageMessage? Parse(string? body)
    {
        if (string.IsNullOrEmpty(body)) return null;
        try
        {
            return JsonSerializer.Deserialize(body, AnalysisJson.Default.StageMessage);
        }
        catch (JsonException)
        {
            return null; // Whoever reads the parked message sees what it was.
        }
    }
}
