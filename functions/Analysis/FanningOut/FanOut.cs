using System.Text.Json;
using Ghostbusters.Engine.Files;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>Has a large source of several projects analysed in parts, by the state machine of that name.</summary>
internal sealed class FanOut(IWorkflow workflow, AnalysisProgression progress, FanOutOptions options)
{
    public const string Workflow = "analysis-parts";

    /// <summary>Whether it is worth it.</summary>
    public bool IsFor(FileTree tree) =>
        tree.Paths.Count(static path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)) > 1
        && tree.Paths.Where(static path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).Sum(path => (long)tree.Read(path).Length) >= options.MinimumBytes;

    /// <summary>Starts it; started again it is no second one. Where it ended without the analysis' end, that has failed.</summary>
    public async Task StartAsync(StageCall call)
    {
        var name = new ExecutionName(call.AnalysisId);
        if (await workflow.GetAsync(call.Tenant, Workflow, name, call.Cancellation).ConfigureAwait(false) is { } there)
        {
            if (there.State is ExecutionState.Failed or ExecutionState.TimedOut or ExecutionState.Stopped) await progress.FailAsync(call, "analyse-failed").ConfigureAwait(false);
            return;
        }
        var order = new PartsOrder { Tenant = call.Tenant.Value, AnalysisId = call.AnalysisId, Trace = new Dictionary<string, string>(call.Trace.Attributes) };
        await workflow.StartAsync(call.Tenant, Workflow, name, JsonSerializer.Serialize(order, AnalysisJson.Default.PartsOrder), call.Cancellation).ConfigureAwait(false);
    }
}
