using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Outbox;

namespace Ghostbusters.Functions.Analysis;

/// <summary>Sends the messages whose writer died between its write and its send.</summary>
internal sealed class SweepRoute(OutboxSweep sweep, JsonLog log)
{
    [LambdaFunction(ResourceName = "SweepOutbox", MemorySize = 512, Timeout = 55)]
    [ScheduleEvent("rate(1 minute)", Description = "Messages that wait")]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.PendingItems, Access.List)]
    [Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName), Uses(ResourceKind.Queue, Access.Write, StageQueues.AnalyseName)]
    [Uses(ResourceKind.Queue, Access.Write, StageQueues.ReportName), Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    public async Task SweepOutbox(ScheduledEvent tick, ILambdaContext context)
    {
        using var deadline = Deadline.Of(context.RemainingTime);
        var result = await sweep.RunAsync(deadline.Token).ConfigureAwait(false);
        foreach (var failure in result.Failures) log.Error("sweep-item-failed", failure.Exception);
    }
}
