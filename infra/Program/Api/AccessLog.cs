using System.Text.Json.Nodes;
using Ghostbusters.Infra.Permissions;

namespace Ghostbusters.Infra.Api;

/// <summary>A line of JSON a request, without what could tell a person: no address, no user agent, no query.</summary>
internal static class AccessLog
{
    public static string Rest { get; } = Line("httpMethod", "resourcePath", "status", "responseLatency", "integrationLatency", "responseLength", "integrationErrorMessage");

    public static string Socket { get; } = Line("eventType", "routeKey", "status", "connectionId", "integrationErrorMessage");

    private static string Line(params string[] names)
    {
        var line = new JsonObject { ["requestId"] = "$context.requestId", ["time"] = "$context.requestTimeEpoch" };
        foreach (var name in names) line[name] = "$context." + name;
        return line.ToJsonString(JsonText.Options);
    }
}
