using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Host.Sockets;
using Ghostbusters.Functions.Host.Workflows;
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
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>This machine's adapters, of which every handler gets the same.</summary>
internal sealed class LocalPorts : IAsyncDisposable
{
    private readonly SqliteStore _store;
    private readonly TimeProvider _clock;
    private readonly LocalSecrets _secrets;

    private LocalPorts(SqliteStore store, TimeProvider clock, LocalSecrets secrets, LocalUploads uploads, FolderBlobs blobs, LocalQueue queue, IReadOnlyDictionary<string, string> machines)
    {
        Workflow = new LocalWorkflow(store, machines, Tasks.RunAsync, Environment.ProcessorCount, clock);
        (_store, _clock, _secrets, Uploads, Blobs, Queue) = (store, clock, secrets, uploads, blobs, queue);
        Analysis = new SqliteTable(store, TableNames.Analysis, clock);
        Accounts = new SqliteTable(store, TableNames.Accounts, clock);
        Ids = new UlidGenerator(clock);
        Keys = new ApiKeys(Accounts, Ids, clock);
    }

    public SqliteTable Analysis { get; }

    public SqliteTable Accounts { get; }

    public IReadOnlyList<SqliteTable> Tables => [Analysis, Accounts];

    public LocalUploads Uploads { get; }

    public FolderBlobs Blobs { get; }

    public LocalQueue Queue { get; }

    /// <summary>What runs the tasks of state machines; given its handlers once they are made.</summary>
    public WorkflowTasks Tasks { get; } = new();

    public LocalWorkflow Workflow { get; }

    public LocalConnections Connections { get; } = new();

    public UlidGenerator Ids { get; }

    public ApiKeys Keys { get; }

    /// <param name="origin">How clients reach this host; addresses for uploads begin with it.</param>
    public static async Task<LocalPorts> OpenAsync(DataFolder folder, Uri origin, FunctionSet set, TimeProvider clock, CancellationToken cancellation)
    {
        var store = SqliteStore.Open(folder.Store);
        var secrets = new LocalSecrets(store);
        var uploads = new LocalUploads(origin, await secrets.GetOrMakeAsync(TenantId.Platform, "uploads", cancellation).ConfigureAwait(false), clock);
        return new LocalPorts(store, clock, secrets, uploads, new FolderBlobs(folder.Blobs, uploads), new LocalQueue(store, set.QueueDefinitions, clock), set.Machines);
    }

    /// <summary>Makes a secret of the service itself where there is none yet.</summary>
    public Task<SecretVersions> MakeSecretAsync(string name, CancellationToken cancellation) => _secrets.GetOrMakeAsync(TenantId.Platform, name, cancellation);

    /// <summary>Whose a connection is; null where its connect function wrote nothing down.</summary>
    public async Task<TenantId?> OwnerOfAsync(string connection) =>
        await Analysis.GetAsync(TenantId.Platform, ConnectionItem.Key(connection), CancellationToken.None).ConfigureAwait(false) is { } item
            ? ConnectionItem.TenantOf(item)
            : null;

    /// <summary>Gives them to a handler's startup class, and the host's own log and measurements with them.</summary>
    public void Register(IServiceCollection services, JsonLog log)
    {
        services.AddSingleton(log);
        services.AddSingleton(new EmfMetrics(Console.OpenStandardError(), _clock, "Ghostbusters", new Dictionary<string, string> { ["Context"] = "local" }));
        foreach (var (name, table) in new[] { (TableNames.Analysis, Analysis), (TableNames.Accounts, Accounts) })
        {
            services.AddKeyedSingleton<ITable>(name, table);
            services.AddKeyedSingleton<IPendingItems>(name, table);
        }
        services.AddSingleton<IBlobs>(Blobs);
        services.AddSingleton<IQueue>(Queue);
        services.AddSingleton<IWorkflow>(Workflow);
        services.AddSingleton<IConnections>(Connections);
        services.AddSingleton<ISecrets>(_secrets);
        services.AddSingleton(_clock);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
