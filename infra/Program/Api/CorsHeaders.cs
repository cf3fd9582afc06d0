using System.Text.Json.Nodes;

namespace Ghostbusters.Infra.Api;

/// <summary>What pages of other origins are told. Without origins nothing is said, and browsers keep pages out.</summary>
/// <param name="origins">At most one can stand in an answer that is written beforehand; the first is said.</param>
internal sealed class CorsHeaders(IReadOnlyList<string> origins)
{
    private const string Allowed = "'authorization,content-type,idempotency-key,accept'";

    /// <summary>As API Gateway writes constants: with quotes.</summary>
    public IReadOnlyDictionary<string, string> OfErrors => origins.Count == 0 ? new Dictionary<string, string>() : new Dictionary<string, string>
    {
        ["Access-Control-Allow-Origin"] = $"'{origins[0]}'",
        ["Vary"] = "'Origin'",
    };

    /// <summary>The answer to a browser that asks before it sends.</summary>
    public JsonObject Options(IReadOnlyList<string> verbs)
    {
        var headers = OfErrors.ToDictionary(static h => h.Key, static h => h.Value);
        if (origins.Count > 0)
        {
            headers["Access-Control-Allow-Methods"] = $"'{string.Join(',', verbs)}'";
            headers["Access-Control-Allow-Headers"] = Allowed;
            headers["Access-Control-Max-Age"] = "'600'";
        }
        var declared = new JsonObject();
        var answered = new JsonObject();
        foreach (var (name, value) in headers)
        {
            declared[name] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
            answered["method.response.header." + name] = value;
        }
        return new JsonObject
        {
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "What may be sent.", ["headers"] = declared } },
            ["x-amazon-apigateway-integration"] = new JsonObject
            {
                ["type"] = "mock",
                ["contentHandling"] = "CONVERT_TO_TEXT", // All bodies are binary to this API, and a mock's template is text.
                ["requestTemplates"] = new JsonObject { ["application/json"] = "{\"statusCode\": 204}" },
                ["responses"] = new JsonObject { ["default"] = new JsonObject { ["statusCode"] = "204", ["responseParameters"] = answered } },
            },
        };
    }
}
