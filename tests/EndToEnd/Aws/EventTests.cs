using System.Text;
using System.Text.Json;
using Amazon.SQS.Model;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.LambdaRuntimeApi;
using Ghostbusters.LambdaService;

namespace Ghostbusters.EndToEnd.Aws;

/// <summary>What the emulators give functions has the fields of AWS's documentation, all and no others.</summary>
public sealed class EventTests
{
    private static readonly GatewayRequest Request = new(
        "c6af9ac6-7b61-11e6-9a41-93e8deadbeef", "POST", "/scans/a%20b", [new("User-Agent", "curl/8"), new("X-Tag", new(["a", "b"]))], [new("page", new(["1", "2"]))],
        "id.execute-api.eu-central-1.amazonaws.com", "192.0.2.1", new DateTimeOffset(2026, 11, 26, 1, 2, 3, TimeSpan.FromHours(1)));

    [Fact]
    public void RestEvent_IsTheDocumentedOne()
    {
        var made = ProxyEvent.Of(Request, "/scans/{id}", new Dictionary<string, string> { ["id"] = "a b" }, "ü"u8.ToArray());
        AssertSameNames("""
            {
              "resource": "", "path": "", "httpMethod": "", "headers": {}, "multiValueHeaders": {}, "queryStringParameters": {}, "multiValueQueryStringParameters": {},
              "requestContext": {
                "resourceId": "", "resourcePath": "", "httpMethod": "", "extendedRequestId": "", "requestTime": "", "path": "", "accountId": "", "protocol": "", "stage": "",
                "domainPrefix": "", "requestTimeEpoch": 0, "requestId": "", "domainName": "", "apiId": "",
                "identity": {
                  "accessKey": null, "accountId": null, "caller": null, "cognitoAuthenticationProvider": null, "cognitoAuthenticationType": null, "cognitoIdentityId": null,
                  "cognitoIdentityPoolId": null, "principalOrgId": null, "sourceIp": "", "user": null, "userAgent": "", "userArn": null
                }
              },
              "pathParameters": {}, "stageVariables": null, "body": "", "isBase64Encoded": false
            }
            """, made, "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters", "pathParameters");
        using var document = JsonDocument.Parse(made);
        var root = document.RootElement;
        Assert.Equal(("/scans/a b", "a b", "b", "2", "w7w="), (
            root.GetProperty("path").GetString(), root.GetProperty("pathParameters").GetProperty("id").GetString(), root.GetProperty("headers").GetProperty("X-Tag").GetString(),
            root.GetProperty("queryStringParameters").GetProperty("page").GetString(), root.GetProperty("body").GetString()));
        Assert.Equal("26/Nov/2026:00:02:03 +0000", root.GetProperty("requestContext").GetProperty("requestTime").GetString());
    }

    [Fact]
    public void SocketEvents_AreTheDocumentedOnes()
    {
        const string Context = """
            "eventType": "", "extendedRequestId": "", "requestTime": "", "messageDirection": "", "stage": "", "connectedAt": 0, "requestTimeEpoch": 0,
            "identity": { "userAgent": "", "sourceIp": "" }, "requestId": "", "domainName": "", "connectionId": "", "apiId": "", "routeKey": ""
            """;
        var events = new SocketEvent(Request, "c1=");
        AssertSameNames($$"""
            { "headers": {}, "multiValueHeaders": {}, "queryStringParameters": {}, "multiValueQueryStringParameters": {}, "requestContext": { {{Context}} }, "isBase64Encoded": false }
            """, events.Connect(), "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters");
        AssertSameNames($$"""{ "requestContext": { {{Context}}, "messageId": "" }, "body": "", "isBase64Encoded": false }""", events.Message("subscribe", "m1", "{}", Request.At));
        AssertSameNames($$"""
            { "headers": {}, "multiValueHeaders": {}, "requestContext": { {{Context}}, "disconnectStatusCode": 0, "disconnectReason": "" }, "isBase64Encoded": false }
            """, events.Disconnect("m2", 1000, "", Request.At), "headers", "multiValueHeaders");
    }

