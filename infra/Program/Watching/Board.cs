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

    private readonly JsonArray _widgets = [];

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

    private string Write(BoardArgs args, string region, IReadOnlyList<string> alarms)
    {
        Add("alarm", new JsonObject { ["title"] = "Alarms", ["alarms"] = new JsonArray([.. alarms.Select(static a => (JsonNode)a)]) }, 2 * Width);
        AddGraph("API: requests and failures", region, "Sum", ["Count", "4XXError", "5XXError"], "AWS/ApiGateway", "ApiName", args.Api.Name);
        AddGraph("API: p95 in ms", region, "p95", ["Latency", "IntegrationLatency"], "AWS/ApiGateway", "ApiName", args.Api.Name);
        foreach (var function in args.Functions)
        {
            AddGraph(function.Name + ": calls, errors, throttles", region, "Sum", ["Invocations", "Errors", "Throttles"], "AWS/Lambda", "FunctionName", function.FunctionName);
            AddGraph(function.Name + ": p95 in ms", region, "p95", ["Duration"], "AWS/Lambda", "FunctionName", function.FunctionName);
        }
        foreach (var queue in args.Queues)
        {
            AddGraph(queue.Name + ": waiting", region, "Maximum", ["ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"], "AWS/SQS", "QueueName", args.Scope.Names.Of(queue.Name));
            AddGraph(queue.Name + ": dead letters", region, "Maximum", ["ApproximateNumberOfMessagesVisible"], "AWS/SQS", "QueueName", args.Scope.Names.Of(new QueueName(queue.Name).DeadLetters.Value));
        }
        return new JsonObject { ["widgets"] = _widgets.DeepClone() }.ToJsonString(JsonText.Options);
    }

    private void AddGraph(string title, string region, string statistic, string[] metrics, string space, string dimension, string value) => Add("metric", new JsonObject
    {
        ["title"] = title,
        ["region"] = region,
        ["stat"] = statistic,
        ["period"] = 300,
        ["metrics"] = new JsonArray([.. metrics.Select(m => (JsonNode)new JsonArray(space, m, dimension, value))]),
    }, Width);

    private void Add(string type, JsonObject properties, int width)
    {
        var place = _widgets.Count == 0 ? 0 : _widgets.Count - 1; // The first has a row of its own.
        var row = _widgets.Count == 0 ? 0 : 1 + (place / 2);
        _widgets.Add((JsonNode)new JsonObject { ["type"] = type, ["x"] = _widgets.Count == 0 ? 0 : Width * (place % 2), ["y"] = Height * row, ["width"] = width, ["height"] = Height, ["properties"] = properties });
    }
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
