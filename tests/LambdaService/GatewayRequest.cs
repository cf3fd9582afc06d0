using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Ghostbusters.LambdaService;

/// <summary>An HTTP request as both of API Gateway's events tell it.</summary>
/// <param name="Id">The gateway's request id.</param>
/// <param name="RawPath">With its percent signs, without the query.</param>
internal sealed record GatewayRequest(
    string Id, string Method, string RawPath, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, IReadOnlyList<KeyValuePair<string, StringValues>> Query,
    string Host, string SourceIp, DateTimeOffset At)
{
    public const string Account = "123456789012";
    public const string Api = "gateway";
    public const string Stage = "live";

    public string? UserAgent => Headers.FirstOrDefault(static header => header.Key.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)).Value.LastOrDefault();

    public static GatewayRequest Of(HttpContext http, string id, DateTimeOffset now)
    {
        var ip = http.Connection.RemoteIpAddress!.ToString();
        // What the gateway adds.
        List<KeyValuePair<string, StringValues>> headers =
        [
            .. http.Request.Headers,
            new("X-Forwarded-For", ip), new("X-Forwarded-Port", "443"), new("X-Forwarded-Proto", "https"),
            new("X-Amzn-Trace-Id", $"Root=1-{now.ToUnixTimeSeconds():x8}-{id.Replace("-", "", StringComparison.Ordinal)[..24]}"),
        ];
        var path = http.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        return new GatewayRequest(id, http.Request.Method, path, headers, [.. http.Request.Query], http.Request.Host.Host, ip, now);
    }

    /// <summary>Of several values the last; null where there is nothing.</summary>
    public static JsonObject? Last(IReadOnlyList<KeyValuePair<string, StringValues>> values) =>
        values.Count == 0 ? null : new JsonObject(values.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)(pair.Value.LastOrDefault() ?? ""))));

    public static JsonObject? All(IReadOnlyList<KeyValuePair<string, StringValues>> values) =>
        values.Count == 0 ? null : new JsonObject(values.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(static text => JsonValue.Create(text))]))));

    /// <summary>As <c>26/Nov/2026:01:02:03 +0000</c>.</summary>
    public static string TimeText(DateTimeOffset time) => time.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss +0000", System.Globalization.CultureInfo.InvariantCulture);
}
