using System.Text;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Infra.Api;

/// <summary>What the gateway answers by itself: problem details like the service's own, which echo nothing.</summary>
internal static class GatewayAnswers
{
    private static readonly IReadOnlyDictionary<string, Problem> All = new SortedDictionary<string, Problem>(StringComparer.Ordinal)
    {
        ["ACCESS_DENIED"] = Problem.Forbidden,
        ["BAD_REQUEST_BODY"] = Problem.Invalid("The body does not have the form that the API's document shows."),
        ["BAD_REQUEST_PARAMETERS"] = Problem.Invalid("A parameter is missing."),
        ["DEFAULT_5XX"] = Problem.Internal,
        ["EXPIRED_TOKEN"] = Problem.Unauthorized with { Detail = "The token has expired. Sign in again." },
        ["INVALID_API_KEY"] = Problem.Forbidden with { Detail = "The gateway key in x-api-key is missing or unknown." },
        ["MISSING_AUTHENTICATION_TOKEN"] = Problem.NotFound, // The gateway's word for a path or verb that it does not know.
        ["QUOTA_EXCEEDED"] = Problem.TooManyRequests(TimeSpan.FromHours(1)) with { Detail = "The gateway key's quota is used up." },
        ["REQUEST_TOO_LARGE"] = Problem.TooLarge("Announce an upload instead."),
        ["THROTTLED"] = Problem.TooManyRequests(TimeSpan.FromSeconds(1)),
        ["UNAUTHORIZED"] = Problem.Unauthorized,
        ["UNSUPPORTED_MEDIA_TYPE"] = Problem.UnsupportedMedia("Send JSON."),
    };

    public static JsonObject ToJson(CorsHeaders cors)
    {
        // What is not named keeps its status and the gateway's own words, and pages may read it.
        var answers = new JsonObject { ["DEFAULT_4XX"] = new JsonObject { ["responseParameters"] = Headers(cors) } };
        foreach (var (kind, problem) in All)
        {
            var headers = Headers(cors);
            headers["gatewayresponse.header.Content-Type"] = $"'{ProblemWriter.MediaType}'";
            if (problem.RetryAfter is { } wait) headers["gatewayresponse.header.Retry-After"] = $"'{(int)wait.TotalSeconds}'";
            answers[kind] = new JsonObject
            {
                ["statusCode"] = problem.Status,
                ["responseParameters"] = headers,
                ["responseTemplates"] = new JsonObject { ["application/json"] = Encoding.UTF8.GetString(ProblemWriter.Write(problem)) },
            };
        }
        return answers;
    }

    private static JsonObject Headers(CorsHeaders cors) =>
        new(cors.OfErrors.Select(static h => KeyValuePair.Create("gatewayresponse.header." + h.Key, (JsonNode?)h.Value)));
}
