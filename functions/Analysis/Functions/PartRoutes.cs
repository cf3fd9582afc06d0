using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Analysis;

/// <summary>The tasks of <see cref="PartsWorkflow"/>. Nobody else invokes them.</summary>
internal sealed class PartRoutes(Parts parts, PartRunner runner)
{
    [LambdaFunction(ResourceName = "PlanParts", MemorySize = 3072, Timeout = 900)]
    [Uses(ResourceKind.Table, Access.All), Uses(ResourceKind.Blobs, Access.Read), Uses(ResourceKind.Connections, Access.Write)]
    [Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    public Task<PartsPlan?> PlanParts(PartsOrder order, ILambdaContext context) => runner.RunAsync(order, context, parts.PlanAsync);

    [LambdaFunction(ResourceName = "AnalysePart", MemorySize = 3072, Timeout = 900)]
    [Uses(ResourceKind.Table, Access.All), Uses(ResourceKind.Blobs, Access.ReadWrite | Access.List), Uses(ResourceKind.Connections, Access.Write)]
    [Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    public Task<PartDone> AnalysePart(PartsOrder order, ILambdaContext context) =>
        runner.RunAsync(order, context, call => DoneAsync(parts.AnalyseAsync(call, PartRunner.Day(order), order.Part ?? throw PartRunner.Incomplete(), order.Count ?? 1)));

    [LambdaFunction(ResourceName = "JoinParts", MemorySize = 3072, Timeout = 900)]
    [Uses(ResourceKind.Table, Access.All), Uses(ResourceKind.Blobs, Access.ReadWrite | Access.List), Uses(ResourceKind.Connections, Access.Write)]
    [Uses(ResourceKind.Queue, Access.Write, StageQueues.ReportName), Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    public Task<PartDone> JoinParts(PartsOrder order, ILambdaContext context) => runner.RunAsync(order, context, call => DoneAsync(parts.JoinAsync(call, PartRunner.Day(order))));

    [LambdaFunction(ResourceName = "FailParts", MemorySize = 512, Timeout = 60)]
    [Uses(ResourceKind.Table, Access.All), Uses(ResourceKind.Connections, Access.Write), Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    public Task<PartDone> FailParts(PartsOrder order, ILambdaContext context) => runner.RunAsync(order, context, call => DoneAsync(parts.FailAsync(call)));

    private static async Task<PartDone> DoneAsync(Task work)
    {
        await work.ConfigureAwait(false);
        return new PartDone(true);
    }
}
