using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Local.Workflows;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.Functions.Workflows;
using ExecutionState = Ghostbusters.Functions.Workflows.ExecutionState;

namespace Ghostbusters.LambdaService;

/// <summary>Step Functions on its wire: executions of the context's state machines, whose tasks are the deployed functions.</summary>
public sealed class WorkflowService : IAsyncDisposable
{
    private const int Together = 4;

    /// <summary>Before the context's own name of an execution the adapter puts a hash of the tenant and '-'.</summary>
    private const int TenantLength = 32;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-workflows-");
    private readonly ConcurrentQueue<string> _failing = [];
    private readonly ConcurrentQueue<(string Machine, string Function)> _invoked = [];
    private readonly ConcurrentBag<Task> _running = [];
    private readonly LambdaFunctions _functions;
    private readonly SqliteStore _store;
    private readonly LocalWorkflow _workflow;
    private readonly StepFunctionsServer _server;

    public WorkflowService(IReadOnlyList<StateMachine> machines, LambdaFunctions functions)
    {
        _functions = functions;
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "executions.db"));
        _workflow = new LocalWorkflow(_store, machines.ToDictionary(static machine => machine.Name, static machine => machine.Definition(static function => function.Method.Name)), RunAsync, Together, TimeProvider.System);
        Arns = machines.ToDictionary(static machine => machine.Name, static machine => StepFunctionsServer.ArnOf(machine.Name));
        _server = new StepFunctionsServer(Arns.Keys) { Started = (machine, name, input) => _running.Add(Task.Run(() => ExecuteAsync(machine, name, input))) };
    }

    public Uri Address => _server.Address;

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, string> Arns { get; }

    /// <summary>Which machine invoked which function.</summary>
    public IReadOnlyCollection<(string Machine, string Function)> Invoked => _invoked;

    /// <summary>The next invocation of a task fails as if its function had refused it, without being invoked.</summary>
    public void FailNext(string function) => _failing.Enqueue(function);

    public async ValueTask DisposeAsync()
    {
        await _workflow.SuspendAsync().ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        await _store.DisposeAsync().ConfigureAwait(false);
        _folder.Delete(recursive: true);
    }

    private async Task ExecuteAsync(string machine, string name, string input)
    {
        var execution = new ExecutionName(name[TenantLength..]);
        await _workflow.StartAsync(TenantId.Platform, machine, execution, input, CancellationToken.None).ConfigureAwait(false);
        await _workflow.IdleAsync().ConfigureAwait(false);
        if (await _workflow.GetAsync(TenantId.Platform, machine, execution, CancellationToken.None).ConfigureAwait(false) is { State: not ExecutionState.Running } ended)
            _server.End(execution.Value, ended.State == ExecutionState.Succeeded ? "SUCCEEDED" : "FAILED", ended.Output, ended.Error, ended.Cause);
    }

    private async Task<JsonNode?> RunAsync(WorkflowTask task, CancellationToken cancellation)
    {
        if (_failing.TryPeek(out var failing) && failing == task.Resource && _failing.TryDequeue(out _)) throw new StatesException("StageRefusedException", "told to");
        var function = _functions.All.Single(function => function.Name == task.Resource);
        _invoked.Enqueue((task.Execution.Split(':')[1], function.Name)); // local:machine:tenant:name
        var outcome = await _functions.InvokeAsync(function, Encoding.UTF8.GetBytes(task.Input?.ToJsonString() ?? "null")).WaitAsync(cancellation).ConfigureAwait(false);
        return outcome.ErrorType is { } error ? throw new StatesException(error, outcome.Text) : JsonNode.Parse(outcome.Body);
    }
}
