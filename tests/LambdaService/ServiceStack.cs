using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Ghostbusters.Functions.Aws.Dynamo;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Testing.Emulators;

namespace Ghostbusters.LambdaService;

/// <summary>
/// A context as it is deployed: each function a process of its own against the runtime API, behind the gateway; DynamoDB, S3, SQS, Step Functions and
/// the parameter store over their wires. What a function is told it is told by its environment, as on AWS.
/// </summary>
public sealed class ServiceStack : IAsyncDisposable
{
    private const string Region = "eu-central-1";
    private const string Parameters = "/ghostbusters/test";

    private static int _stacks;

    private readonly List<EventSource> _sources = [];
    private readonly List<WireTap> _taps = [];
    private readonly ConcurrentQueue<AwsCall> _calls = [];
    private readonly List<(string Name, string Value)> _environment;
    private readonly AwsJsonServer _parameters = AwsJsonServer.Start(static (_, request) => Task.FromResult(Parameter(request)));
    private readonly DynamoTable _accounts;
    private readonly Action<string> _log;

    private ServiceStack(DynamoTable table, DynamoTable accounts, SqsServer queues, WorkflowService workflows, LambdaFunctions functions, Gateway gateway, List<(string Name, string Value)> environment, Action<string> log) =>
        (Table, _accounts, Queues, Workflows, Functions, Gateway, _environment, _log) = (table, accounts, queues, workflows, functions, gateway, environment, log);

    /// <summary>The context's own.</summary>
    public DynamoTable Table { get; }

    public SqsServer Queues { get; }

    public WorkflowService Workflows { get; }

    public LambdaFunctions Functions { get; }

    public Gateway Gateway { get; }

    /// <summary>The functions' environment.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment => _environment;

    /// <summary>What functions asked of AWS since <see cref="TapAsync"/>.</summary>
    public IReadOnlyCollection<AwsCall> Calls => _calls;

    /// <param name="context">Its annotations say what is deployed.</param>
    /// <param name="executable">Its program, native or not.</param>
    /// <param name="log">Gets at the end what the functions logged, for whoever reads why a test failed.</param>
    /// <param name="variables">Further environment variables.</param>
    public static async Task<ServiceStack> StartAsync(Assembly context, string executable, Action<string> log, params IEnumerable<(string Name, string Value)> variables)
    {
        var dynamo = new AmazonDynamoDBClient(
            new BasicAWSCredentials(SigV4.AccessKey, SigV4.SecretKey), new AmazonDynamoDBConfig { ServiceURL = (await NodeEmulator.Dynalite).ToString(), AuthenticationRegion = Region });
        var number = Interlocked.Increment(ref _stacks);
        var (analysis, accounts) = ($"analysis-{number}", $"accounts-{number}");
        foreach (var table in new[] { analysis, accounts }) await CreateAsync(dynamo, table).ConfigureAwait(false);

        var catalogue = new FunctionCatalogue(context);
        var deployed = DeployedFunction.Of(catalogue);
        var queues = new SqsServer(deployed.Where(static function => function.Queue is not null).SelectMany(static function => QueueDefinition.WithDeadLetters(new QueueName(function.Queue!))), TimeProvider.System);
        var environment = new List<(string Name, string Value)>();
        var functions = new LambdaFunctions(executable, deployed, environment);
        var workflows = new WorkflowService(catalogue.Machines, functions);
        var gateway = await Gateway.StartAsync(functions, TimeProvider.System);
        var stack = new ServiceStack(new DynamoTable(dynamo, analysis, TimeProvider.System), new DynamoTable(dynamo, accounts, TimeProvider.System), queues, workflows, functions, gateway, environment, log);
        environment.AddRange(
        [
            ("AWS_REGION", Region), ("AWS_ACCESS_KEY_ID", SigV4.AccessKey), ("AWS_SECRET_ACCESS_KEY", SigV4.SecretKey),
            ("AWS_ENDPOINT_URL_DYNAMODB", (await NodeEmulator.Dynalite).ToString()),
            ("AWS_ENDPOINT_URL_S3", (await NodeEmulator.S3rver).ToString()),
            ("AWS_ENDPOINT_URL_SQS", queues.Address.ToString()),
            ("AWS_ENDPOINT_URL_SFN", workflows.Address.ToString()),
            ("AWS_ENDPOINT_URL_SSM", stack._parameters.Address.ToString()),
            ("GHOSTBUSTERS_TABLE_ANALYSIS", analysis), ("GHOSTBUSTERS_TABLE_ACCOUNTS", accounts), ("GHOSTBUSTERS_BUCKET", "blobs"),
            ("GHOSTBUSTERS_QUEUES", string.Join(' ', queues.Addresses.Select(static queue => $"{queue.Key}={queue.Value.Url}"))),
            ("GHOSTBUSTERS_WORKFLOWS", string.Join(' ', workflows.Arns.Select(static machine => $"{machine.Key}={machine.Value}"))),
            ("GHOSTBUSTERS_SECRETS", Parameters), ("GHOSTBUSTERS_WEBSOCKET", gateway.SocketStage.ToString()),
            .. variables,
        ]);
        return stack;
    }

