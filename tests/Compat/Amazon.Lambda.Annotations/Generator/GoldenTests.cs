using Ghostbusters.Testing;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Compat.Tests.Generator;

/// <summary>Generated handlers, byte for byte, and that they compile without a warning.</summary>
public class GoldenTests
{
    private const string Serializer = "[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]\n";

    public static TheoryData<string, string> Functions => new()
    {
        {
            "PassedOn", """
            namespace Shop;
            public class Orders
            {
                [LambdaFunction, RestApi(LambdaHttpMethod.Post, "/orders")]
                public Task<APIGatewayProxyResponse> Place(APIGatewayProxyRequest request, ILambdaContext context) => Task.FromResult(new APIGatewayProxyResponse());
            }
            """
        },
        {
            "HttpApiPassedOn", """
            public class Orders
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/orders")]
                public APIGatewayHttpApiV2ProxyResponse List(APIGatewayHttpApiV2ProxyRequest request) => new APIGatewayHttpApiV2ProxyResponse();
            }
            """
        },
        {
            "Queue", """
            namespace Shop;
            public class Orders
            {
                [LambdaFunction, SQSEvent("@Orders", BatchSize = 20, MaximumBatchingWindowInSeconds = 5, MaximumConcurrency = 2)]
                public async Task<SQSBatchResponse> Ship(SQSEvent batch, ILambdaContext context) { await Task.Yield(); return new SQSBatchResponse(); }
            }
            """
        },
        {
            "Storage", """
            namespace Shop;
            public class Orders
            {
                [LambdaFunction, S3Event("@Invoices")]
                public Task Archive(S3Event notification) => Task.CompletedTask;
                [LambdaFunction, DynamoDBEvent("@Orders")]
                public void Index(DynamoDBEvent changes, ILambdaContext context) { }
                [LambdaFunction, ScheduleEvent("rate(1 day)")]
                public Task Sweep(ScheduledEvent due) => Task.CompletedTask;
            }
            """
        },
        {
            "Bound", """
            namespace Shop;
            public class Orders
            {
                [LambdaFunction, RestApi(LambdaHttpMethod.Put, "/orders/{id}/lines/{event}")]
                public async Task<string> Change(string id, [FromRoute] string @event, [FromQuery(Name = "page-size")] int size, [FromQuery] IEnumerable<long> ids, [FromHeader(Name = "If-Match")] string tag, [FromBody] string body) { await Task.Yield(); return id + @event + size + tag + body; }
            }
            """
        },
        {
            "HttpApiBound", """
            namespace Shop;
            public class Line { public int Count { get; set; } }
            public class Orders
            {
                [LambdaFunction, HttpApi(LambdaHttpMethod.Put, "/orders/{id}")]
                public Line Change(string id, [FromHeader] IList<string> tags, [FromBody] Line line) => line;
                [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/count")]
                public int Count([FromQuery] bool all) => 1;
                [LambdaFunction, HttpApi(LambdaHttpMethod.Delete, "/orders")]
                public void Clear() { }
            }
            """
        },
        {
            "HttpResult", """
            namespace Shop;
            public class Orders
            {
                [LambdaFunction, RestApi(LambdaHttpMethod.Get, "/orders/{id}")]
                public async Task<IHttpResult> Find(int id) { await Task.Yield(); return HttpResults.Ok(); }
            }
            """
        },
        {
            "Services", """
            namespace Shop;
            public interface IClock { }
            public class Clock : IClock { }
            [LambdaStartup]
            public class Startup { public void ConfigureServices(IServiceCollection services) => services.AddSingleton<IClock, Clock>(); }
            public class Orders(IClock clock)
            {
                [LambdaFunction, RestApi(LambdaHttpMethod.Get, "/now")]
                public Task<APIGatewayProxyResponse> Now(APIGatewayProxyRequest request, [FromServices] IClock other) => Task.FromResult(new APIGatewayProxyResponse { Body = (clock == other).ToString() });
            }
            """
        },
        {
            "AnyEvent", """
            namespace Shop;
            public class Plan { public int Parts { get; set; } }
            public class Steps
            {
                [LambdaFunction] public Plan Split(Plan plan, ILambdaContext context) => plan;
                [LambdaFunction] public Task Join(Plan plan) => Task.CompletedTask;
                [LambdaFunction] public void Ping() { }
                [LambdaFunction] public Task<Stream> Raw(Stream input) => Task.FromResult(input);
                [LambdaFunction] public Task<int> Count(Stream input) => Task.FromResult(0);
                [LambdaFunction] public Task Later() => Task.CompletedTask;
                [LambdaFunction] public Plan Make() => new Plan();
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Handlers_AreAsAccepted_AndCompile(string name, string source)
    {
        var run = GeneratorRun.Of(Serializer + "[assembly: LambdaGlobalProperties(GenerateMain = true)]\n" + source, OutputKind.ConsoleApplication);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompileErrors);
        var text = string.Join('\n', run.Sources.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"// ==== {file.Key}\n{file.Value}"));
        PublishedFile.Verify($"tests/Compat/Amazon.Lambda.Annotations/Generator/golden/{name}.txt", text);
    }

    [Fact]
    public void ClassesOfOneName_GetTheirOwnHandlers()
    {
        var run = GeneratorRun.Of(Serializer + """
            namespace A { public class F { [LambdaFunction] public void Ping() { } } }
            namespace B { public class F { [LambdaFunction] public void Ping() { } } }
            """);

        Assert.Equal(["A.F_Ping_Generated.g.cs", "B.F_Ping_Generated.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(run.CompileErrors);
    }

    [Fact]
    public void NameOfAnotherAttribute_IsNotTheParametersName()
    {
        var run = GeneratorRun.Of(Serializer + """
            public class NoteAttribute : Attribute { public string Name { get; set; } }
            public class F { [LambdaFunction, RestApi(LambdaHttpMethod.Get, "/")] public void Ping([FromQuery, Note(Name = "other")] string own) { } }
            """);

        Assert.Contains("QueryStringParameters, \"own\"", Assert.Single(run.Sources).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void EditElsewhere_WritesNothingAnew() => Assert.All(
        GeneratorRun.ReasonsAfterAnEditElsewhere(Serializer + "public class F { [LambdaFunction] public void Ping() { } }"),
        reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

    [Fact]
    public void Library_GetsNoMain()
    {
        var run = GeneratorRun.Of(Serializer + "public class F { [LambdaFunction] public void Ping() { } }");

        Assert.Equal(["F_Ping_Generated.g.cs"], run.Sources.Keys);
        Assert.Empty(run.CompileErrors);
    }
}
