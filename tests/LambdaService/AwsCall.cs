using System.Text.Json.Nodes;

namespace Ghostbusters.LambdaService;

/// <summary>What a function asked of AWS, as IAM names it.</summary>
/// <param name="Function">Who asked, by its own word in <c>User-Agent</c>.</param>
/// <param name="Action">Such as <c>dynamodb:GetItem</c>.</param>
/// <param name="Resource">What of, in the words of the wire: a table, <c>table/index/name</c>, <c>bucket/key</c>, a queue, a parameter, a connection; of Step Functions an ARN.</param>
public sealed record AwsCall(string Function, string Action, string Resource)
{
    /// <summary>What a request asks for; one of a batch for each of its parts.</summary>
    /// <exception cref="NotSupportedException">It is a request that nobody has thought of.</exception>
    public static IEnumerable<AwsCall> Of(string service, TappedRequest request) => service switch
    {
        "DYNAMODB" => Dynamo(request.Operation, JsonNode.Parse(request.Body)!).Select(c => new AwsCall(request.Application, "dynamodb:" + c.Operation, c.Resource)),
        "SQS" => [new AwsCall(request.Application, "sqs:" + request.Operation.Replace("Batch", "", StringComparison.Ordinal), JsonNode.Parse(request.Body)!["QueueUrl"]!.ToString().Split('/')[^1])],
        "SSM" => [new AwsCall(request.Application, "ssm:" + request.Operation, JsonNode.Parse(request.Body)!["Name"]!.ToString())],
        "SFN" => [new AwsCall(request.Application, "states:" + request.Operation, Machine(JsonNode.Parse(request.Body)!))],
        "S3" => [new AwsCall(request.Application, Object(request.Method, request.Path, request.Query), request.Path.TrimStart('/'))],
        "CONNECTIONS" => [new AwsCall(request.Application, "execute-api:ManageConnections", request.Path)],
        _ => throw new NotSupportedException($"Nobody knows what {service} is."),
    };

    private static IEnumerable<(string Operation, string Resource)> Dynamo(string operation, JsonNode body) => operation switch
    {
        "BatchGetItem" => body["RequestItems"]!.AsObject().Select(table => (operation, table.Key)),
        "Query" when body["IndexName"] is { } index => [(operation, $"{body["TableName"]}/index/{index}")],
        "Query" or "GetItem" or "UpdateItem" or "DeleteItem" => [(operation, body["TableName"]!.ToString())],
        _ => throw new NotSupportedException($"Nobody knows what a policy says of {operation}."),
    };

    /// <summary>A start names the machine, all else an execution.</summary>
    private static string Machine(JsonNode body) => (body["stateMachineArn"] ?? body["executionArn"])!.ToString();

    private static string Object(string method, string path, string query) => (method, path.Trim('/').Contains('/', StringComparison.Ordinal)) switch
    {
        ("GET" or "HEAD", true) => "s3:GetObject",
        ("PUT", true) => "s3:PutObject",
        ("DELETE", true) => "s3:DeleteObject",
        ("POST", false) when query.Contains("delete", StringComparison.Ordinal) => "s3:DeleteObject",
        ("GET", false) when query.Contains("list-type", StringComparison.Ordinal) => "s3:ListBucket",
        _ => throw new NotSupportedException($"Nobody knows what a policy says of {method} {path}{query}."),
    };
}
