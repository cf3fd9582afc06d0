using System.Text;
using System.Text.Json;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.LambdaService;

/// <summary>What a function answers a gateway.</summary>
internal sealed record ProxyAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The gateway's own, where the function failed or answers what is no answer.</summary>
    public static ProxyAnswer Failure(int status, string message) =>
        new(status, [new("content-type", "application/json")], Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""));

    public static ProxyAnswer Of(InvocationOutcome outcome)
    {
        if (outcome.IsError) return Failure(502, "Internal server error");
        try
        {
            using var document = JsonDocument.Parse(outcome.Body);
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Failure(502, "Internal server error"); // As the gateway calls a malformed proxy answer.
        }
    }

    private static ProxyAnswer Read(JsonElement answer)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in Members(answer, "headers")) headers.Add(new(header.Name, header.Value.GetString() ?? ""));
        foreach (var header in Members(answer, "multiValueHeaders"))
        {
            headers.RemoveAll(known => known.Key.Equals(header.Name, StringComparison.OrdinalIgnoreCase));
            headers.AddRange(header.Value.EnumerateArray().Select(value => KeyValuePair.Create(header.Name, value.GetString() ?? "")));
        }
        var text = answer.TryGetProperty("body", out var body) ? body.GetString() ?? "" : "";
        var isBase64 = answer.TryGetProperty("isBase64Encoded", out var said) && said.GetBoolean();
        return new ProxyAnswer(answer.GetProperty("statusCode").GetInt32(), headers, isBase64 ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text));
    }

    private static IEnumerable<JsonProperty> Members(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Object ? members.EnumerateObject() : [];
}
