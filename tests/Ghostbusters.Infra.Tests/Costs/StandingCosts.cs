using Ghostbusters.Functions.Aws.Dynamo;
using Ghostbusters.ServiceCost;

namespace Ghostbusters.Infra.Tests.Costs;

/// <summary>Something that is paid for.</summary>
internal sealed record Cost(string What, double Amount, Price Price)
{
    public double Dollars => Price.Of(Amount);
}

/// <summary>What a stack costs in a month in which nobody uses it, counted from what it declares. Every type has its price, or the reason why it has none.</summary>
internal static class StandingCosts
{
    private const int MinutesAMonth = 30 * 24 * 60;

    /// <summary>Lambda reads a queue with so many pollers, each of which waits 20 seconds for a message.</summary>
    private const int Pollers = 5;
    private const int PollsAMinute = 3;

    private const string OnRequest = "Requests to it are paid.";
    private const string OnData = "What it keeps is paid.";
    private const string Part = "A part of something else.";

    /// <summary>Types that cost nothing by being there, and why.</summary>
    public static IReadOnlyDictionary<string, string> Free { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aws:apigateway/account:Account"] = Part,
        ["aws:apigateway/apiKey:ApiKey"] = Part,
        ["aws:apigateway/deployment:Deployment"] = Part,
        ["aws:apigateway/methodSettings:MethodSettings"] = Part,
        ["aws:apigateway/restApi:RestApi"] = OnRequest,
        ["aws:apigateway/stage:Stage"] = "Without a cache it is free.",
        ["aws:apigateway/usagePlan:UsagePlan"] = Part,
        ["aws:apigateway/usagePlanKey:UsagePlanKey"] = Part,
        ["aws:apigatewayv2/api:Api"] = OnRequest,
        ["aws:apigatewayv2/deployment:Deployment"] = Part,
        ["aws:apigatewayv2/integration:Integration"] = Part,
        ["aws:apigatewayv2/route:Route"] = Part,
        ["aws:apigatewayv2/stage:Stage"] = Part,
        ["aws:budgets/budget:Budget"] = "A budget without actions is free.",
        ["aws:cloudwatch/logGroup:LogGroup"] = "What is written to it is paid.",
        ["aws:cognito/resourceServer:ResourceServer"] = Part,
        ["aws:cognito/userPool:UserPool"] = "Active people are paid.",
        ["aws:cognito/userPoolClient:UserPoolClient"] = Part,
        ["aws:cognito/userPoolDomain:UserPoolDomain"] = Part,
        ["aws:dynamodb/table:Table"] = "On demand: requests, and what it keeps and its copies keep, are paid.",
        ["aws:iam/role:Role"] = "IAM is free.",
        ["aws:iam/rolePolicy:RolePolicy"] = "IAM is free.",
        ["aws:kms/alias:Alias"] = Part,
        ["aws:lambda/alias:Alias"] = Part,
        ["aws:lambda/function:Function"] = "Reserved concurrency is free; invocations are paid.",
        ["aws:lambda/permission:Permission"] = Part,
        ["aws:s3/bucket:Bucket"] = OnData,
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = Part,
        ["aws:s3/bucketLogging:BucketLogging"] = Part,
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = Part,
        ["aws:s3/bucketPolicy:BucketPolicy"] = Part,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = Part,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = Part,
        ["aws:s3/bucketVersioning:BucketVersioning"] = OnData,
        ["aws:scheduler/scheduleGroup:ScheduleGroup"] = Part,
        ["aws:sfn/stateMachine:StateMachine"] = "Transitions are paid.",
        ["aws:sns/topic:Topic"] = "What it sends is paid.",
        ["aws:sns/topicPolicy:TopicPolicy"] = Part,
        ["aws:sns/topicSubscription:TopicSubscription"] = Part,
        ["aws:sqs/queue:Queue"] = OnRequest,
        ["aws:sqs/queuePolicy:QueuePolicy"] = Part,
        ["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"] = Part,
        ["aws:ssm/parameter:Parameter"] = "A standard parameter is free.",
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = Part,
    };

    /// <exception cref="NotSupportedException">Nobody knows what a type costs.</exception>
    public static IReadOnlyList<Cost> Of(Graph graph) =>
    [
        .. graph.Nodes.Where(static node => node.IsCustom).SelectMany(node => Of(node, graph))
            .GroupBy(static cost => (cost.What, cost.Price)).Select(static same => new Cost(same.Key.What, same.Sum(static cost => cost.Amount), same.Key.Price)),
    ];

    private static IEnumerable<Cost> Of(Node node, Graph graph) => node.Type switch
    {
        "aws:cloudwatch/metricAlarm:MetricAlarm" => [new("alarms", 1, Prices.Alarm)],
        "aws:cloudwatch/dashboard:Dashboard" => [new("dashboards", 1, Prices.Dashboard)],
        "aws:kms/key:Key" => [new("keys of one's own", 1, Prices.Key)],
        "aws:wafv2/webAcl:WebAcl" => [new("web ACLs", 1, Prices.WebAcl), new("rules of web ACLs", node.At("rules")!.AsArray().Count, Prices.WebAclRule)],
        "aws:lambda/eventSourceMapping:EventSourceMapping" => [new("polls of empty queues", Pollers * PollsAMinute * MinutesAMonth, Prices.QueueRequest)],
        "aws:scheduler/schedule:Schedule" => Ticks(node, graph),
        _ when Free.ContainsKey(node.Type) => [],
        _ => throw new NotSupportedException($"Nobody knows what {node.Type} costs."),
    };

    /// <summary>A tick, its invocation, its trace, and a look into each shard of the index of what waits.</summary>
    private static IEnumerable<Cost> Ticks(Node schedule, Graph graph)
    {
        if (schedule["scheduleExpression"] != "rate(1 minute)") throw new NotSupportedException($"Nobody knows how often {schedule["scheduleExpression"]} is.");
        var function = graph.Of("lambda:Function").Single(function => schedule["target.arn"]!.Contains($":function:{function["name"]}:", StringComparison.Ordinal));
        var gigabytes = function.Number("memorySize")!.Value / 1024d;
        return
        [
            new("ticks of schedules", MinutesAMonth, Prices.Tick),
            new("invocations by schedules", MinutesAMonth, Prices.LambdaRequest),
            new("GB-seconds by schedules, at most", MinutesAMonth * gigabytes * Usage.SlowestFirstAnswer.TotalSeconds, Prices.LambdaGigabyteSecond),
            new("traces of schedules", MinutesAMonth, Prices.Trace),
            new("table read units by schedules", MinutesAMonth * DynamoLayout.PendingShards, Prices.TableReadUnit),
        ];
    }
}
