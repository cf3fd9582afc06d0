using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Ghostbusters.Infra.Watching;

/// <summary>An alarm that somebody hears.</summary>
public sealed class Alarm : ComponentResource
{
    public Alarm(string name, AlarmArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:Alarm", name, options)
    {
        Name = args.Scope.Names.Of(name);
        var alarm = new MetricAlarm(name, new MetricAlarmArgs
        {
            Name = Name,
            AlarmDescription = args.Description,
            Namespace = args.Namespace,
            MetricName = args.Metric,
            Dimensions = args.Dimensions,
            Statistic = args.Statistic is { } statistic ? (Input<string>)statistic : null,
            ExtendedStatistic = args.Percentile is { } percentile ? (Input<string>)percentile : null,
            Threshold = args.Threshold,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            Period = 60 * args.Minutes,
            EvaluationPeriods = args.Periods,
            DatapointsToAlarm = args.Periods,
            TreatMissingData = "notBreaching",
            AlarmActions = [args.Scope.AlarmTopic],
            OkActions = [args.Scope.AlarmTopic],
            Tags = args.Scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this });
        Arn = alarm.Arn;
        RegisterOutputs();
    }

    public string Name { get; }

    public Output<string> Arn { get; }
}

/// <summary>What an <see cref="Alarm"/> needs.</summary>
public sealed record AlarmArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>What has happened and where it says what to do.</summary>
    public required string Description { get; init; }

    public required string Namespace { get; init; }

    public required string Metric { get; init; }

    public required InputMap<string> Dimensions { get; init; }

    /// <summary><c>Sum</c>, <c>Maximum</c>, …; null where <see cref="Percentile"/> is given.</summary>
    public string? Statistic { get; init; }

    /// <summary>Such as <c>p95</c>.</summary>
    public string? Percentile { get; init; }

    /// <summary>From here on it alarms.</summary>
    public required double Threshold { get; init; }

    /// <summary>Of one period.</summary>
    public int Minutes { get; init; } = 5;

    /// <summary>So many periods in a row.</summary>
    public int Periods { get; init; } = 1;
}
