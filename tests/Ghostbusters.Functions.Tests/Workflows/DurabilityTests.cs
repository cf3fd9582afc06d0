using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Local.Workflows;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Tests.Workflows;

/// <summary>Executions of the local host outlive its process, and end in the time that they have.</summary>
public sealed class DurabilityTests : IAsyncLifetime
{
    private const string Machine = """
        {"StartAt":"A","States":{
          "A":{"Type":"Task","Resource":"a","ResultPath":"$.a","Next":"M"},
          "M":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED"},"StartAt":"P","States":{"P":{"Type":"Task","Resource":"part","End":true}}},"ResultPath":"$.parts","Next":"Z"},
          "Z":{"Type":"Task","Resource":"z","ResultPath":"$.z","End":true}}}
        """;

    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly ExecutionName One = new("one");

    private readonly ScratchStore _scratch = new();
    private readonly ConcurrentQueue<string> _ran = [];

    [Fact]
    public async Task AfterACrash_ItGoesOn_AndWhatWasDoneIsNotDoneAgain()
    {
        var began = new TaskCompletionSource();
        var first = Workflow((task, cancellation) =>
        {
            if (task.Resource != "part" || task.Input!.GetValue<int>() != 2) return Done(task);
            began.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation).ContinueWith(static _ => (JsonNode?)null, cancellation);
        });
        await first.StartAsync(Ada, "m", One, """{"items":[1,2,3]}""", default);
        await began.Task;
        await first.SuspendAsync();
        Assert.Equal(ExecutionState.Running, (await first.GetAsync(Ada, "m", One, default))!.State);

        var second = Workflow((task, _) => Done(task));
        Assert.Equal(StartOutcome.AlreadyStarted, await second.StartAsync(Ada, "m", One, """{"items":[1,2,3]}""", default));
        Assert.Equal(1, await second.ResumeAsync(default));
        await second.IdleAsync();
        var status = await second.GetAsync(Ada, "m", One, default);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"items":[1,2,3],"a":"a","parts":["part","part","part"],"z":"z"}"""), JsonNode.Parse(status!.Output!)), status.Output);
        Assert.Single(_ran, static step => step.Contains(":A#", StringComparison.Ordinal));
        Assert.Equal(["0", "1", "2"], _ran.Where(static step => step.Contains(":P#", StringComparison.Ordinal)).Select(static step => step.Split('#')[1].Split('/')[1]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(0, await second.ResumeAsync(default));
    }

    [Fact]
    public async Task ATask_ThatTakesTooLong_FailsWithStatesTimeout()
    {
        var clock = new FakeTimeProvider();
        var began = new TaskCompletionSource();
        var workflow = new LocalWorkflow(
            _scratch.Store, new Dictionary<string, string> { ["m"] = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"a","TimeoutSeconds":30,"End":true}}}""" },
            async (_, cancellation) =>
            {
                began.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return null;
            },
            1, clock);
        await workflow.StartAsync(Ada, "m", One, "{}", default);
        await began.Task;
        clock.Advance(TimeSpan.FromSeconds(30));
        await workflow.IdleAsync();
        Assert.Equal((ExecutionState.Failed, "States.Timeout"), (await workflow.GetAsync(Ada, "m", One, default)) is var s ? (s!.State, s.Error) : default);
    }

    [Fact]
    public async Task AMachine_ThatTakesTooLong_IsTimedOut_AlsoAfterACrash()
    {
        var clock = new FakeTimeProvider();
        const string Waits = """{"TimeoutSeconds":60,"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":3600,"End":true}}}""";
        var workflow = new LocalWorkflow(_scratch.Store, new Dictionary<string, string> { ["m"] = Waits }, static (task, _) => Task.FromResult(task.Input), 1, clock);
        await workflow.StartAsync(Ada, "m", One, "{}", default);
        await workflow.SuspendAsync();
        clock.Advance(TimeSpan.FromSeconds(61));
        var again = new LocalWorkflow(_scratch.Store, new Dictionary<string, string> { ["m"] = Waits }, static (task, _) => Task.FromResult(task.Input), 1, clock);
        await again.ResumeAsync(default);
        await again.IdleAsync();
        Assert.Equal(ExecutionState.TimedOut, (await again.GetAsync(Ada, "m", One, default))!.State);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _scratch.DisposeAsync();

    private LocalWorkflow Workflow(Func<WorkflowTask, CancellationToken, Task<JsonNode?>> tasks) =>
        new(_scratch.Store, new Dictionary<string, string> { ["m"] = Machine }, tasks, 3, TimeProvider.System);

    private Task<JsonNode?> Done(WorkflowTask task)
    {
        _ran.Enqueue(task.Step);
        return Task.FromResult<JsonNode?>(task.Resource);
    }
}
