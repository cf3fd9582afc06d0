using System.Text.Json;

namespace Ghostbusters.Functions.Logs;

/// <summary>The parts of a line.</summary>
internal static class LogLine
{
    private const int MaximumFields = 40;
    private const int MaximumDepth = 5;

    public static void WriteContext(Utf8JsonWriter json, LogContext context)
    {
        json.WriteString("stage", context.Stage);
        Optional(json, "tenant_hash", context.TenantHash);
        Optional(json, "scan_id", context.ScanId);
        Optional(json, "request_id", context.RequestId);
        Optional(json, "trace_id", context.TraceId);
    }

    /// <summary>Under a name of their own, so that no field can pass for the line's level or tenant.</summary>
    public static void WriteFields(Utf8JsonWriter json, ReadOnlySpan<LogField> fields)
    {
        if (fields.IsEmpty) return;
        json.WriteStartObject("fields");
        foreach (var field in fields[..Math.Min(fields.Length, MaximumFields)])
        {
            json.WritePropertyName(field.Name);
            if (field.Kind == LogFieldKind.Flag) json.WriteBooleanValue(field.Number != 0);
            else if (field.Kind == LogFieldKind.Number && double.IsFinite(field.Number)) json.WriteNumberValue(field.Number);
            else if (field.Text is { } text) json.WriteStringValue(LogMask.Apply(text));
            else json.WriteNullValue();
        }
        json.WriteEndObject();
    }

    public static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartArray("exceptions");
        var depth = 0;
        for (Exception? each = exception; each is not null && depth < MaximumDepth; each = each.InnerException, depth++)
        {
            json.WriteStartObject();
            json.WriteString("type", each.GetType().FullName);
            json.WriteString("message", LogMask.Apply(each.Message));
            if (each.StackTrace is { } stack) json.WriteString("stack", LogMask.Apply(stack));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
