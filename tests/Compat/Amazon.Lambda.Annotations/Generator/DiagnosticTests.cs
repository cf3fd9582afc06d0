using Microsoft.CodeAnalysis;

namespace Ghostbusters.Compat.Tests.Generator;

/// <summary>What cannot work is an error with a place, and no handler is written for it.</summary>
public class DiagnosticTests
{
    private const string Serializer = "[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]\n";

    [Theory]
    [InlineData("COMPAT0001", "static function", "[LambdaFunction] public static void F() { }")]
    [InlineData("COMPAT0001", "generic function", "[LambdaFunction] public void F<T>() { }")]
    [InlineData("COMPAT0001", "ValueTask", "[LambdaFunction] public ValueTask F() => default;")]
    [InlineData("COMPAT0001", "not public", "[LambdaFunction] private void F() { }")]
    [InlineData("COMPAT0001", "by reference", "[LambdaFunction] public void F(in int a) { }")]
    [InlineData("COMPAT0001", "[FromServices]", "[LambdaFunction] public void F([FromServices] IDisposable a) { }")]
    [InlineData("AWSLambda0102", "several event", "[LambdaFunction, SQSEvent(\"@A\"), SQSEvent(\"@B\")] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0105", "IHttpResult", "[LambdaFunction] public IHttpResult F() => null;")]
    [InlineData("AWSLambda0106", "a-b", "[LambdaFunction(ResourceName = \"a-b\")] public void F() { }")]
    [InlineData("AWSLambda0109", "'a'", "[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/\")] public void F([FromQuery] Guid a) { }")]
    [InlineData("AWSLambda0109", "'a'", "[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/{a}\")] public void F(int? a) { }")]
    [InlineData("AWSLambda0109", "'a'", "[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/\")] public void F([FromHeader] string[] a) { }")]
    [InlineData("AWSLambda0110", "a b", "[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/\")] public void F([FromQuery(Name = \"a b\")] string a) { }")]
    [InlineData("AWSLambda0115", "'a'", "[LambdaFunction] public void F([FromQuery] string a) { }")]
    [InlineData("AWSLambda0116", "BatchSize", "[LambdaFunction, SQSEvent(\"@A\", BatchSize = 0)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "MaximumBatchingWindowInSeconds", "[LambdaFunction, SQSEvent(\"@A\", BatchSize = 11)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "MaximumConcurrency", "[LambdaFunction, SQSEvent(\"@A\", MaximumConcurrency = 1)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "ARN", "[LambdaFunction, SQSEvent(\"queue\")] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0116", "FIFO", "[LambdaFunction, SQSEvent(\"arn:aws:sqs:r:1:q.fifo\", MaximumBatchingWindowInSeconds = 1)] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0117", "SQSEvent", "[LambdaFunction, SQSEvent(\"@A\")] public void F(string e) { }")]
    [InlineData("AWSLambda0117", "return", "[LambdaFunction, SQSEvent(\"@A\")] public string F(SQSEvent e) => \"\";")]
    [InlineData("AWSLambda0117", "return", "[LambdaFunction, DynamoDBEvent(\"@A\")] public StreamsEventResponse F(DynamoDBEvent e) => null;")]
    [InlineData("AWSLambda0117", "more than one event", "[LambdaFunction] public void F(string a, string b) { }")]
    [InlineData("AWSLambda0117", "payload version", "[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\")] public void F(APIGatewayProxyRequest r) { }")]
    [InlineData("AWSLambda0129", "SQSEvent", "[SQSEvent(\"@A\")] public void F(SQSEvent e) { }")]
    [InlineData("AWSLambda0136", "bucket", "[LambdaFunction, S3Event(\"uploads\")] public void F(S3Event e) { }")]
    [InlineData("AWSLambda0137", "stream", "[LambdaFunction, DynamoDBEvent(\"table\")] public void F(DynamoDBEvent e) { }")]
    [InlineData("AWSLambda0139", "rate(", "[LambdaFunction, ScheduleEvent(\"daily\")] public void F(ScheduledEvent e) { }")]
    public void WrongFunction_IsAnErrorThatSaysWhy(string id, string says, string method)
    {
        var run = GeneratorRun.Of($"{Serializer}public class C {{ {method} }}");

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((id, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains(says, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("Functions.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("AWSLambda0101", "[LambdaStartup] public class A { public void ConfigureServices(IServiceCollection s) { } } [LambdaStartup] public class B { public void ConfigureServices(IServiceCollection s) { } }")]
    [InlineData("COMPAT0001", "[LambdaStartup] public class A { public void ConfigureHostBuilder() { } }")]
    [InlineData("COMPAT0001", "public class C(string a) { [LambdaFunction] public string F() => a; }")]
    [InlineData("COMPAT0002", "public class C { [LambdaFunction] public void F() { } [LambdaFunction] public void F(string a) { } }")]
    [InlineData("COMPAT0001", "public class O { public class C { [LambdaFunction] public void F() { } } }")]
    public void WrongClass_IsAnError(string id, string source) =>
        Assert.Contains(GeneratorRun.Of(Serializer + source).Diagnostics, diagnostic => diagnostic.Id == id);

    [Fact]
    public void MissingSerializer_IsAnError() =>
        Assert.Equal("AWSLambda0108", Assert.Single(GeneratorRun.Of("public class C { [LambdaFunction] public void F() { } }").Diagnostics).Id);

    [Theory]
    [InlineData("AWSLambda0111", OutputKind.DynamicallyLinkedLibrary, "public class C { [LambdaFunction] public void F() { } }")]
    [InlineData("AWSLambda0113", OutputKind.ConsoleApplication, "public class C { public void F() { } }")]
    [InlineData("COMPAT0002", OutputKind.ConsoleApplication, "public class C { [LambdaFunction] public void F() { } } public class D { [LambdaFunction] public void F() { } }")]
    public void WrongExecutable_IsAnError(string id, OutputKind kind, string source)
    {
        var run = GeneratorRun.Of($"{Serializer}[assembly: LambdaGlobalProperties(GenerateMain = true)]\n{source}", kind);

        Assert.Equal(id, Assert.Single(run.Diagnostics).Id);
        Assert.DoesNotContain("Program.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void UnknownRuntime_IsAnError() => Assert.Equal(
        "AWSLambda0112",
        Assert.Single(GeneratorRun.Of($"{Serializer}[assembly: LambdaGlobalProperties(Runtime = \"dotnet5\")]").Diagnostics).Id);
}
