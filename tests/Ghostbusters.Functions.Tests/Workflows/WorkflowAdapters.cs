using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Ghostbusters.Functions.Aws.StepFunctions;
using Ghostbusters.Functions.Local.Workflows;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.Functions.Testing.Memory;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Tests.Workflows;

public sealed class InMemoryWorkflowTests : WorkflowContract
{
    private protected override Task<WorkflowUnderTest> CreateAsync() => Task.FromResult<WorkflowUnderTest>(new UnderTest());

    private sealed class UnderTest : WorkflowUnderTest
    {
        private readonly InMemoryWorkflow _workflow = new(Work);

        public override IWorkflow Workflow => _workflow;

        public override int Executions => _workflow.Count;

        public override Task EndAsync(TenantId tenant, ExecutionName execution, string output) =>
            Task.FromResult(_workflow.End(tenant, Work, execution, new ExecutionStatus(ExecutionState.Succeeded, output, null, null)));

        public override Task FailAsync(TenantId tenant, ExecutionName execution, string error, string cause) =>
            Task.FromResult(_workflow.End(tenant, Work, execution, new ExecutionStatus(ExecutionState.Failed, null, error, cause)));
    }
}

public sealed class StepFunctionsWorkflowTests : WorkflowContract
{
    [Fact]
    public async Task AnOverloadedService_IsAskedAgain_AndAWrongSignatureIsRefused()
    {
        await using var server = new StepFunctionsServer(Work);
        var machines = new Dictionary<string, string> { [Work] = StepFunctionsServer.ArnOf(Work) };
        server.FailNext(2);
        Assert.Equal(StartOutcome.Started, await new StepFunctionsWorkflow(server.Client(), machines).StartAsync(TenantId.Parse("ada"), Work, new ExecutionName("one"), "{}", None));
        var wrong = new StepFunctionsWorkflow(server.Client(new BasicAWSCredentials("AKIDEXAMPLE", "not the key")), machines);
        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => wrong.StartAsync(TenantId.Parse("ada"), Work, new ExecutionName("two"), "{}", None));
        Assert.Equal((1, 1), (server.Executions, server.Refused));
    }

    [Fact]
    public async Task AMachineThatIsGone_IsSaid()
    {
        await using var server = new StepFunctionsServer();
        var workflow = new StepFunctionsWorkflow(server.Client(), new Dictionary<string, string> { [Work] = StepFunctionsServer.ArnOf(Work) });
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => workflow.StartAsync(TenantId.Parse("ada"), Work, new ExecutionName("one"), "{}", None));
    }

    private protected override Task<WorkflowUnderTest> CreateAsync() => Task.FromResult<WorkflowUnderTest>(new UnderTest());

    private sealed class UnderTest : WorkflowUnderTest
    {
        private readonly StepFunctionsServer _server = new(Work);

        public UnderTest() => Workflow = new StepFunctionsWorkflow(_server.Client(), new Dictionary<string, string> { [Work] = StepFunctionsServer.ArnOf(Work) });

        public override IWorkflow Workflow { get; }

        public override int Executions => _server.Executions;

        public override Task EndAsync(TenantId tenant, ExecutionName execution, string output)
        {
            _server.End(execution.Value, "SUCCEEDED", output, null, null);
            return Task.CompletedTask;
        }

        public override Task FailAsync(TenantId tenant, ExecutionName execution, string error, string cause)
        {
            _server.End(execution.Value, "FAILED", null, error, cause);
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}

public sealed class LocalWorkflowTests : WorkflowContract
{
    private protected override Task<WorkflowUnderTest> CreateAsync() => Task.FromResult<WorkflowUnderTest>(new UnderTest());

    private sealed class UnderTest : WorkflowUnderTest
    {
        private const string Machine = """{"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"do","End":true}}}""";

        private readonly ScratchStore _scratch = new();
        private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _work = new();
        private readonly LocalWorkflow _workflow;
        private int _begun;

        public UnderTest() => _workflow = new LocalWorkflow(
            _scratch.Store, new Dictionary<string, string> { [Work] = Machine },
            (task, cancellation) =>
            {
                Interlocked.Increment(ref _begun);
                return WorkOf(task.Execution).Task.WaitAsync(cancellation);
            },
            16, TimeProvider.System);

        public override IWorkflow Workflow => _workflow;

        public override int Executions => _begun;

        public override Task EndAsync(TenantId tenant, ExecutionName execution, string output)
        {
            WorkOf($"local:{Work}:{tenant.Value}:{execution}").SetResult(JsonNode.Parse(output));
            return _workflow.IdleAsync();
        }

        public override Task FailAsync(TenantId tenant, ExecutionName execution, string error, string cause)
        {
            WorkOf($"local:{Work}:{tenant.Value}:{execution}").SetException(new StatesException(error, cause));
            return _workflow.IdleAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await _workflow.SuspendAsync();
            await _scratch.DisposeAsync();
        }

        private TaskCompletionSource<JsonNode?> WorkOf(string execution) => _work.GetOrAdd(execution, static _ => new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
