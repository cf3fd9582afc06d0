using Amazon.Lambda.Annotations.Schedule;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Infra.Compute;
using Ghostbusters.Infra.Permissions;
using Ghostbusters.Infra.Settings;
using Pulumi;

namespace Ghostbusters.Infra.Contexts;

/// <summary>Makes each annotated function with what its <c>[Uses]</c> name: rights to that, and its address in the environment.</summary>
public sealed class FunctionWiring(StackScope scope, ContextResources resources)
{
    /// <summary>Where the roots of Amazon's certificates lie in a deployed function; the world's take 20 to 60 ms to load.</summary>
    private const string AmazonRoots = "/var/task/certs/amazon.pem";
    private const string NoRoots = "/var/task/certs/none";

    /// <summary>Calls at a time of a function that a caller waits for.</summary>
    private const int OfCallers = 10;

    /// <summary>Calls at a time of a task: as many as a map of ours runs.</summary>
    private const int OfTasks = 40;

    /// <summary>The account keeps so many for everything else, and AWS insists on it.</summary>
    private const int Unreserved = 100;

    /// <summary>All functions, by id.</summary>
    /// <exception cref="SettingsException">They reserve more than the account has.</exception>
    public IReadOnlyDictionary<string, FunctionResource> Make(FunctionCatalogue catalogue, Resource parent)
    {
        var tasks = catalogue.Machines.SelectMany(static m => m.Tasks).ToHashSet();
        var reserved = catalogue.Functions.Sum(f => ConcurrencyOf(f, tasks));
        if (reserved > scope.Settings.AccountConcurrency - Unreserved)
            throw new SettingsException([$"The functions reserve {reserved} concurrent executions, and accountConcurrency is {scope.Settings.AccountConcurrency}, of which {Unreserved} stay free. Ask AWS for a higher quota (Lambda, Concurrent executions), then set accountConcurrency."]);
        var functions = new Dictionary<string, FunctionResource>(StringComparer.Ordinal);
        foreach (var function in catalogue.Functions) functions.Add(function.Id, Make(function, ConcurrencyOf(function, tasks), parent));
        return functions;
    }

    private FunctionResource Make(AnnotatedFunction function, int concurrency, Resource parent)
    {
        var policy = new PolicyDraft();
        var variables = new InputMap<string>
        {
            ["ANNOTATIONS_HANDLER"] = function.Method.Name,
            ["LOG_LEVEL"] = scope.Settings.IsProduction ? "Information" : "Debug",
        };
        foreach (var uses in function.Annotations<UsesAttribute>().GroupBy(static u => u.Resource)) Grant(function, uses.Key, [.. uses], policy, variables);
        if (function.Annotations<UsesAttribute>().All(static u => u.Resource != ResourceKind.Internet))
        {
            variables.Add("SSL_CERT_FILE", AmazonRoots);
            variables.Add("SSL_CERT_DIR", NoRoots);
        }
        if (function.Annotation<RequiresScopeAttribute>() is not null)
        {
            variables.Add("GHOSTBUSTERS_TOKEN_ISSUER", resources.People.Issuer);
            variables.Add("GHOSTBUSTERS_TOKEN_CLIENTS", resources.People.ClientId);
        }
        if (scope.Settings.Domain is { } domain) variables.Add("GHOSTBUSTERS_PUBLIC_URL", $"https://{domain.Name}");
        return new FunctionResource(function.Id, new FunctionResourceArgs
        {
            Scope = scope,
            Function = function,
            Context = function.Context,
            Policy = policy,
            Variables = variables,
            Concurrency = concurrency,
        }, new ComponentResourceOptions { Parent = parent });
    }

    private void Grant(AnnotatedFunction function, ResourceKind kind, IReadOnlyList<UsesAttribute> uses, PolicyDraft policy, InputMap<string> variables)
    {
        switch (kind)
        {
            case ResourceKind.Table:
                foreach (var use in uses)
                {
                    var table = resources.TableOf(function, use);
                    if (use.Access.HasFlag(Access.Read)) table.GrantRead(policy);
                    if (use.Access.HasFlag(Access.Write)) table.GrantWrite(policy);
                    variables.Add("GHOSTBUSTERS_TABLE_" + ContextResources.TableNameOf(function, use).ToUpperInvariant(), table.Name);
                }
                break;
            case ResourceKind.Indexes:
                foreach (var use in uses) resources.TableOf(function, use).GrantQueryIndexes(policy);
                break;
            case ResourceKind.Blobs:
                if (uses.Any(static u => u.Access.HasFlag(Access.Read))) resources.Blobs.GrantRead(policy);
                if (uses.Any(static u => u.Access.HasFlag(Access.Write))) resources.Blobs.GrantWrite(policy);
                variables.Add("GHOSTBUSTERS_BUCKET", resources.Blobs.Name);
                break;
            case ResourceKind.Queue:
                foreach (var use in uses.Where(static u => u.Access.HasFlag(Access.Read))) resources.Queues[use.Name].GrantConsume(policy);
                var sends = uses.Where(static u => u.Access.HasFlag(Access.Write)).Select(u => resources.Queues[u.Name]).ToList();
                foreach (var queue in sends) queue.GrantSend(policy);
                if (sends.Count > 0) variables.Add("GHOSTBUSTERS_QUEUES", Output.All(sends.Select(static q => (Input<string>)Output.Format($"{q.Name}={q.Url}"))).Apply(static all => string.Join(' ', all)));
                break;
            case ResourceKind.Secret:
            case ResourceKind.TenantSecret:
                foreach (var use in uses)
                {
                    if (kind == ResourceKind.Secret) resources.Secrets.GrantRead(policy, use.Name);
                    else resources.Secrets.GrantReadOfTenants(policy, use.Name);
                }
                variables["GHOSTBUSTERS_SECRETS"] = resources.Secrets.Prefix;
                break;
            case ResourceKind.Connections:
                resources.Sockets.GrantPush(policy);
                variables.Add("GHOSTBUSTERS_WEBSOCKET", resources.Sockets.Management);
                break;
            case ResourceKind.Workflow:
                foreach (var use in uses)
                {
                    if (use.Access.HasFlag(Access.Read)) resources.Workflows[use.Name].GrantWatch(policy);
                    if (use.Access.HasFlag(Access.Write)) resources.Workflows[use.Name].GrantStart(policy);
                }
                variables.Add("GHOSTBUSTERS_WORKFLOWS", Output.All(uses.Select(u => (Input<string>)Output.Format($"{u.Name}={resources.Workflows[u.Name].Arn}"))).Apply(static all => string.Join(' ', all)));
                break;
            case ResourceKind.Internet:
                break; // Functions outside a network of ours reach it without a right; which certificates they trust is decided above.
            default:
                throw new CatalogueException($"{function.Name} uses {kind}, for which nothing is declared here.");
        }
    }

    private static int ConcurrencyOf(AnnotatedFunction function, IReadOnlySet<AnnotatedFunction> tasks) =>
        QueueSource.Of(function).Select(static q => q.MaximumConcurrency ?? 2).FirstOrDefault() is > 0 and var ofQueue ? ofQueue
        : function.Annotation<ScheduleEventAttribute>() is not null ? 1
        : tasks.Contains(function) ? OfTasks
        : OfCallers;
}
