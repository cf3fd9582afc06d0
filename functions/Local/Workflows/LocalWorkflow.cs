using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>
/// Executions in the local host's file: a start is on the disk when it is answered, and what a process that is gone left
/// running goes on with <see cref="ResumeAsync"/>.
/// </summary>
/// <param name="machines">Definitions by name, in the Amazon States Language.</param>
/// <param name="tasks">Runs a task.</param>
/// <param name="together">Tasks at a time, over all executions.</param>
/// <exception cref="FormatException">A definition is none that this host runs.</exception>
public sealed class LocalWorkflow(
    SqliteStore store, IReadOnlyDictionary<string, string> machines, Func<WorkflowTask, CancellationToken, Task<JsonNode?>> tasks, int together, TimeProvider clock) : IWorkflow
{
    /// <summary>As long as Step Functions keeps them.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Dictionary<string, StateMachine> _machines = machines.ToDictionary(static m => m.Key, static m => StateMachine.Parse(m.Value), StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, Execution> _running = new();
    private readonly SemaphoreSlim _gate = new(together); // Never disposed, which it need not be without a wait handle.
    private readonly CancellationTokenSource _stop = new();

    /// <exception cref="FormatException">It is no definition that this host runs.</exception>
    public static void Check(string definition) => _ = StateMachine.Parse(definition);

    public async Task<StartOutcome> StartAsync(TenantId tenant, string workflow, ExecutionName execution, string input, CancellationToken cancellation)
    {
        _ = tenant.Value;
        if (!_machines.ContainsKey(workflow)) throw new WorkflowNotFoundException(workflow);
        ExecutionInput.Check(input);
        if (await store.WriteAsync(session => ExecutionRows.Insert(session, tenant, workflow, execution, input, clock.GetUtcNow()), cancellation).ConfigureAwait(false) is { } made)
        {
            Run(made);
            return StartOutcome.Started;
        }
        var there = await store.ReadAsync(session => ExecutionRows.Find(session, tenant, workflow, execution), cancellation).ConfigureAwait(false);
        return there?.Input == input ? StartOutcome.AlreadyStarted : StartOutcome.OtherInput;
    }

    public async Task<ExecutionStatus?> GetAsync(TenantId tenant, string workflow, ExecutionName execution, CancellationToken cancellation) =>
        (await store.ReadAsync(session => ExecutionRows.Find(session, tenant, workflow, execution), cancellation).ConfigureAwait(false))?.Status;

    public async Task<bool> StopAsync(TenantId tenant, string workflow, ExecutionName execution, string reason, CancellationToken cancellation)
    {
        if (await store.ReadAsync(session => ExecutionRows.Find(session, tenant, workflow, execution), cancellation).ConfigureAwait(false) is not { } row) return false;
        var stopped = await EndAsync(row, new ExecutionStatus(ExecutionState.Stopped, null, "Stopped", reason)).ConfigureAwait(false);
        if (_running.TryGetValue(row.Id, out var running)) await running.StopAsync().ConfigureAwait(false);
        return stopped;
    }

    /// <summary>Goes on with what was running when the process before this one ended; and forgets what ended long ago.</summary>
    public async Task<int> ResumeAsync(CancellationToken cancellation)
    {
        await store.WriteAsync(session => ExecutionRows.Purge(session, clock.GetUtcNow() - Kept), cancellation).ConfigureAwait(false);
        var rows = await store.ReadAsync(ExecutionRows.Running, cancellation).ConfigureAwait(false);
        foreach (var row in rows) Run(row);
        return rows.Count;
    }

    /// <summary>Completes when what runs now in this process has ended.</summary>
    public Task IdleAsync() => Task.WhenAll(_running.Values.Select(static execution => execution.Ended));

    /// <summary>Cuts off what runs, as a crash would: it goes on with the next start.</summary>
    public async Task SuspendAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Values.Select(static execution => execution.Ended)).ConfigureAwait(false);
    }

    private void Run(ExecutionRow row)
    {
        var execution = new Execution(_stop.Token);
        if (!_running.TryAdd(row.Id, execution)) return;
        execution.Begin(async stopped =>
        {
            try
            {
                if (await OutcomeAsync(row, stopped).ConfigureAwait(false) is { } status) await EndAsync(row, status).ConfigureAwait(false);
            }
            finally
            {
                _running.TryRemove(row.Id, out _);
            }
        });
    }

    /// <summary>How it ended; null: it was cut off.</summary>
    private async Task<ExecutionStatus?> OutcomeAsync(ExecutionRow row, CancellationToken stopped)
    {
        if (!_machines.TryGetValue(row.Workflow, out var machine)) return Failed(StatesException.Runtime, "The machine is gone.");
        var left = machine.TimeoutSeconds is { } seconds ? row.Started.AddSeconds(seconds) - clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
        if (machine.TimeoutSeconds is not null && left <= TimeSpan.Zero) return TimedOut();
        using var time = new CancellationTokenSource(left, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stopped);
        try
        {
            var journal = await SqliteJournal.OpenAsync(store, row.Id, either.Token).ConfigureAwait(false);
            var interpreter = new Interpreter(new InterpreterRun(row.FullName, journal, GatedAsync, clock));
            var output = await interpreter.RunAsync(machine, JsonNode.Parse(row.Input), ContextOf(row), "", either.Token).ConfigureAwait(false);
            return new ExecutionStatus(ExecutionState.Succeeded, output?.ToJsonString() ?? "null", null, null);
        }
        catch (StatesException error)
        {
            return Failed(error.Error, error.Cause);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return stopped.IsCancellationRequested ? null : TimedOut();
        }
        catch (Exception wrong) when (wrong is not Microsoft.Data.Sqlite.SqliteException) // A disk that fails is no failure of the machine: it goes on at the next start.
        {
            return Failed(StatesException.Runtime, wrong.GetType().Name + ": " + wrong.Message);
        }
    }

    private async Task<JsonNode?> GatedAsync(WorkflowTask task, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await tasks(task, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private Task<bool> EndAsync(ExecutionRow row, ExecutionStatus status) => store.WriteAsync(session => ExecutionRows.End(session, row.Id, status, clock.GetUtcNow()), CancellationToken.None);

    private static JsonObject ContextOf(ExecutionRow row) => new()
    {
        ["Execution"] = new JsonObject { ["Id"] = row.FullName, ["Name"] = row.Name, ["Input"] = JsonNode.Parse(row.Input), ["StartTime"] = row.Started.ToString("O") },
        ["StateMachine"] = new JsonObject { ["Name"] = row.Workflow },
    };

    private static ExecutionStatus Failed(string? error, string? cause) => new(ExecutionState.Failed, null, error, cause);

    private static ExecutionStatus TimedOut() => new(ExecutionState.TimedOut, null, StatesException.Timeout, "The machine did not end in its time.");

    /// <summary>One that runs in this process.</summary>
    private sealed class Execution(CancellationToken host)
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(host);

        public Task Ended { get; private set; } = Task.CompletedTask;

        public void Begin(Func<CancellationToken, Task> work) => Ended = Task.Run(() => work(_stop.Token), CancellationToken.None);

        public Task StopAsync() => _stop.CancelAsync();
    }
}
