using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Testing.Memory;

/// <summary>Executions that a test ends; what was started is kept.</summary>
public sealed class InMemoryWorkflow(params string[] workflows) : IWorkflow
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(TenantId, string, ExecutionName), (string Input, ExecutionStatus Status)> _executions = [];

    public Task<StartOutcome> StartAsync(TenantId tenant, string workflow, ExecutionName execution, string input, CancellationToken cancellation)
    {
        _ = tenant.Value;
        if (!workflows.Contains(workflow)) throw new WorkflowNotFoundException(workflow);
        ExecutionInput.Check(input);
        lock (_lock)
        {
            if (_executions.TryGetValue((tenant, workflow, execution), out var there))
                return Task.FromResult(there.Input == input ? StartOutcome.AlreadyStarted : StartOutcome.OtherInput);
            _executions[(tenant, workflow, execution)] = (input, new ExecutionStatus(ExecutionState.Running, null, null, null));
            return Task.FromResult(StartOutcome.Started);
        }
    }

    public Task<ExecutionStatus?> GetAsync(TenantId tenant, string workflow, ExecutionName execution, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_executions.TryGetValue((tenant, workflow, execution), out var there) ? there.Status : null);
    }

    public Task<bool> StopAsync(TenantId tenant, string workflow, ExecutionName execution, string reason, CancellationToken cancellation) =>
        Task.FromResult(End(tenant, workflow, execution, new ExecutionStatus(ExecutionState.Stopped, null, "Stopped", reason)));

    /// <summary>How many executions were made.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _executions.Count;
        }
    }

    /// <summary>Ends an execution. False: it had ended, or there is none.</summary>
    public bool End(TenantId tenant, string workflow, ExecutionName execution, ExecutionStatus status)
    {
        lock (_lock)
        {
            var key = (tenant, workflow, execution);
            if (!_executions.TryGetValue(key, out var there) || there.Status.State != ExecutionState.Running) return false;
            _executions[key] = (there.Input, status);
            return true;
        }
    }
}
