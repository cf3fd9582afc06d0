using System.Text;
using System.Text.Json;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.Compat.Tests;

/// <summary>The sample functions as processes against the runtime API: what Lambda sees.</summary>
public class FunctionProcessTests
{
    [Fact]
    public async Task PassedOnRequest_IsAnswered_OverOneConnection()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Echo");

        for (var number = 1; number <= 3; number++)
        {
            var outcome = await api.InvokeAsync(Encoding.UTF8.GetBytes($$"""{ "body": "n{{number}} ü \"", "pathParameters": { "id": "1" } }"""))
                .WaitAsync(SampleFunction.Patience);

            using var answer = JsonDocument.Parse(outcome.Body);
            Assert.False(outcome.IsError, outcome.Text);
            Assert.Equal(200, answer.RootElement.GetProperty("statusCode").GetInt32());
            Assert.Equal($"n{number} ü \"", answer.RootElement.GetProperty("body").GetString());
            Assert.Equal($"00000000-0000-4000-8000-{number:d12}", answer.RootElement.GetProperty("headers").GetProperty("x-request-id").GetString());
        }

        Assert.Equal(1, api.Connections);
        Assert.NotEmpty(api.UserAgent!);
    }

    [Fact]
    public async Task BoundArguments_ComeFromRouteQueryHeadersAndServices()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Greet");

        var outcome = await api.InvokeAsync("""
            { "pathParameters": { "name": "Ann" }, "queryStringParameters": { "times": "2" }, "multiValueHeaders": { "X-TAG": ["a", "b"] } }
            """u8.ToArray()).WaitAsync(SampleFunction.Patience);

        Assert.Equal(
            """{"statusCode":200,"multiValueHeaders":{"x-kind":["greeting"],"content-type":["text/plain"]},"body":"Hello Ann.Hello Ann. a|b True","isBase64Encoded":false}""",
            outcome.Text);
    }

    [Fact]
    public async Task UnreadableArgument_IsRefused_WithoutTheCallersText()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Greet");

        var outcome = await api.InvokeAsync("""
            { "pathParameters": { "name": "Ann" }, "queryStringParameters": { "times": "2\",\"injected\":\"<script>" } }
            """u8.ToArray()).WaitAsync(SampleFunction.Patience);

        using var answer = JsonDocument.Parse(outcome.Body);
        using var problem = JsonDocument.Parse(answer.RootElement.GetProperty("body").GetString()!);
        Assert.Equal(400, answer.RootElement.GetProperty("statusCode").GetInt32());
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Contains("times", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("script", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_AnswersWithWhatFailed()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Consume");

        var outcome = await api.InvokeAsync("""
            { "Records": [{ "messageId": "m1", "body": "ok" }, { "messageId": "m2", "body": "fail" }, { "messageId": "m3", "body": "ok" }] }
            """u8.ToArray()).WaitAsync(SampleFunction.Patience);

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m2"}]}""", outcome.Text);
    }

    [Fact]
    public async Task Context_HoldsWhatLambdaSaid()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Describe");
        var options = new InvocationOptions
        {
            ClientContext = """{"custom":{"key":"value"},"client":{"app_title":"App"},"env":{"make":"x"}}""",
            CognitoIdentity = """{"cognitoIdentityId":"id1","cognitoIdentityPoolId":"pool1"}""",
        };

        var outcome = await api.InvokeAsync(SampleFunction.Text("in"), options).WaitAsync(SampleFunction.Patience);
        var bare = await api.InvokeAsync(SampleFunction.Text("in")).WaitAsync(SampleFunction.Patience);

        var lines = JsonSerializer.Deserialize<string>(outcome.Body)!.Split('\n');
        Assert.Equal(
            ["in", "sample", "00000000-0000-4000-8000-000000000001", options.TraceId, options.TraceId, options.TraceId, options.FunctionArn, "True", "value", "App", "id1"],
            lines);
        Assert.Equal(["True", "", "", "none"], JsonSerializer.Deserialize<string>(bare.Body)!.Split('\n')[^4..]);
    }

    [Fact]
    public async Task Exception_IsReportedWithTypeMessageAndStack_AndTheNextEventIsServed()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Fail");

        var first = await api.InvokeAsync(SampleFunction.Text("one")).WaitAsync(SampleFunction.Patience);
        var second = await api.InvokeAsync(SampleFunction.Text("two")).WaitAsync(SampleFunction.Patience);

        using var error = JsonDocument.Parse(first.Body);
        Assert.Equal("InvalidOperationException", first.ErrorType);
        Assert.Equal("application/vnd.aws.lambda.error+json", first.Headers["content-type"]);
        Assert.Equal("InvalidOperationException", error.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("asked to fail: one", error.RootElement.GetProperty("errorMessage").GetString());
        Assert.Contains("SampleFunctions.Fail", error.RootElement.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        using var cause = JsonDocument.Parse(first.Headers["lambda-runtime-function-xray-error-cause"]);
        Assert.Equal("asked to fail: one", cause.RootElement.GetProperty("exceptions")[0].GetProperty("message").GetString());
        Assert.Contains("two", second.Text, StringComparison.Ordinal);
        Assert.Contains("asked to fail: one", function.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadableEvent_IsAnError_AndTheProcessLives()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Repeat");

        var broken = await api.InvokeAsync("{"u8.ToArray()).WaitAsync(SampleFunction.Patience);
        var sound = await api.InvokeAsync("3"u8.ToArray()).WaitAsync(SampleFunction.Patience);

        Assert.Equal("JsonSerializerException", broken.ErrorType);
        Assert.Equal("\"xxx\"", sound.Text);
    }

    [Fact]
    public async Task TooLargeAnswer_IsThatInvocationsError_AndTheNextEventIsServed()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Repeat");

        var large = await api.InvokeAsync(Encoding.UTF8.GetBytes($"{RuntimeApi.LargestAnswer}")).WaitAsync(SampleFunction.Patience);
        var small = await api.InvokeAsync("1"u8.ToArray()).WaitAsync(SampleFunction.Patience);

        Assert.Equal("Function.ResponseSizeTooLarge", large.ErrorType);
        Assert.Equal("\"x\"", small.Text);
    }

    [Fact]
    public async Task Terminate_WhileIdle_EndsTheProcessWithZero()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Repeat");
        await api.InvokeAsync("1"u8.ToArray()).WaitAsync(SampleFunction.Patience);

        function.SendTerminate();

        Assert.Equal(0, await function.WaitForExitAsync().WaitAsync(SampleFunction.Patience));
    }

    [Fact]
    public async Task Terminate_DuringAnInvocation_LetsItFinish()
    {
        var signal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, "Await");
        var running = api.InvokeAsync(SampleFunction.Text(signal));
        await function.HasWritten("began").WaitAsync(SampleFunction.Patience);

        function.SendTerminate();
        await File.WriteAllTextAsync(signal, "");

        Assert.Equal("\"done\"", (await running.WaitAsync(SampleFunction.Patience)).Text);
        Assert.Equal(0, await function.WaitForExitAsync().WaitAsync(SampleFunction.Patience));
        File.Delete(signal);
    }

    [Theory]
    [InlineData("Nobody", "ANNOTATIONS_HANDLER is 'Nobody'")]
    [InlineData(null, "ANNOTATIONS_HANDLER is not set")]
    public async Task UnknownHandler_IsAnInitErrorThatListsTheKnownOnes(string? handler, string says)
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = SampleFunction.Start(api, handler);

        var error = await api.InitError.WaitAsync(SampleFunction.Patience);

        Assert.Equal(1, await function.WaitForExitAsync().WaitAsync(SampleFunction.Patience));
        Assert.Equal("InvalidOperationException", error.ErrorType);
        Assert.Contains(says, error.Text, StringComparison.Ordinal);
        Assert.Contains("Echo, Greet, Consume", error.Text, StringComparison.Ordinal);
        Assert.Contains("Echo, Greet, Consume", function.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutARuntimeApi_TheProgramSaysSo()
    {
        await using var function = SampleFunction.Start(null, "Nobody");

        Assert.Equal(1, await function.WaitForExitAsync().WaitAsync(SampleFunction.Patience));
        Assert.Contains("ANNOTATIONS_HANDLER is 'Nobody'", function.Log, StringComparison.Ordinal);
    }
}