    [Fact]
    public void QueueEvent_IsTheDocumentedOne()
    {
        var message = new Message
        {
            MessageId = "m1",
            ReceiptHandle = "r1",
            Body = "{}",
            MD5OfBody = "md5",
            Attributes = new() { ["ApproximateReceiveCount"] = "1", ["SentTimestamp"] = "1", ["SenderId"] = "s", ["ApproximateFirstReceiveTimestamp"] = "1" },
            MessageAttributes = new() { ["tenant"] = new MessageAttributeValue { DataType = "String", StringValue = "ada" } },
        };
        AssertSameNames("""
            {
              "Records": [{
                "messageId": "", "receiptHandle": "", "body": "",
                "attributes": { "ApproximateReceiveCount": "", "SentTimestamp": "", "SenderId": "", "ApproximateFirstReceiveTimestamp": "" },
                "messageAttributes": { "tenant": { "stringValue": "", "stringListValues": [], "binaryListValues": [], "dataType": "" } },
                "md5OfBody": "", "eventSource": "", "eventSourceARN": "", "awsRegion": ""
              }]
            }
            """, QueueEvent.Of("scans", "eu-central-1", [message]));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("""{"batchItemFailures":[]}""", "")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"b"}]}""", "b")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"unknown"}]}""", "ab")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""", "ab")]
    [InlineData("""{"batchItemFailures":[{"id":"b"}]}""", "ab")]
    [InlineData("[1", "ab")]
    public void FailedMessages_AreByLambdasRules(string answer, string failed) =>
        Assert.Equal(failed, string.Concat(EventSource.Failed(new InvocationOutcome(Encoding.UTF8.GetBytes(answer), null, new Dictionary<string, string>()), ["a", "b"]).Order()));

    [Fact]
    public async Task OfABatch_OnlyWhatFailsComesAgain_AndAtLastGoesToTheDeadLetters()
    {
        var (queue, letters) = (new QueueName("work"), new QueueName("work-dlq"));
        await using var queues = new SqsServer([new QueueDefinition(queue, 3, letters), new QueueDefinition(letters, int.MaxValue, null)], TimeProvider.System);
        foreach (var body in new[] { "ok", "fail", "ok" }) queues.Inject(queue, body);
        var consume = new DeployedFunction("Consume", TimeSpan.FromSeconds(30), 512, null, null, queue.Value, 10);
        await using var functions = new LambdaFunctions(Built.PathOf("Compat.SampleFunction", "bootstrap.dll"), [consume], []);
        using var client = queues.Client();
        await using (new EventSource(functions, consume, queues.Client(), queues.Addresses[queue].Url))
        {
            // A dead letter is made when its queue is asked again; the wait ends when it is there.
            var dead = (await client.ReceiveMessageAsync(new ReceiveMessageRequest(queues.Addresses[letters].Url) { WaitTimeSeconds = 20 })).Messages;
            Assert.Equal("fail", Assert.Single(dead).Body);
        }
        var left = await client.ReceiveMessageAsync(new ReceiveMessageRequest(queues.Addresses[queue].Url) { MaxNumberOfMessages = 10 });
        Assert.Empty(left.Messages ?? []);
    }

    private static void AssertSameNames(string documented, byte[] made, params string[] open)
    {
        using var expected = JsonDocument.Parse(documented);
        using var actual = JsonDocument.Parse(made);
        Assert.Equal(Names(expected.RootElement, "", open).Order(), Names(actual.RootElement, "", open).Order());
    }

    /// <summary>Paths of all members; what is in those whose names are the caller's is left out.</summary>
    private static IEnumerable<string> Names(JsonElement element, string path, string[] open) => element.ValueKind switch
    {
        JsonValueKind.Object when !open.Contains(path) => element.EnumerateObject()
            .SelectMany(member => Names(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", open).Prepend(path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array when !open.Contains(path) => element.EnumerateArray().SelectMany(item => Names(item, path + "[]", open)),
        _ => [],
    };
}