    /// <summary>From now on what functions ask of AWS is written down. Call it before the first of them starts.</summary>
    public async Task TapAsync()
    {
        for (var i = 0; i < _environment.Count; i++)
        {
            var (name, value) = _environment[i];
            var service = name.StartsWith("AWS_ENDPOINT_URL_", StringComparison.Ordinal) ? name["AWS_ENDPOINT_URL_".Length..] : name == "GHOSTBUSTERS_WEBSOCKET" ? "CONNECTIONS" : null;
            if (service is null) continue;
            var target = new Uri(value);
            var tap = await WireTap.StartAsync(target, passed => Note(service, passed)).ConfigureAwait(false);
            _taps.Add(tap);
            _environment[i] = (name, new Uri(tap.Address, target.AbsolutePath).ToString());
        }
    }

    private void Note(string service, TappedRequest request)
    {
        foreach (var call in AwsCall.Of(service, request)) _calls.Enqueue(call);
    }

    /// <summary>From now on messages are delivered to their stages.</summary>
    public void StartDelivery()
    {
        foreach (var function in Functions.All.Where(static function => function.Queue is not null))
            _sources.Add(new EventSource(Functions, function, Queues.Client(), Queues.Addresses[new QueueName(function.Queue!)].Url));
    }

    /// <summary>A new API key.</summary>
    public async Task<string> KeyAsync(TenantId tenant, params IReadOnlyList<string> scopes) =>
        (await new ApiKeys(_accounts, new UlidGenerator(TimeProvider.System), TimeProvider.System).IssueAsync(tenant, "test", scopes, Role.Admin, TimeSpan.FromHours(1), default).ConfigureAwait(false)).Text;

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources) await source.DisposeAsync();
        await Workflows.DisposeAsync();
        foreach (var function in Functions.All)
            if (Functions.Log(function.Name) is { Length: > 0 } written) _log($"{function.Name}: {written}");
        await Functions.DisposeAsync();
        await Gateway.DisposeAsync();
        await Queues.DisposeAsync();
        await _parameters.DisposeAsync();
        foreach (var tap in _taps) await tap.DisposeAsync();
    }

    private static async Task CreateAsync(AmazonDynamoDBClient dynamo, string table)
    {
        await dynamo.CreateTableAsync(DynamoLayout.Create(table));
        while ((await dynamo.DescribeTableAsync(table)).Table.TableStatus != TableStatus.ACTIVE) await Task.Yield();
    }

    /// <summary>The platform's secrets are there, no tenant's is.</summary>
    private static AwsAnswer Parameter(JsonElement request)
    {
        var name = request.GetProperty("Name").GetString()!;
        return name.StartsWith($"{Parameters}/{TenantId.Platform}/", StringComparison.Ordinal)
            ? AwsAnswer.Ok(new JsonObject { ["Parameter"] = new JsonObject { ["Name"] = name, ["Value"] = Convert.ToBase64String(Encoding.ASCII.GetBytes("thirty-two bytes of test secret!")) } })
            : AwsAnswer.Error(400, "ParameterNotFound");
    }
}
