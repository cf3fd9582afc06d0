using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Host.Tests.Sample;
using Ghostbusters.Functions.Queues;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<SampleJson>))]

namespace Ghostbusters.Functions.Host.Tests.Sample;

/// <summary>One function of each shape that a host must run.</summary>
public class SampleFunctions(IQueue queue)
{
    /// <summary>Says what it was given. It is called with a key.</summary>
    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Post, "/sample/echo/{id}")]
    [RequiresScope("sample:write")]
    [Takes(typeof(SampleBody)), Answers(200, typeof(SampleAnswer)), Query("tag", "Any text.")]
    public Task<APIGatewayProxyResponse> Echo(APIGatewayProxyRequest request, ILambdaContext context) => Task.FromResult(new APIGatewayProxyResponse
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["content-type"] = "application/json" },
        MultiValueHeaders = new Dictionary<string, IList<string>> { ["x-two"] = ["a", "b"] },
        Body = JsonSerializer.Serialize(request),
    });

    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Get, "/sample/bytes")]
    [Anonymous("A sample.")]
    public APIGatewayProxyResponse Bytes(APIGatewayProxyRequest request) => new()
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["content-type"] = "application/octet-stream" },
        Body = Convert.ToBase64String([0, 255, 1]),
        IsBase64Encoded = true,
    };

    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Get, "/sample/never")]
    [Anonymous("A sample.")]
    public Task<APIGatewayProxyResponse> Never(APIGatewayProxyRequest request) => new TaskCompletionSource<APIGatewayProxyResponse>().Task;

    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Get, "/sample/fail")]
    [Anonymous("A sample.")]
    public Task<APIGatewayProxyResponse> Fail(APIGatewayProxyRequest request) => throw new InvalidOperationException("the inner secret");

    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Get, "/sample/result")]
    [Anonymous("A sample.")]
    public IHttpResult Result() => HttpResults.Ok("as text").AddHeader("x-kind", "result");

    /// <summary>Puts the body into the queue that <see cref="Work"/> takes from.</summary>
    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Post, "/sample/send")]
    [Anonymous("A sample.")]
    public async Task<APIGatewayProxyResponse> Send(APIGatewayProxyRequest request)
    {
        await queue.SendAsync(TenantId.Parse("local"), new QueueName("sample-work"), new OutgoingMessage(request.Body) { Attributes = new Dictionary<string, string> { ["kind"] = "sample" } }, CancellationToken.None);
        return new APIGatewayProxyResponse { StatusCode = 202 };
    }

    /// <summary>Fails what it is told to fail, the first time; throws for <c>throw</c>, the first time; holds <c>hold</c> until it is let go.</summary>
    [LambdaFunction(Timeout = 60)]
    [SQSEvent("@SampleWork", BatchSize = 10, MaximumConcurrency = 2)]
    public async Task<SQSBatchResponse> Work(SQSEvent batch, ILambdaContext context)
    {
        var failed = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var message in batch.Records)
        {
            var attempt = message.Attributes["ApproximateReceiveCount"];
            await SampleInbox.Arrived.Writer.WriteAsync(new SampleMessage(message.Body, attempt, message.MessageAttributes["tenant"].StringValue, message.MessageAttributes["kind"].StringValue));
            if (message.Body.StartsWith("hold", StringComparison.Ordinal) && attempt == "1") await SampleInbox.LetGo.Task;
            if (message.Body.StartsWith("throw", StringComparison.Ordinal) && attempt == "1") throw new InvalidOperationException("asked to throw");
            if (message.Body.StartsWith("fail", StringComparison.Ordinal) && attempt == "1") failed.Add(new() { ItemIdentifier = message.MessageId });
        }
        return new SQSBatchResponse(failed);
    }
}
