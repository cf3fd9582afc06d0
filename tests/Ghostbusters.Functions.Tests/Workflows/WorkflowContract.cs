using System.Text.Json;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Tests.Workflows;

/// <summary>What every adapter of the workflow port does. The machine <c>work</c> is one task, whose end the test decides.</summary>
public abstract class WorkflowContract
{
    protected const string Work = "work";

    private protected static readonly CancellationToken None = CancellationToken.None;

    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly TenantId Bob = TenantId.Parse("bob");

    private static readonly ExecutionName One = new("one");

    [Fact]
    public async Task AStart_Runs_UntilItsWorkEnds()
    {
        await using var test = await CreateAsync();
        Assert.Equal(StartOutcome.Started, await test.Workflow.StartAsync(Ada, Work, One, """{"n":1}""", None));
        Assert.Equal(new ExecutionStatus(ExecutionState.Running, null, null, null), await test.Workflow.GetAsync(Ada, Work, One, None));
        await test.EndAsync(Ada, One, """{"sum":3}""");
        var ended = await test.Workflow.GetAsync(Ada, Work, One, None);
        Assert.Equal(ExecutionState.Succeeded, ended!.State);
        using var output = JsonDocument.Parse(ended.Output!);
        Assert.Equal(3, output.RootElement.GetProperty("sum").GetInt32());
    }

    [Fact]
    public async Task AFailure_IsSaidWithItsNameAndCause()
    {
        await using var test = await CreateAsync();
        await test.Workflow.StartAsync(Ada, Work, One, "{}", None);
        await test.FailAsync(Ada, One, "Broken", "the disk is full");
        Assert.Equal(new ExecutionStatus(ExecutionState.Failed, null, "Broken", "the disk is full"), await test.Workflow.GetAsync(Ada, Work, One, None));
    }

    [Fact]
    public async Task TheSameAgain_IsNoSecondExecution_AndOtherInputIsRefused()
    {
        await using var test = await CreateAsync();
        await test.Workflow.StartAsync(Ada, Work, One, """{"n":1}""", None);
        Assert.NotEqual(StartOutcome.OtherInput, await test.Workflow.StartAsync(Ada, Work, One, """{"n":1}""", None));
        Assert.Equal(StartOutcome.OtherInput, await test.Workflow.StartAsync(Ada, Work, One, """{"n":2}""", None));
        await test.EndAsync(Ada, One, """{"sum":1}""");
        Assert.Equal(StartOutcome.AlreadyStarted, await test.Workflow.StartAsync(Ada, Work, One, """{"n":1}""", None));
        Assert.Equal(StartOutcome.OtherInput, await test.Workflow.StartAsync(Ada, Work, One, """{"n":2}""", None));
        Assert.Equal(1, test.Executions);
        Assert.Equal(ExecutionState.Succeeded, (await test.Workflow.GetAsync(Ada, Work, One, None))!.State);
    }

    [Fact]
    public async Task AtTheSameMoment_TheSame_IsOneExecution()
    {
        await using var test = await CreateAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => test.Workflow.StartAsync(Ada, Work, One, "{}", None))));
        Assert.DoesNotContain(StartOutcome.OtherInput, outcomes);
        await test.EndAsync(Ada, One, "{}");
        Assert.Equal(1, test.Executions);
    }

    [Fact]
    public async Task Tenants_DoNotSeeOneAnothers()
    {
        await using var test = await CreateAsync();
        await test.Workflow.StartAsync(Ada, Work, One, """{"n":1}""", None);
        Assert.Null(await test.Workflow.GetAsync(Bob, Work, One, None));
        Assert.False(await test.Workflow.StopAsync(Bob, Work, One, "mine", None));
        Assert.Equal(StartOutcome.Started, await test.Workflow.StartAsync(Bob, Work, One, """{"n":2}""", None));
        Assert.Equal(ExecutionState.Running, (await test.Workflow.GetAsync(Ada, Work, One, None))!.State);
    }

    [Fact]
    public async Task AStop_IsTheEnd_Once()
    {
        await using var test = await CreateAsync();
        await test.Workflow.StartAsync(Ada, Work, One, "{}", None);
        Assert.True(await test.Workflow.StopAsync(Ada, Work, One, "not wanted", None));
        Assert.Equal(new ExecutionStatus(ExecutionState.Stopped, null, "Stopped", "not wanted"), await test.Workflow.GetAsync(Ada, Work, One, None));
        Assert.False(await test.Workflow.StopAsync(Ada, Work, One, "again", None));
        Assert.False(await test.Workflow.StopAsync(Ada, Work, new ExecutionName("none"), "none", None));
    }

    [Fact]
    public async Task WhatIsNotThere_IsNull_AndAnUnknownMachineIsRefused()
    {
        await using var test = await CreateAsync();
        Assert.Null(await test.Workflow.GetAsync(Ada, Work, One, None));
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => test.Workflow.StartAsync(Ada, "other", One, "{}", None));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData(null)]
    public async Task AnInput_IsJson_OfALength(string? input)
    {
        await using var test = await CreateAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => test.Workflow.StartAsync(Ada, Work, One, input ?? $"\"{new string('x', ExecutionInput.MaximumBytes)}\"", None));
        Assert.Null(await test.Workflow.GetAsync(Ada, Work, One, None));
    }

    [Fact]
    public async Task TheLongestName_IsTaken()
    {
        await using var test = await CreateAsync();
        Assert.Equal(StartOutcome.Started, await test.Workflow.StartAsync(Ada, Work, new ExecutionName(new string('n', 48)), "{}", None));
    }

    private protected abstract Task<WorkflowUnderTest> CreateAsync();
}

/// <summary>An adapter, and how its work ends.</summary>
public abstract class WorkflowUnderTest : IAsyncDisposable
{
    public abstract IWorkflow Workflow { get; }

    /// <summary>How many executions were made in all.</summary>
    public abstract int Executions { get; }

    public abstract Task EndAsync(TenantId tenant, ExecutionName execution, string output);

    public abstract Task FailAsync(TenantId tenant, ExecutionName execution, string error, string cause);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
