using System.Collections.Immutable;
using Pulumi.Testing;

namespace Ghostbusters.Infra.Tests.Graphs;

/// <summary>Gives resources the ids and ARNs that AWS would. A type that nobody has thought of fails the run.</summary>
internal sealed class Aws : IMocks
{
    public const string Account = "123456789012";
    public const string Region = "eu-central-1";

    private const string Here = $":{Region}:{Account}:";

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var (id, made) = args.Type!.StartsWith("ghostbusters:", StringComparison.Ordinal) ? (null, []) : Make(args.Type, args.Name!, args.Inputs);
        var state = args.Inputs;
        foreach (var (name, value) in made) state = state.SetItem(name, value);
        return Task.FromResult<(string?, object)>((id, state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object> { ["accountId"] = Account },
        "aws:index/getRegion:getRegion" => new Dictionary<string, object> { ["region"] = Region },
        "aws:index/getPartition:getPartition" => new Dictionary<string, object> { ["partition"] = "aws" },
        _ => throw new InvalidOperationException($"Nobody knows what {args.Token} answers."),
    });

    private static (string Id, (string Name, object Value)[] State) Make(string type, string name, ImmutableDictionary<string, object> inputs)
    {
        var named = inputs.TryGetValue("name", out var given) ? (string)given : name;
        return type switch
        {
            "aws:lambda/function:Function" => (named, [("arn", Arn("lambda", "function:" + named)), ("version", "1")]),
            "aws:lambda/alias:Alias" => Alias((string)inputs["functionName"], named),
            "aws:lambda/permission:Permission" or "aws:lambda/eventSourceMapping:EventSourceMapping" => (name, []),
            "aws:iam/role:Role" => (named, [("arn", $"arn:aws:iam::{Account}:role/{named}"), ("name", named)]),
            "aws:iam/rolePolicy:RolePolicy" => ($"{inputs["role"]}:{named}", []),
            "aws:sqs/queue:Queue" => (Url(named), [("arn", Arn("sqs", named)), ("url", Url(named)), ("name", named)]),
            "aws:sqs/queuePolicy:QueuePolicy" or "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy" => ((string)inputs["queueUrl"], []),
            "aws:dynamodb/table:Table" => (named, [("arn", Arn("dynamodb", "table/" + named)), ("name", named)]),
            "aws:s3/bucket:Bucket" => ((string)inputs["bucket"], [("arn", $"arn:aws:s3:::{inputs["bucket"]}")]),
            _ when type.StartsWith("aws:s3/bucket", StringComparison.Ordinal) => ((string)inputs["bucket"], []),
            "aws:apigateway/restApi:RestApi" => ("rest123", [("executionArn", $"arn:aws:execute-api{Here}rest123"), ("rootResourceId", "root")]),
            "aws:apigateway/stage:Stage" => ("ags-rest123-" + inputs["stageName"],
                [("invokeUrl", $"https://rest123.execute-api.{Region}.amazonaws.com/{inputs["stageName"]}"), ("arn", $"arn:aws:apigateway:{Region}::/restapis/rest123/stages/{inputs["stageName"]}")]),
            "aws:apigateway/apiKey:ApiKey" => ("key-" + name, []),
            _ when type.StartsWith("aws:apigateway/", StringComparison.Ordinal) => (name, []),
            "aws:apigatewayv2/api:Api" => ("ws123", [("apiEndpoint", $"wss://ws123.execute-api.{Region}.amazonaws.com"), ("executionArn", $"arn:aws:execute-api{Here}ws123")]),
            _ when type.StartsWith("aws:apigatewayv2/", StringComparison.Ordinal) => (name, []),
            "aws:cloudwatch/logGroup:LogGroup" => (named, [("arn", Arn("logs", "log-group:" + named)), ("name", named)]),
            "aws:cloudwatch/metricAlarm:MetricAlarm" => (named, [("arn", Arn("cloudwatch", "alarm:" + named))]),
            "aws:cloudwatch/dashboard:Dashboard" or "aws:budgets/budget:Budget" => (name, []),
            "aws:scheduler/schedule:Schedule" or "aws:scheduler/scheduleGroup:ScheduleGroup" => (named, [("name", named)]),
            "aws:sfn/stateMachine:StateMachine" => (Arn("states", "stateMachine:" + named), [("arn", Arn("states", "stateMachine:" + named))]),
            "aws:cognito/userPool:UserPool" => ($"{Region}_pool", [("arn", Arn("cognito-idp", $"userpool/{Region}_pool")), ("endpoint", $"cognito-idp.{Region}.amazonaws.com/{Region}_pool")]),
            _ when type.StartsWith("aws:cognito/", StringComparison.Ordinal) => ("client123", []),
            "aws:ssm/parameter:Parameter" => (named, [("arn", Arn("ssm", "parameter" + named))]),
            "aws:sns/topic:Topic" => (Arn("sns", named), [("arn", Arn("sns", named))]),
            "aws:sns/topicPolicy:TopicPolicy" or "aws:sns/topicSubscription:TopicSubscription" => (name, []),
            "aws:kms/key:Key" => ("0a1b2c3d", [("arn", Arn("kms", "key/0a1b2c3d")), ("keyId", "0a1b2c3d")]),
            "aws:kms/alias:Alias" => (named, []),
            "aws:wafv2/webAcl:WebAcl" => (named, [("arn", Arn("wafv2", $"regional/webacl/{named}/1"))]),
            "aws:wafv2/webAclAssociation:WebAclAssociation" => (name, []),
            _ => throw new InvalidOperationException($"Nobody knows what AWS makes of {type}."),
        };
    }

    private static (string, (string, object)[]) Alias(string function, string name)
    {
        var arn = Arn("lambda", $"function:{function}:{name}");
        return ($"{function}/{name}", [("arn", arn), ("invokeArn", $"arn:aws:apigateway:{Region}:lambda:path/2015-03-31/functions/{arn}/invocations")]);
    }

    private static string Arn(string service, string resource) => $"arn:aws:{service}{Here}{resource}";

    private static string Url(string queue) => $"https://sqs.{Region}.amazonaws.com/{Account}/{queue}";
}
