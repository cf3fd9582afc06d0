using System.Text;
using Amazon.SQS.Model;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Aws.Sqs;

/// <summary>Attributes of a message on SQS's wire.</summary>
public static class SqsAttributes
{
    internal static Dictionary<string, MessageAttributeValue> Write(TenantId tenant, OutgoingMessage message)
    {
        var wire = message.Attributes.ToDictionary(static a => a.Key, static a => Text(a.Value));
        wire[MessageAttributeNames.Tenant] = Text(tenant.Value);
        return wire;
    }

    internal static MessageAttributeValue Text(string value) => new() { DataType = "String", StringValue = value };

    internal static int SizeOf(OutgoingMessage message) =>
        Encoding.UTF8.GetByteCount(message.Body) + 128 + message.Attributes.Sum(static a => Encoding.UTF8.GetByteCount(a.Key) + Encoding.UTF8.GetByteCount(a.Value) + 16);

    /// <summary>Takes the tenant out of a message's attributes; null where none, or none that is one, is there: park it.</summary>
    public static TenantId? TenantOf(IReadOnlyDictionary<string, string> attributes)
    {
        if (!attributes.TryGetValue(MessageAttributeNames.Tenant, out var text)) return null;
        if (text == TenantId.Platform.Value) return TenantId.Platform;
        return TenantId.TryParse(text, out var tenant) ? tenant : null;
    }
}
