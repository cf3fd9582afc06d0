using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>Makes answers.</summary>
internal static class Answers
{
    public static APIGatewayProxyResponse Json<T>(int status, T value, JsonTypeInfo<T> type) => new()
    {
        StatusCode = status,
        Headers = Headers("application/json"),
        Body = JsonSerializer.Serialize(value, type),
    };

    public static APIGatewayProxyResponse Empty(int status) => new() { StatusCode = status, Headers = new Dictionary<string, string> { ["cache-control"] = "no-store" } };

    public static APIGatewayProxyResponse Problem(Problem problem) => new()
    {
        StatusCode = problem.Status,
        Headers = new Dictionary<string, string>(ProblemWriter.Headers(problem)),
        Body = Encoding.UTF8.GetString(ProblemWriter.Write(problem)),
    };

    /// <summary>Text that no script of it may run and nobody may sniff another type in.</summary>
    public static Dictionary<string, string> Headers(string contentType) => new()
    {
        ["content-type"] = contentType,
        ["cache-control"] = "no-store",
        ["x-content-type-options"] = "nosniff",
    };
}
