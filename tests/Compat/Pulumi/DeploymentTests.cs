using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;

namespace Ghostbusters.Compat.Tests;

/// <summary>A run with mocks.</summary>
public sealed class DeploymentTests
{
    [Fact]
    public async Task Program_KnowsItsProjectAndStack()
    {
        var seen = "";
        await Deployment.TestAsync(new Recorder(), new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", IsPreview = true }, () =>
        {
            var run = Deployment.Instance;
            seen = $"{run.OrganizationName}/{run.ProjectName}/{run.StackName}/{run.IsDryRun}";
        });
        Assert.Equal("o/p/s/True", seen);
    }

    [Fact]
    public async Task Instance_IsThereOnlyInARun()
    {
        await Deployment.TestAsync(new Recorder(), Recorder.Options(), () => Assert.Equal("contract", Deployment.Instance.ProjectName));
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task Outputs_AreReturned_AndRegisteredWithTheStack()
    {
        var recorder = new Recorder();
        var (resources, outputs) = await Deployment.TestAsync(recorder, Recorder.Options(), () => new Dictionary<string, object?>
        {
            ["arn"] = new Aws.Sqs.Queue("queue").Arn,
        });
        Assert.Equal("arn:queue", await OutputUtilities.GetValueAsync((Output<string>)outputs["arn"]!));
        Assert.Equal("queue", Assert.Single(resources).GetResourceName());
    }

    [Fact]
    public async Task Stack_OfAClass_IsAmongTheResources_AndItsOutputsMustBeSet()
    {
        var resources = await Deployment.TestAsync<GoodStack>(new Recorder(), Recorder.Options());
        var stack = Assert.Single(resources.OfType<GoodStack>());
        Assert.Equal("contract-test", stack.GetResourceName());
        Assert.Equal("pulumi:pulumi:Stack", stack.GetResourceType());
        Assert.Equal("arn:queue", await OutputUtilities.GetValueAsync(stack.Arn));

        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new Recorder(), Recorder.Options()));
        Assert.Contains("Output(s) 'Arn' have no value assigned", error.Message);
    }

    [Fact]
    public async Task MissingRequiredInput_FailsTheRun()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Recorder.RunAsync(() => _ = new Aws.Lambda.Function("function", new())));
        Assert.Contains("[Input] Pulumi.Aws.Lambda.FunctionArgs.Role is required but was not given a value", error.Message);
    }

    [Fact]
    public async Task FailingApply_FailsTheRun()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Recorder.RunAsync(() =>
            Output.Create(new[] { 1 }).Apply(items => items[1])));
        Assert.Contains(nameof(IndexOutOfRangeException), error.Message);
    }

    [Fact]
    public async Task FailingMock_FailsTheRun()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            Deployment.TestAsync(new Refusing(), Recorder.Options(), () => { _ = new Aws.Sqs.Queue("queue"); }));
        Assert.Contains("refused queue", error.Message);
    }

    [Fact]
    public async Task FailingConstructor_FailsTheRun()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Recorder.RunAsync(() => throw new RunException("no such environment")));
        Assert.Equal("no such environment", error.Message);
    }

    [Fact]
    public async Task AsyncProgram_IsAwaited()
    {
        var recorder = new Recorder();
        var resources = await Deployment.TestAsync(recorder, Recorder.Options(), async () =>
        {
            await Task.Yield();
            _ = new Aws.Sqs.Queue("late");
        });
        Assert.Equal("late", Assert.Single(resources).GetResourceName());
    }

    [Fact]
    public async Task RunsSideBySide_DoNotMix()
    {
        var names = Enumerable.Range(0, 8).Select(i => $"queue{i}").ToImmutableArray();
        var runs = await Task.WhenAll(names.Select(name => Task.Run(() => Recorder.RunAsync(() => _ = new Aws.Sqs.Queue(name)))));
        Assert.Equal(names, runs.Select(run => Assert.Single(run.Resources).Name!));
    }

    private sealed class GoodStack : Stack
    {
        public GoodStack() => Arn = new Aws.Sqs.Queue("queue").Arn;

        [Output("arn")]
        public Output<string> Arn { get; set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Arn { get; set; } = null!;
    }

    private sealed class Refusing : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            throw new InvalidOperationException($"refused {args.Name}");

        public Task<object> CallAsync(MockCallArgs args) => throw new InvalidOperationException("refused");
    }
}
