#nullable enable
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception in the two forms that Lambda takes: the error document, and X-Ray's cause for a header.</summary>
internal static class ErrorReport
{
    private const int LongestDocument = 256 * 1024;
    private const int LongestCause = 64 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string TypeOf(Exception failure) => failure is ResponseTooLargeException ? "Function.ResponseSizeTooLarge" : failure.GetType().Name;

    public static ArraySegment<byte> Json(Exception failure)
    {
        var whole = Write(Readable, writer => WriteError(writer, failure, depth: 0));
        return whole.Count <= LongestDocument
            ? whole
            : Write(Readable, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("errorType", TypeOf(failure));
                writer.WriteString("errorMessage", "The error's description has more than 256 KB and is left out.");
                writer.WriteEndObject();
            });
    }

    /// <summary>ASCII on one line, as a header must be; null if it would be too long for one.</summary>
    public static string? XRayCause(Exception failure)
    {
        // The default encoder escapes all that is not ASCII.
        var json = Write(default, writer => WriteCause(writer, failure));
        return json.Count <= LongestCause ? System.Text.Encoding.ASCII.GetString(json) : null;
    }

    private static void WriteError(Utf8JsonWriter writer, Exception failure, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", TypeOf(failure));
        writer.WriteString("errorMessage", failure.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var frame in Frames(failure))
            writer.WriteStringValue(frame);

        writer.WriteEndArray();
        // A chain of causes may be endless by construction; a report is read by people.
        if (failure.InnerException is { } cause && depth < 16)
        {
            writer.WritePropertyName("cause");
            WriteError(writer, cause, depth + 1);
        }

        if (failure is AggregateException several && depth < 16)
        {
            writer.WriteStartArray("causes");
            foreach (var one in several.InnerExceptions)
                WriteError(writer, one, depth + 1);

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteCause(Utf8JsonWriter writer, Exception failure)
    {
        writer.WriteStartObject();
        writer.WriteString("working_directory", Environment.CurrentDirectory);
        writer.WriteStartArray("exceptions");
        writer.WriteStartObject();
        writer.WriteString("type", TypeOf(failure));
        writer.WriteString("message", failure.Message);
        writer.WriteStartArray("stack");
        foreach (var frame in Frames(failure))
        {
            writer.WriteStartObject();
            writer.WriteString("label", frame);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("paths");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string[] Frames(Exception failure) =>
        failure.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static ArraySegment<byte> Write(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
            write(writer);

        return new ArraySegment<byte>(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
