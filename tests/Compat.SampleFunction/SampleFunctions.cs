using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Compat.SampleFunction;

[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<SampleJson>))]

namespace Ghostbusters.Compat.SampleFunction;

/// <summary>One function of each shape that the tests want to see running.</summary>
public class SampleFunctions(Greeting greeting)
{
    /// <summary>The shape that most functions have: the request as it is, the answer as it is.</summary>
    [LambdaFunction(ResourceName = "Echo", MemorySize = 256, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/echo/{id}")]
    public Task<APIGatewayProxyResponse> Echo(APIGatewayProxyRequest request, ILambdaContext context) => Task.FromResult(new APIGatewayProxyResponse
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["x-request-id"] = context.AwsRequestId },
        Body = request.Body,
    });

    [LambdaFunction]
    [RestApi(LambdaHttpMethod.Get, "/greet/{name}")]
    public IHttpResult Greet(string name, [FromQuery] int times, [FromHeader(Name = "x-tag")] IEnumerable<string> tags, [FromServices] Greeting other)
    {
        if (times > 3)
            return HttpResults.BadRequest("At most three times.");

        return HttpResults
            .Ok($"{string.Concat(Enumerable.Repeat(greeting.Of(name), times))} {string.Join('|', tags ?? [])} {ReferenceEquals(greeting, other)}")
            .AddHeader("X-Kind", "greeting");
    }

    /// <summary>Fails what it is told to fail, and that only.</summary>
    [LambdaFunction]
    [SQSEvent("@Messages", BatchSize = 10)]
    public SQSBatchResponse Consume(SQSEvent batch) => new(
    [
        .. batch.Records.Where(record => record.Body == "fail")
            .Select(record => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = record.MessageId }),
    ]);

    [LambdaFunction]
    public string Fail(string input) => throw new InvalidOperationException($"asked to fail: {input}");

    [LambdaFunction]
    public Task<string> Describe(string input, ILambdaContext context) => Task.FromResult(string.Join(
        '\n',
        input,
        context.FunctionName,
        context.AwsRequestId,
        context.TraceId,
        LambdaTraceProvider.CurrentTraceId,
        Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"),
        context.InvokedFunctionArn,
        context.RemainingTime > TimeSpan.Zero && context.RemainingTime < TimeSpan.FromMinutes(1),
        context.ClientContext.Custom?["key"],
        context.ClientContext.Client?.AppTitle,
        context.Identity.IdentityId ?? "none"));

    /// <summary>As much as is asked for.</summary>
    [LambdaFunction]
    public string Repeat(int length) => new('x', length);

    /// <summary>Says that it began, and ends when a file appears: an invocation under way while the process is told to terminate.</summary>
    [LambdaFunction]
    public async Task<string> Await(string path)
    {
        while (!File.Exists(path))
            await Task.Delay(TimeSpan.FromMilliseconds(10));

        return "done";
    }
}
