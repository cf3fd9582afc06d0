using System.Text.Json;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Local.Workflows;

namespace Ghostbusters.Functions.World;

/// <summary>The tasks of the context's state machine, as generated handlers.</summary>
internal sealed class PartTasks(Func<Handlers> handlers)
{
    private const string Prefix = "local:";

    public static IReadOnlyDictionary<string, string> Machines { get; } = new Dictionary<string, string> { [FanOut.Workflow] = PartsWorkflow.Definition().ToJson(static function => Prefix + function) };

    public async Task<JsonNode?> RunAsync(WorkflowTask task, CancellationToken cancellation)
    {
        var order = task.Input.Deserialize(AnalysisJson.Default.PartsOrder)!;
        var name = task.Resource[Prefix.Length..];
        return name == "PlanParts"
            ? JsonSerializer.SerializeToNode(await handlers().InvokeAsync<PartsPlan?>(name, order, new Invocation()), AnalysisJson.Default.PartsPlan!)
            : JsonSerializer.SerializeToNode(await handlers().InvokeAsync<PartDone>(name, order, new Invocation()), AnalysisJson.Default.PartDone);
    }
}
