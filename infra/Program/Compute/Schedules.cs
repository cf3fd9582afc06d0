using Amazon.Lambda.Annotations.Schedule;
using Ghostbusters.Infra.Messaging;
using Ghostbusters.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Ghostbusters.Infra.Compute;

/// <summary>What runs by the clock. A tick that cannot be delivered goes to dead letters, like any message.</summary>
public sealed class Schedules : ComponentResource
{
    private readonly StackScope _scope;
    private readonly ScheduleGroup _group;

    public Schedules(string name, StackScope scope, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:Schedules", name, options)
    {
        _scope = scope;
        _group = new ScheduleGroup(name, new ScheduleGroupArgs { Name = scope.Names.Of(name), Tags = scope.Names.Tags }, new CustomResourceOptions { Parent = this });
        Missed = new QueueWithDlq(name + "-missed", new QueueWithDlqArgs { Scope = scope, Visibility = TimeSpan.FromMinutes(5) }, new ComponentResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>Ticks that could not be delivered.</summary>
    public QueueWithDlq Missed { get; }

    public void Add(FunctionResource function, ScheduleEventAttribute schedule)
    {
        var policy = new PolicyDraft(new Statement("Invoke", ["lambda:InvokeFunction"], function.Arn));
        Missed.GrantSend(policy);
        _scope.Key?.GrantUse(policy);
        var role = new ServiceRole(function.Name + "-clock", new ServiceRoleArgs { Scope = _scope, Service = "scheduler.amazonaws.com", Policy = policy }, new ComponentResourceOptions { Parent = this });
        _ = new Schedule(function.Name, new ScheduleArgs
        {
            Name = _scope.Names.Of(function.Name),
            Description = schedule.Description,
            GroupName = _group.Name,
            ScheduleExpression = schedule.Schedule,
            ScheduleExpressionTimezone = "UTC",
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            State = "ENABLED",
            Target = new ScheduleTargetArgs
            {
                Arn = function.Arn,
                RoleArn = role.Role.Arn,
                DeadLetterConfig = new ScheduleTargetDeadLetterConfigArgs { Arn = Missed.Arn },
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = 3, MaximumEventAgeInSeconds = 300 },
            },
        }, new CustomResourceOptions { Parent = this, DependsOn = role.Policy });
    }
}
