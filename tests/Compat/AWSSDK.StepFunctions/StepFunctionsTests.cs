using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Ghostbusters.Compat.Tests;

public class StepFunctionsTests
{
    [Fact]
    public async Task Start_IsASignedRequest_AndReadsTheAnswer()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(200, """{"executionArn":"arn:e","startDate":1.4202888E9}""");
        using var client = Client(service);

        var started = await client.StartExecutionAsync(new StartExecutionRequest
        {
            StateMachineArn = "arn:aws:states:eu-central-1:123456789012:stateMachine:scan",
            Name = "scan-1",
            Input = "{\"ü\":1}",
        });

        var request = Assert.Single(service.Requests);
        Assert.Equal(("arn:e", DateTime.UnixEpoch.AddSeconds(1420288800)), (started.ExecutionArn, started.StartDate!.Value.ToUniversalTime()));
        Assert.Equal(("POST", "/"), (request.Method, request.Path));
        Assert.Equal("AWSStepFunctions.StartExecution", request.Headers["x-amz-target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["content-type"]);
        Assert.Equal(
            System.Text.Json.Nodes.JsonNode.Parse("""{"input":"{\"ü\":1}","name":"scan-1","stateMachineArn":"arn:aws:states:eu-central-1:123456789012:stateMachine:scan"}""")!.ToJsonString(),
            System.Text.Json.Nodes.JsonNode.Parse(request.Text)!.ToJsonString());
        Assert.EndsWith("/eu-central-1/states/aws4_request", SignatureV4.Scope(request), StringComparison.Ordinal);
        Assert.Equal(SignatureV4.Expected(request, ServiceDouble.SecretKey), SignatureV4.Of(request));
    }

    [Fact]
    public async Task Describe_ReadsEachField()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(200, """
            {"executionArn":"arn:e","stateMachineArn":"arn:m","name":"scan-1","status":"FAILED","startDate":1.5,"stopDate":2,"input":"{}",
             "inputDetails":{"included":true},"error":"E","cause":"C","redriveCount":1,"redriveStatus":"REDRIVABLE","new":{"later":[1]}}
            """);
        using var client = Client(service);

        var execution = await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = "arn:e", IncludedData = IncludedData.METADATA_ONLY });

        Assert.Equal(ExecutionStatus.FAILED, execution.Status);
        Assert.Equal(("scan-1", "E", "C", 1), (execution.Name, execution.Error, execution.Cause, execution.RedriveCount));
        Assert.Equal((true, ExecutionRedriveStatus.REDRIVABLE), (execution.InputDetails.Included, execution.RedriveStatus));
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(2), execution.StopDate!.Value.ToUniversalTime());
        Assert.Null(execution.Output);
        Assert.Contains("\"includedData\":\"METADATA_ONLY\"", Assert.Single(service.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_SaysWhy()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(200, """{"stopDate":5}""");
        using var client = Client(service);

        var stopped = await client.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = "arn:e", Error = "Cancelled", Cause = "by the user" });

        Assert.Equal(DateTime.UnixEpoch.AddSeconds(5), stopped.StopDate!.Value.ToUniversalTime());
        Assert.Contains("\"cause\":\"by the user\"", Assert.Single(service.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_AreExceptionsByName()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(400, """{"__type":"com.amazonaws.swf.service.v2.model#ExecutionAlreadyExists","message":"taken"}""");
        service.Answer(400, """{"__type":"StateMachineDoesNotExist","message":"none"}""");
        service.Answer(400, """{"__type":"SomethingNew","message":"new"}""");
        using var client = Client(service);
        var request = new StartExecutionRequest { StateMachineArn = "arn:m" };

        var taken = await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => client.StartExecutionAsync(request));
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => client.StartExecutionAsync(request));
        var unknown = await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => client.StartExecutionAsync(request));

        Assert.Equal(("taken", "request-1", System.Net.HttpStatusCode.BadRequest), (taken.Message, taken.RequestId, taken.StatusCode));
        Assert.Equal("SomethingNew", unknown.ErrorCode);
    }

    [Fact]
    public async Task ServerErrorsAndThrottling_AreTriedAgain()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(500, "{}");
        service.Answer(400, """{"__type":"ThrottlingException","message":"slow down"}""");
        service.Answer(200, """{"executionArn":"arn:e"}""");
        using var client = Client(service);

        Assert.Equal("arn:e", (await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "arn:m" })).ExecutionArn);
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData("eu-central-1", false, "https://states.eu-central-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, "https://states.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-east-1", true, "https://states-fips.us-east-1.amazonaws.com/")]
    public void Endpoint_IsTheRegions(string region, bool fips, string expected)
    {
        var config = new AmazonStepFunctionsConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips };

        var endpoint = config.DetermineServiceOperationEndpoint(new Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters(new StartExecutionRequest()));

        Assert.Equal(expected, $"{endpoint.URL.TrimEnd('/')}/");
    }

    private static AmazonStepFunctionsClient Client(ServiceDouble service) => new(
        new BasicAWSCredentials(ServiceDouble.AccessKey, ServiceDouble.SecretKey),
        new AmazonStepFunctionsConfig { ServiceURL = service.Address, AuthenticationRegion = "eu-central-1" });
}
