using System.Text.Json.Nodes;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Infra.Api;
using Ghostbusters.Infra.Compute;
using Ghostbusters.Infra.Messaging;
using Ghostbusters.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Ghostbusters.Infra.Watching;

/// <summary>The stack at a glance: alarms first, then the API, each function, and what waits in queues.</summary>
public sealed class Board : ComponentResource
{
    private const int Width = 12;
    private const int Height = 6;

    public Board(string name, BoardArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:Board", name, options)
    {
        _ = new Dashboard(name, new DashboardArgs
        {
            DashboardName = args.Scope.Names.Of(name),
            DashboardBody = Output.Tuple(args.Scope.Region, Output.All([.. args.Alarms.Select(static a => (Input<string>)a.Arn)])).Apply(known => Write(args, known.Item1, known.Item2)),
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>Alarms have the first row, graphs stand two by two below.</summary>
    private static string Write(BoardArgs args, string region, IReadOnlyList<string> alarms)
    {
        var shown = new JsonObject { ["title"] = "Alarms", ["alarms"] = new JsonArray([.. alarms.Select(static a => (JsonNode)a)]) };
        var graphs = Graphs(args, region).Select(static (graph, place) => Widget("metric", graph, place % 2 * Width, (1 + (place / 2)) * Height, Width));
        return new JsonObject { ["widgets"] = new JsonArray([Widget("alarm", shown, 0, 0, 2 * Width), .. graphs]) }.ToJsonString(JsonText.Options);
    }

    private static IEnumerable<JsonObject> Graphs(BoardArgs args, string region)
    {
        yield return Graph("API: requests and failures", region, "Sum", ["Count", "4XXError", "5XXError"], "AWS/ApiGateway", "ApiName", args.Api.Name);
        yield return Graph("API: p95 in ms", region, "p95", ["Latency", "IntegrationLatency"], "AWS/ApiGateway", "ApiName", args.Api.Name);
        foreach (var function in args.Functions)
        {
            yield return Graph(function.Name + ": calls, errors, throttles", region, "Sum", ["Invocations", "Errors", "Throttles"], "AWS/Lambda", "FunctionName", function.FunctionName);
            yield return Graph(function.Name + ": p95 in ms", region, "p95", ["Duration"], "AWS/Lambda", "FunctionName", function.FunctionName);
        }

        foreach (var queue in args.Queues)
        {
            yield return Graph(queue.Name + ": waiting", region, "Maximum", ["ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"], "AWS/SQS", "QueueName", args.Scope.Names.Of(queue.Name));
            yield return Graph(queue.Name + ": dead letters", region, "Maximum", ["ApproximateNumberOfMessagesVisible"], "AWS/SQS", "QueueName", args.Scope.Names.Of(new QueueName(queue.Name).DeadLetters.Value));
        }
    }

    private static JsonObject Graph(string title, string region, string statistic, string[] metrics, string space, string dimension, string value) => new()
    {
        ["title"] = title,
        ["region"] = region,
        ["stat"] = statistic,
        ["period"] = 300,
        ["metrics"] = new JsonArray([.. metrics.Select(m => (JsonNode)new JsonArray(space, m, dimension, value))]),
    };

    private static JsonNode Widget(string type, JsonObject properties, int x, int y, int width) =>
        new JsonObject { ["type"] = type, ["x"] = x, ["y"] = y, ["width"] = width, ["height"] = Height, ["properties"] = properties };
}

/// <summary>What a <see cref="Board"/> shows.</summary>
public sealed record BoardArgs
{
    public required StackScope Scope { get; init; }

    public required ApiStack Api { get; init; }

    public required IReadOnlyList<FunctionResource> Functions { get; init; }

    public required IReadOnlyList<QueueWithDlq> Queues { get; init; }

    public required IReadOnlyList<Alarm> Alarms { get; init; }
}
