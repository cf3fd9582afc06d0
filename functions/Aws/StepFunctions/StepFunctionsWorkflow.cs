using System.Security.Cryptography;
using System.Text;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Workflows;
using ExecutionStatus = Ghostbusters.Functions.Workflows.ExecutionStatus;

namespace Ghostbusters.Functions.Aws.StepFunctions;

/// <summary>
/// Executions of Step Functions. A tenant's begin with a hash of it, so that no tenant's name is another's. The service answers
/// a second start of the same while it runs as it answered the first.
/// </summary>
/// <param name="machines">ARNs of the state machines by name; standard ones: express ones know no names.</param>
public sealed class StepFunctionsWorkflow(IAmazonStepFunctions client, IReadOnlyDictionary<string, string> machines) : IWorkflow
{
    /// <summary>With '-' and the longest name: the 80 characters that Step Functions allows.</summary>
    private const int TenantLength = 31;

    public async Task<StartOutcome> StartAsync(TenantId tenant, string workflow, ExecutionName execution, string input, CancellationToken cancellation)
    {
        var machine = Machine(workflow);
        var name = NameOf(tenant, execution);
        ExecutionInput.Check(input);
        try
        {
            await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Name = name, Input = input }, cancellation).ConfigureAwait(false);
            return StartOutcome.Started;
        }
        catch (ExecutionAlreadyExistsException)
        {
            var there = await DescribeAsync(machine, name, cancellation).ConfigureAwait(false);
            return there?.Input == input ? StartOutcome.AlreadyStarted : StartOutcome.OtherInput;
        }
        catch (StateMachineDoesNotExistException gone)
        {
            throw new WorkflowNotFoundException(workflow, gone);
        }
    }

    public async Task<ExecutionStatus?> GetAsync(TenantId tenant, string workflow, ExecutionName execution, CancellationToken cancellation) =>
        await DescribeAsync(Machine(workflow), NameOf(tenant, execution), cancellation).ConfigureAwait(false) is { } there
            ? new ExecutionStatus(StateOf(there.Status), there.Output, there.Error, there.Cause)
            : null;

    public async Task<bool> StopAsync(TenantId tenant, string workflow, ExecutionName execution, string reason, CancellationToken cancellation)
    {
        var (machine, name) = (Machine(workflow), NameOf(tenant, execution));
        if (await DescribeAsync(machine, name, cancellation).ConfigureAwait(false) is not { } there || StateOf(there.Status) != ExecutionState.Running) return false;
        await client.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = ArnOf(machine, name), Error = "Stopped", Cause = reason }, cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task<DescribeExecutionResponse?> DescribeAsync(string machine, string name, CancellationToken cancellation)
    {
        try
        {
            return await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = ArnOf(machine, name) }, cancellation).ConfigureAwait(false);
        }
        catch (ExecutionDoesNotExistException)
        {
            return null; // That is the answer: there is none.
        }
    }

    private string Machine(string workflow) => machines.TryGetValue(workflow, out var arn) ? arn : throw new WorkflowNotFoundException(workflow);

    private static string NameOf(TenantId tenant, ExecutionName execution) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenant.Value)))[..TenantLength] + "-" + execution.Value;

    private static string ArnOf(string machine, string name) => machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":" + name;

    private static ExecutionState StateOf(Amazon.StepFunctions.ExecutionStatus status) => status.Value switch
    {
        "RUNNING" or "PENDING_REDRIVE" => ExecutionState.Running,
        "SUCCEEDED" => ExecutionState.Succeeded,
        "TIMED_OUT" => ExecutionState.TimedOut,
        "ABORTED" => ExecutionState.Stopped,
        _ => ExecutionState.Failed,
    };
}
