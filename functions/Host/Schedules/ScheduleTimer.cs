using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Host.Schedules;

/// <summary>Runs a function on its schedule, one run at a time; the first is one period after the start.</summary>
internal sealed class ScheduleTimer(ScheduleEventAttribute schedule, GeneratedHandler handler, Invoker invoker, StopTime stop, TimeProvider clock, JsonLog log)
{
    private readonly TimeSpan _period = Rate.Parse(schedule.Schedule, handler.Function.Name);

    public async Task RunAsync()
    {
        using var timer = new PeriodicTimer(_period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Begun).ConfigureAwait(false)) await InvokeAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.Begun.IsCancellationRequested)
        {
            return; // It waited for its time, and none comes any more.
        }
    }

    private async Task InvokeAsync()
    {
        var id = invoker.NextId();
        try
        {
            var scheduled = new ScheduledEvent { Id = id, Source = "aws.events", DetailType = "Scheduled Event", Time = clock.GetUtcNow().UtcDateTime, Region = "local", Account = "local" };
            await handler.InvokeAsync(scheduled, invoker.Context(handler.Function, id, handler.Function.Timeout)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            log.Error("schedule-failed", exception, ("function", handler.Function.Name), ("request", id)); // The next run tries again.
        }
    }
}
