using Amazon.Lambda.Annotations.Schedule;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Aws.Dynamo;
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
        foreach (var use in function.Annotations<UsesAttribute>()) Grant(function, use, policy);
        var variables = Variables();
        variables.Add("ANNOTATIONS_HANDLER", function.Method.Name);
        if (function.Annotation<GoesOutAttribute>() is null)
        {
            variables.Add("SSL_CERT_FILE", AmazonRoots);
            variables.Add("SSL_CERT_DIR", NoRoots);
        }
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

    /// <summary>
    /// Where everything is. Every function is told all of it: it is made together with the others of its class, with what any of
    /// them needs. What it may do with that is for its policy to say.
    /// </summary>
    private InputMap<string> Variables()
    {
        var variables = new InputMap<string>
        {
            ["LOG_LEVEL"] = scope.Settings.IsProduction ? "Information" : "Debug",
            ["GHOSTBUSTERS_BUCKET"] = resources.Blobs.Name,
            ["GHOSTBUSTERS_QUEUES"] = Pairs(resources.Queues.Values.Select(static q => (q.Name, q.Url))),
            ["GHOSTBUSTERS_WORKFLOWS"] = Pairs(resources.Workflows.Values.Select(static w => (w.Name, w.Arn))),
            ["GHOSTBUSTERS_SECRETS"] = resources.Secrets.Prefix,
            ["GHOSTBUSTERS_WEBSOCKET"] = resources.Sockets.Management,
            ["GHOSTBUSTERS_TOKEN_ISSUER"] = resources.People.Issuer,
            ["GHOSTBUSTERS_TOKEN_CLIENTS"] = resources.People.ClientId,
        };
        foreach (var (name, table) in resources.Tables) variables.Add("GHOSTBUSTERS_TABLE_" + name.ToUpperInvariant(), table.Name);
        if (scope.Settings.Domain is { } domain) variables.Add("GHOSTBUSTERS_PUBLIC_URL", $"https://{domain.Name}");
        return variables;
    }

    private static Output<string> Pairs(IEnumerable<(string Name, Output<string> Value)> pairs) =>
        Output.All(pairs.Select(static p => (Input<string>)Output.Format($"{p.Name}={p.Value}"))).Apply(static all => string.Join(' ', all));

    private void Grant(AnnotatedFunction function, UsesAttribute use, PolicyDraft policy)
    {
        var (reads, lists, writes, deletes) = (use.Access.HasFlag(Access.Read), use.Access.HasFlag(Access.List), use.Access.HasFlag(Access.Write), use.Access.HasFlag(Access.Delete));
        switch (use.Resource)
        {
            case ResourceKind.Table:
                var table = resources.TableOf(function, use);
                if (reads) table.GrantRead(policy);
                if (lists) table.GrantList(policy);
                if (writes) table.GrantWrite(policy);
                if (deletes) table.GrantDelete(policy);
                break;
            case ResourceKind.Index1:
                resources.TableOf(function, use).GrantListIndex(policy, DynamoLayout.Index1);
                break;
            case ResourceKind.Index2:
                resources.TableOf(function, use).GrantListIndex(policy, DynamoLayout.Index2);
                break;
            case ResourceKind.PendingItems:
                resources.TableOf(function, use).GrantListIndex(policy, DynamoLayout.Pending);
                break;
            case ResourceKind.Blobs:
                if (reads || lists) resources.Blobs.GrantList(policy); // Without it a missing object looks like a forbidden one to whoever reads.
                if (reads) resources.Blobs.GrantRead(policy);
                if (writes) resources.Blobs.GrantWrite(policy);
                if (deletes) resources.Blobs.GrantDelete(policy);
                break;
            case ResourceKind.Queue:
                if (reads) resources.Queues[use.Name].GrantConsume(policy);
                if (writes) resources.Queues[use.Name].GrantSend(policy);
                break;
            case ResourceKind.Secret:
                resources.Secrets.GrantRead(policy, use.Name);
                break;
            case ResourceKind.TenantSecret:
                resources.Secrets.GrantReadOfTenants(policy, use.Name);
                break;
            case ResourceKind.Connections:
                resources.Sockets.GrantPush(policy);
                break;
            case ResourceKind.Workflow:
                if (reads) resources.Workflows[use.Name].GrantWatch(policy);
                if (writes) resources.Workflows[use.Name].GrantStart(policy);
                break;
            default:
                throw new CatalogueException($"{function.Name} uses {use.Resource}, for which nothing is declared here.");
        }
    }

    private static int ConcurrencyOf(AnnotatedFunction function, IReadOnlySet<AnnotatedFunction> tasks) =>
        QueueSource.Of(function).Select(static q => q.MaximumConcurrency ?? 2).FirstOrDefault() is > 0 and var ofQueue ? ofQueue
        : function.Annotation<ScheduleEventAttribute>() is not null ? 1
        : tasks.Contains(function) ? OfTasks
        : OfCallers;
}
