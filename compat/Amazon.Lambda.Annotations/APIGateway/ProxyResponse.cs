using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The two documents that API Gateway takes for an answer.</summary>
internal static class ProxyResponse
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Stream WriteRestApi(HttpStatusCode status, Dictionary<string, IList<string>> headers, ResponseBody body) => Write(status, body, writer =>
    {
        if (headers is null)
            return;

        writer.WriteStartObject("multiValueHeaders");
        foreach (var (name, values) in headers)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
                writer.WriteStringValue(value);

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    public static Stream WriteHttpApi(HttpStatusCode status, Dictionary<string, IList<string>> headers, ResponseBody body) => Write(status, body, writer =>
    {
        if (headers is null)
            return;

        writer.WriteStartObject("headers");
        foreach (var (name, values) in headers)
            writer.WriteString(name, string.Join(',', values));

        writer.WriteEndObject();
    });

    private static MemoryStream Write(HttpStatusCode status, ResponseBody body, Action<Utf8JsonWriter> writeHeaders)
    {
        var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", (int)status);
            writeHeaders(writer);
            writer.WriteString("body", body.Text);
            writer.WriteBoolean("isBase64Encoded", body.IsBase64);
            writer.WriteEndObject();
        }

        stream.Position = 0;
        return stream;
    }
}
