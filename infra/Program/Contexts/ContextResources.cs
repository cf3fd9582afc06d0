using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Infra.Api;
using Ghostbusters.Infra.Flow;
using Ghostbusters.Infra.Identity;
using Ghostbusters.Infra.Messaging;
using Ghostbusters.Infra.Storage;
using Pulumi;

namespace Ghostbusters.Infra.Contexts;

/// <summary>What functions stand on: everything that some <c>[Uses]</c> or event names, and nothing else.</summary>
public sealed class ContextResources : ComponentResource
{
    /// <summary>Results are kept so long; a submitted archive is deleted with its analysis.</summary>
    private const int BlobDays = 400;
    private const int AccessLogDays = 90;

    public ContextResources(string name, StackScope scope, FunctionCatalogue catalogue, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:ContextResources", name, options)
    {
        var own = new ComponentResourceOptions { Parent = this };
        var uses = catalogue.Functions.SelectMany(static f => f.Annotations<UsesAttribute>().Select(u => (Function: f, Uses: u))).ToList();
        Tables = uses.Where(static u => u.Uses.Resource is ResourceKind.Table or ResourceKind.Index1 or ResourceKind.Index2 or ResourceKind.PendingItems).Select(static u => TableNameOf(u.Function, u.Uses))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(static t => t, t => new ContextTable(t, scope, own), StringComparer.Ordinal);
        var logs = new PrivateBucket("access-logs", new PrivateBucketArgs { Scope = scope, Days = AccessLogDays, TakesAccessLogs = true }, own);
        Blobs = new PrivateBucket("blobs", new PrivateBucketArgs { Scope = scope, Days = BlobDays, AccessLogs = logs }, own);
        Queues = catalogue.Queues.OrderBy(static q => q.Queue.Value, StringComparer.Ordinal)
            .ToDictionary(static q => q.Queue.Value, q => new QueueWithDlq(q.Queue.Value, new QueueWithDlqArgs { Scope = scope, Visibility = q.Visibility }, own), StringComparer.Ordinal);
        foreach (var (function, use) in uses.Where(u => u.Uses.Resource == ResourceKind.Queue && !Queues.ContainsKey(u.Uses.Name)))
            throw new CatalogueException($"{function.Name} uses the queue '{use.Name}', which no function reads: its messages would wait for ever.");
        Secrets = new PlatformSecrets("secrets", scope, uses.Where(static u => u.Uses.Resource == ResourceKind.Secret).Select(static u => u.Uses.Name), own);
        People = new UserPoolStack("people", new UserPoolStackArgs { Scope = scope, Scopes = catalogue.Scopes }, own);
        Sockets = new SocketApi("progress", scope, own);
        Workflows = catalogue.Machines.ToDictionary(static m => m.Name, m => new Workflow(m, scope, own), StringComparer.Ordinal);
        RegisterOutputs();
    }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, ContextTable> Tables { get; }

    public PrivateBucket Blobs { get; }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, QueueWithDlq> Queues { get; }

    public PlatformSecrets Secrets { get; }

    public UserPoolStack People { get; }

    public SocketApi Sockets { get; }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, Workflow> Workflows { get; }

    public ContextTable TableOf(AnnotatedFunction function, UsesAttribute uses) => Tables[TableNameOf(function, uses)];

    /// <summary>One of <see cref="TableNames"/>; a use without a name is of the context's own.</summary>
    public static string TableNameOf(AnnotatedFunction function, UsesAttribute uses) => uses.Name.Length > 0 ? uses.Name : function.Context;
}
