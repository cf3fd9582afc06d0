using Ghostbusters.Infra.Compute;
using Ghostbusters.Infra.Permissions;
using Ghostbusters.Infra.Watching;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Sfn;
using Pulumi.Aws.Sfn.Inputs;
using StateMachine = Ghostbusters.Functions.Catalogue.StateMachine;

namespace Ghostbusters.Infra.Flow;

/// <summary>
/// A state machine. Its functions are made with rights to start it, so its ARN is known by name before it is there, and it is
/// declared when its tasks are.
/// </summary>
public sealed class Workflow : ComponentResource
{
    /// <summary>AWS wants these for logs of state machines, and knows no resource for them.</summary>
    private static readonly string[] LogDelivery =
    [
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries",
        "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ];

    private readonly StackScope _scope;
    private readonly StateMachine _machine;

    public Workflow(StateMachine machine, StackScope scope, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:Workflow", machine.Name, options)
    {
        (_machine, _scope) = (machine, scope);
        Arn = scope.Arn("states", "stateMachine:" + scope.Names.Of(machine.Name));
        RegisterOutputs();
    }

    /// <summary>As functions call it.</summary>
    public string Name => _machine.Name;

    public Output<string> Arn { get; }

    public void GrantStart(PolicyDraft policy) => policy.Add(new Statement("StartWorkflow", ["states:StartExecution"], Arn));

    /// <summary>Executions are separate ARNs.</summary>
    public void GrantWatch(PolicyDraft policy) => policy.Add(new Statement("WatchWorkflow", ["states:DescribeExecution"], Executions));

    private Output<string> Executions => _scope.Arn("states", $"execution:{_scope.Names.Of(_machine.Name)}:*");

    /// <summary>Declares it, now that its tasks are there.</summary>
    public Alarm Add(IReadOnlyDictionary<string, FunctionResource> functions)
    {
        var tasks = _machine.Tasks.Select(task => functions[task.Id]).ToList();
        var logs = new LogGroup(_machine.Name, new LogGroupArgs
        {
            Name = $"/aws/vendedlogs/states/{_scope.Names.Of(_machine.Name)}", // Under this prefix the resource policy of logs does not grow with machines.
            RetentionInDays = _scope.Settings.LogDays,
            KmsKeyId = _scope.KeyArn,
            Tags = _scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this });
        var role = new ServiceRole(_machine.Name, new ServiceRoleArgs { Scope = _scope, Service = "states.amazonaws.com", Policy = Policy(tasks) }, new ComponentResourceOptions { Parent = this });
        _ = new Pulumi.Aws.Sfn.StateMachine(_machine.Name, new StateMachineArgs
        {
            Name = _scope.Names.Of(_machine.Name),
            Type = "STANDARD",
            RoleArn = role.Role.Arn,
            Definition = Output.All(tasks.Select(static t => (Input<string>)t.Arn)).Apply(arns =>
                _machine.Definition(function => arns[tasks.FindIndex(task => task.Name == function.Id)])),
            LoggingConfiguration = new StateMachineLoggingConfigurationArgs { Level = "ALL", IncludeExecutionData = false, LogDestination = Output.Format($"{logs.Arn}:*") },
            TracingConfiguration = new StateMachineTracingConfigurationArgs { Enabled = true },
            Tags = _scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this, DependsOn = role.Policy });
        return new Alarm(_machine.Name + "-failed", new AlarmArgs
        {
            Scope = _scope,
            Description = $"Executions of {_machine.Name} failed. Its log is in /aws/vendedlogs/states/{_scope.Names.Of(_machine.Name)}.",
            Namespace = "AWS/States",
            Metric = "ExecutionsFailed",
            Dimensions = new() { ["StateMachineArn"] = Arn },
            Statistic = "Sum",
            Threshold = 1,
        }, new ComponentResourceOptions { Parent = this });
    }

    /// <summary>A distributed map runs its items as executions of the same machine.</summary>
    private PolicyDraft Policy(IReadOnlyList<FunctionResource> tasks)
    {
        var policy = new PolicyDraft(
            new Statement("InvokeTasks", ["lambda:InvokeFunction"], [.. tasks.Select(static t => (Input<string>)t.Arn)]),
            new Statement("RunItems", ["states:StartExecution"], Arn),
            new Statement("WatchItems", ["states:DescribeExecution", "states:StopExecution"], Executions),
            new Statement("DeliverLogs", LogDelivery, "*"),
            new Statement("WriteTraces", ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"));
        _scope.Key?.GrantUse(policy);
        return policy;
    }
}
