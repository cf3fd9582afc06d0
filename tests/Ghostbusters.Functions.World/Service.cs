using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.Hooks;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Reading;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Local.Folder;
using Ghostbusters.Functions.Local.Queues;
using Ghostbusters.Functions.Local.Secrets;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Local.Tables;
using Ghostbusters.Functions.Local.Workflows;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Metrics;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Testing;
using Ghostbusters.Functions.Testing.Faults;
using Ghostbusters.Functions.Testing.Memory;
using Ghostbusters.Functions.Tokens;
using Ghostbusters.Functions.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.World;

/// <summary>The whole context in process: generated handlers over the local host's adapters, queues pumped by hand.</summary>
internal sealed class Service : IAsyncDisposable
{
    public static readonly TenantId Ada = TenantId.Parse("ada");
    public static readonly TenantId Bob = TenantId.Parse("bob");
    public static readonly UserPoolDouble Pool = new("https://pool.example");

    private static readonly (QueueName Queue, string Handler)[] Stages =
    [
        (StageQueues.Fetch, "FetchStage"), (StageQueues.Analyse, "AnalyseStage"), (StageQueues.Report, "ReportStage"), (StageQueues.Notify, "NotifyStage"), (StageQueues.Recover, "RecoverStage"), (StageQueues.Propose, "ProposeStage"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-analysis-");
    private readonly SqliteStore _store;
    private readonly OutboundOptions _outbound;
    private readonly FaultPlan? _faults;

    private readonly FanOutOptions _fanOut;

    private Service(OutboundOptions outbound, FaultPlan? faults, FanOutOptions fanOut)
    {
        (_outbound, _faults, _fanOut) = (outbound, faults, fanOut);
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "store.db"));
        Table = new SqliteTable(_store, TableNames.Analysis, Clock);
        Accounts = new SqliteTable(_store, TableNames.Accounts, Clock);
        Secrets = new LocalSecrets(_store);
        Queue = new LocalQueue(_store, Stages.SelectMany(static stage => QueueDefinition.WithDeadLetters(stage.Queue)), Clock);
        Uploads = new LocalUploads(new Uri("http://localhost:5080/"), new SecretVersions(Secret.OfText("upload secret"), null), Clock);
        Blobs = new FolderBlobs(Path.Combine(_folder.FullName, "blobs"), Uploads);
        Workflow = new LocalWorkflow(_store, PartTasks.Machines, new PartTasks(() => Handlers!).RunAsync, 2, Clock);
        Handlers = new Handlers(Register);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));

    public SqliteTable Table { get; }

    public SqliteTable Accounts { get; }

    public LocalSecrets Secrets { get; }

    public LocalQueue Queue { get; }

    public LocalUploads Uploads { get; }

    public FolderBlobs Blobs { get; }

    public InMemoryConnections Connections { get; } = new();

    public MemoryStream Written { get; } = new();

    public Handlers Handlers { get; }

    public LocalWorkflow Workflow { get; }

    public static async Task<Service> StartAsync(OutboundOptions? outbound = null, FaultPlan? faults = null, FanOutOptions? fanOut = null)
    {
        var service = new Service(outbound ?? new OutboundOptions(), faults, fanOut ?? new FanOutOptions(long.MaxValue));
        await service.Secrets.GetOrMakeAsync(TenantId.Platform, History.CursorSecret, default);
        await service.Secrets.GetOrMakeAsync(TenantId.Platform, HookSecrets.Name, default);
        return service;
    }

    public async Task<string> KeyAsync(TenantId tenant, Role role = Role.Admin, params string[] scopes) =>
        (await new ApiKeys(Accounts, new UlidGenerator(Clock), Clock).IssueAsync(
            tenant, "test", scopes.Length == 0 ? [.. Scopes.All] : scopes, role, TimeSpan.FromDays(1), default)).Text;

    public Task<APIGatewayProxyResponse> CallAsync(string method, APIGatewayProxyRequest request) =>
        Handlers.InvokeAsync<APIGatewayProxyResponse>(method, request, new Invocation());

    /// <summary>Delivers what waits until nothing does, or the process has died; what fails is delivered again, up to the dead letters.</summary>
    public async Task PumpAsync()
    {
        var wasWhole = _faults?.HasFailed != true;
        var delivered = true;
        while (delivered && !(wasWhole && _faults?.HasFailed == true))
        {
            delivered = false;
            foreach (var (queue, handler) in Stages)
                foreach (var message in await Queue.ReceiveAsync(queue, 10, TimeSpan.FromMinutes(15), default))
                {
                    delivered = true;
                    await DeliverAsync(queue, handler, message);
                }
            await Workflow.IdleAsync();
        }
    }

    /// <summary>Delivers one message of a stage without taking it off its queue's book: a redelivery.</summary>
    public Task<SQSBatchResponse> StageAsync(string handler, string body, TenantId tenant, int attempt = 1) => Handlers.InvokeAsync<SQSBatchResponse>(
        handler, Event(new ReceivedMessage("message-1", "receipt", tenant, body, new Dictionary<string, string>(), attempt)), new Invocation());

    public static string Message(string analysis) => JsonSerializer.Serialize(new StageMessage(StageMessage.CurrentSchema, analysis), AnalysisJson.Default.StageMessage);

    public static SQSEvent Event(ReceivedMessage message) => new()
    {
        Records =
        [
            new SQSEvent.SQSMessage
            {
                MessageId = message.Id,
                Body = message.Body,
                Attributes = new() { ["ApproximateReceiveCount"] = message.Attempt.ToString(System.Globalization.CultureInfo.InvariantCulture) },
                MessageAttributes = message.Attributes.Append(new(MessageAttributeNames.Tenant, message.Tenant.Value))
                    .ToDictionary(static a => a.Key, static a => new SQSEvent.MessageAttribute { DataType = "String", StringValue = a.Value }),
            },
        ],
    };

    public async ValueTask DisposeAsync()
    {
        await Workflow.SuspendAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task DeliverAsync(QueueName queue, string handler, ReceivedMessage message)
    {
        IReadOnlyList<string> failed;
        try
        {
            failed = [.. (await Handlers.InvokeAsync<SQSBatchResponse>(handler, Event(message), new Invocation())).BatchItemFailures.Select(static f => f.ItemIdentifier)];
        }
        catch (Exception)
        {
            failed = [message.Id]; // As Lambda does: a handler that throws has done nothing of its batch.
        }
        if (failed.Count > 0) await Queue.ReleaseAsync(queue, message.Receipt, TimeSpan.Zero, default);
        else await Queue.AcknowledgeAsync(queue, message.Receipt, default);
    }

    private void Register(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddKeyedSingleton<ITable>(TableNames.Analysis, _faults is null ? Table : new FaultyTable(Table, _faults));
        services.AddKeyedSingleton<ITable>(TableNames.Accounts, Accounts);
        services.AddKeyedSingleton<IPendingItems>(TableNames.Analysis, Table);
        services.AddSingleton<IBlobs>(_faults is null ? Blobs : new FaultyBlobs(Blobs, _faults));
        services.AddSingleton<IQueue>(_faults is null ? Queue : new FaultyQueue(Queue, _faults));
        services.AddSingleton<IConnections>(Connections);
        services.AddSingleton<ISecrets>(Secrets);
        services.AddSingleton<IWorkflow>(Workflow);
        services.AddSingleton(_fanOut);
        services.AddSingleton(_outbound);
        services.AddSingleton(new TokenVerifier(Pool.Options, new JwksCache(static _ => Task.FromResult(UserPoolDouble.Jwks), Clock), Clock));
        services.AddSingleton(new JsonLog(Written, Clock, LogLevel.Information, new LogContext { Stage = "test" }));
        services.AddSingleton(new EmfMetrics(Written, Clock, "Ghostbusters", new Dictionary<string, string> { ["Context"] = "analysis" }));
    }
}
