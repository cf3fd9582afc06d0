using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Local.Workflows;

namespace Ghostbusters.Functions.Tests.Workflows;

/// <summary>What our interpreter makes of a state machine, with the tasks that the judge has too, and time that does not pass.</summary>
internal static class OwnVerdict
{
    public static async Task<JsonObject> OfAsync(JsonNode definition, JsonNode? input, IStepJournal? journal = null)
    {
        StateMachine machine;
        try
        {
            machine = StateMachine.Parse(definition.ToJsonString());
        }
        catch (FormatException)
        {
            return new JsonObject { ["valid"] = false };
        }
        try
        {
            var run = new InterpreterRun("x", journal ?? new MemoryJournal(), TaskAsync, new HurriedClock());
            var context = new JsonObject { ["Execution"] = new JsonObject { ["Id"] = "x", ["Name"] = "one", ["Input"] = input?.DeepClone(), ["StartTime"] = "2026-11-26T03:00:00Z" }, ["StateMachine"] = new JsonObject { ["Name"] = "m" } };
            return new JsonObject { ["valid"] = true, ["output"] = (await new Interpreter(run).RunAsync(machine, input, context, "", CancellationToken.None))?.DeepClone() };
        }
        catch (StatesException failed)
        {
            return new JsonObject { ["valid"] = true, ["error"] = failed.Error, ["cause"] = failed.Cause };
        }
    }

    /// <summary>echo, wrap, fail-NAME, flaky-TIMES: a failure is named, and a flaky task fails so often in a visit.</summary>
    public static Task<JsonNode?> TaskAsync(WorkflowTask task, CancellationToken cancellation)
    {
        var attempt = int.Parse(task.Step[(task.Step.LastIndexOf('#') + 1)..], CultureInfo.InvariantCulture);
        return task.Resource.Split(':')[^1].Split('-') switch
        {
            ["wrap"] => Task.FromResult<JsonNode?>(new JsonObject { ["got"] = task.Input?.DeepClone() }),
            ["fail", var name] => throw new StatesException(name, "boom"),
            ["flaky", var times] when attempt < int.Parse(times, CultureInfo.InvariantCulture) => throw new StatesException("Flaky", "boom"),
            _ => Task.FromResult(task.Input?.DeepClone()),
        };
    }
}

/// <summary>A journal that a test can look into, or cut off.</summary>
internal sealed class MemoryJournal : IStepJournal
{
    public ConcurrentDictionary<string, JsonObject> Steps { get; } = new(StringComparer.Ordinal);

    public JsonObject? Find(string step) => Steps.GetValueOrDefault(step);

    public Task WriteAsync(string step, JsonObject outcome, CancellationToken cancellation)
    {
        Steps[step] = outcome;
        return Task.CompletedTask;
    }
}

/// <summary>Whoever waits for a time finds that it has come.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
}
