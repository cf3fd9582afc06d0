using System.Text;
using System.Text.Json;

namespace Ghostbusters.Compat;

/// <summary>RFC 9457 problem details of a request that could not be read.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";
    public const string ErrorType = "ValidationException";

    public static string BadRequest(IReadOnlyCollection<string> invalid)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", "Bad Request");
            writer.WriteNumber("status", 400);
            writer.WriteString("detail", $"Not readable: {string.Join(", ", invalid.Distinct())}.");
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
