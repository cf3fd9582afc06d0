using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Workflows;

/// <summary>Starts, watches and stops executions of the state machines; a tenant sees its own only.</summary>
public interface IWorkflow
{
    /// <summary>Starts an execution under a name that makes a second start of the same no second execution.</summary>
    /// <param name="workflow">Name of the state machine.</param>
    /// <param name="execution">The name: the same work has the same, other work another.</param>
    /// <param name="input">JSON, at most 256 KB.</param>
    /// <exception cref="WorkflowNotFoundException">There is no such state machine.</exception>
    /// <exception cref="ArgumentException">The input is no JSON, or too long.</exception>
    Task<StartOutcome> StartAsync(TenantId tenant, string workflow, ExecutionName execution, string input, CancellationToken cancellation);

    /// <summary>How it stands; null where there is no such execution.</summary>
    Task<ExecutionStatus?> GetAsync(TenantId tenant, string workflow, ExecutionName execution, CancellationToken cancellation);

    /// <summary>Stops it. False: it had ended, or there is none.</summary>
    Task<bool> StopAsync(TenantId tenant, string workflow, ExecutionName execution, string reason, CancellationToken cancellation);
}

/// <summary>Whether a start made an execution.</summary>
public enum StartOutcome
{
    /// <summary>It runs now; perhaps since an earlier start of the same, which Step Functions answers like the first while it runs.</summary>
    Started,

    /// <summary>One of that name was started before, with the same input; it may have ended.</summary>
    AlreadyStarted,

    /// <summary>One of that name was started before with another input; nothing was done.</summary>
    OtherInput,
}

/// <summary>Where an execution stands.</summary>
public enum ExecutionState
{
    Running,
    Succeeded,
    Failed,
    TimedOut,
    Stopped,
}

/// <summary>How an execution stands.</summary>
/// <param name="Output">JSON where it succeeded, else null.</param>
/// <param name="Error">The error's name where it did not, else null.</param>
/// <param name="Cause">More about the error, else null.</param>
public sealed record ExecutionStatus(ExecutionState State, string? Output, string? Error, string? Cause);

/// <summary>A state machine is named that nobody made.</summary>
public sealed class WorkflowNotFoundException(string workflow, Exception? inner = null) : Exception($"There is no workflow '{workflow}'.", inner);
