using System.Buffers;
using System.Text.Json;

namespace Ghostbusters.Functions.Logs;

/// <summary>
/// Writes logs: one JSON object a line. Whole lines are written at once and under a lock, so that threads do not mix them.
/// </summary>
/// <remarks>Implementation note: a JSON writer and no serializer: nothing to reflect on, so it compiles ahead of time as it is.</remarks>
public sealed class JsonLog(Stream output, TimeProvider clock, LogLevel minimum, LogContext context)
{
    private readonly Lock _lock = new();

    /// <summary>The same log with more context; lines of both stay whole.</summary>
    public JsonLog With(LogContext other) => new(output, clock, minimum, other, _lock);

    private JsonLog(Stream output, TimeProvider clock, LogLevel minimum, LogContext context, Lock shared) : this(output, clock, minimum, context) => _lock = shared;

    public LogContext Context => context;

    public bool IsEnabled(LogLevel level) => level >= minimum;

    public void Debug(string name, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Debug, name, null, fields);

    public void Information(string name, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Information, name, null, fields);

    public void Warning(string name, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Warning, name, null, fields);

    /// <param name="name">What happened: a constant such as <c>message-failed</c>.</param>
    /// <param name="exception">Its type, masked message and stack are written.</param>
    public void Error(string name, Exception? exception, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Error, name, exception, fields);

    private void Write(LogLevel level, string name, Exception? exception, ReadOnlySpan<LogField> fields)
    {
        if (!IsEnabled(level)) return;
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = false }))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("level", level.ToString());
            json.WriteString("event", name);
            LogLine.WriteContext(json, context);
            LogLine.WriteFields(json, fields);
            if (exception is not null) LogLine.WriteException(json, exception);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        lock (_lock)
        {
            output.Write(buffer.WrittenSpan);
            output.Flush();
        }
    }
}
