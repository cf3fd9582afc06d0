using System.Collections.Immutable;
using Amazon.Lambda.Annotations.Schedule;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Infra.Api;
using Ghostbusters.Infra.Compute;
using Ghostbusters.Infra.Contexts;
using Ghostbusters.Infra.Settings;
using Ghostbusters.Infra.Storage;
using Ghostbusters.Infra.Watching;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

namespace Ghostbusters.Infra;

/// <summary>The whole service in one account and region. Adding an annotated function adds its infrastructure; nothing is listed here.</summary>
public class GhostbustersStack : Stack
{
    public GhostbustersStack() : this(new FunctionCatalogue(typeof(Functions.Analysis.Startup).Assembly))
    {
    }

    /// <param name="catalogue">The functions that are deployed.</param>
    protected GhostbustersStack(FunctionCatalogue catalogue)
    {
        var settings = new SettingsReader(new Config()).Read(Pulumi.Deployment.Instance.ProjectName, Pulumi.Deployment.Instance.StackName);
        var scope = Scope(settings);
        var resources = new ContextResources("contexts", scope, catalogue);
        var functions = new FunctionWiring(scope, resources).Make(catalogue, this);
        foreach (var source in catalogue.Queues) Connect(source, functions[source.Function.Id], resources, settings.Names);
        var failed = resources.Workflows.Values.Select(w => w.Add(functions)).ToList();
        var schedules = new Schedules("schedules", scope);
        foreach (var function in catalogue.Functions)
            foreach (var schedule in function.Annotations<ScheduleEventAttribute>()) schedules.Add(functions[function.Id], schedule);
        var account = settings.OwnsGatewayAccount ? new GatewayAccount("gateway-logs", scope) : null;
        var api = new ApiStack("api", new ApiStackArgs { Scope = scope, Catalogue = catalogue, Functions = functions, Identity = resources.People, GatewayAccount = account });
        resources.Sockets.Add(catalogue.Sockets, functions, account);
        if (settings.UseFirewall) _ = new Firewall("firewall", scope, api.Stage.Arn);
        _ = new MonthlyBudget("budget", settings);
        _ = new Board("board", new BoardArgs
        {
            Scope = scope,
            Api = api,
            Functions = [.. functions.Values],
            Queues = [.. resources.Queues.Values, schedules.Missed],
            Alarms = [.. api.Alarms, .. resources.Queues.Values.Select(static q => q.Alarm), schedules.Missed.Alarm, .. failed, .. functions.Values.SelectMany(static f => f.Alarms)],
        });
        ApiUrl = api.Url;
        MachineUrl = Output.Format($"{api.Url}{GatewayDocument.MachinePath}");
        WebSocketUrl = resources.Sockets.Url;
        UserPoolId = resources.People.PoolId;
        ClientId = resources.People.ClientId;
        Tables = Output.All(resources.Tables.Values.Select(static t => (Input<string>)t.Name));
        Queues = Output.All(resources.Queues.Values.Select(static q => (Input<string>)q.Url));
        Bucket = resources.Blobs.Name;
    }

    /// <summary>Where people's clients call.</summary>
    [Output]
    public Output<string> ApiUrl { get; private set; }

    /// <summary>Where machines call, with a gateway key in <c>x-api-key</c>.</summary>
    [Output]
    public Output<string> MachineUrl { get; private set; }

    [Output]
    public Output<string> WebSocketUrl { get; private set; }

    [Output]
    public Output<string> UserPoolId { get; private set; }

    [Output]
    public Output<string> ClientId { get; private set; }

    [Output]
    public Output<ImmutableArray<string>> Tables { get; private set; }

    [Output]
    public Output<ImmutableArray<string>> Queues { get; private set; }

    [Output]
    public Output<string> Bucket { get; private set; }

    private static StackScope Scope(StackSettings settings)
    {
        var account = GetCallerIdentity.Invoke().Apply(static a => a.AccountId);
        var region = GetRegion.Invoke().Apply(static r => r.Region);
        var partition = GetPartition.Invoke().Apply(static p => p.Partition);
        var key = settings.UseOwnKey ? new EncryptionKey("key", settings.Names, account, region, partition) : null;
        return new StackScope
        {
            Settings = settings,
            AccountId = account,
            Region = region,
            Partition = partition,
            Key = key,
            AlarmTopic = new AlarmTopic("alarms", settings, key, account).Arn,
        };
    }

    /// <summary>A queue's messages to its function; one that failed comes back alone.</summary>
    private static void Connect(QueueSource source, FunctionResource function, ContextResources resources, Names names)
    {
        var queue = resources.Queues[source.Queue.Value];
        _ = new EventSourceMapping(function.Name, new EventSourceMappingArgs
        {
            EventSourceArn = queue.Arn,
            FunctionName = function.Arn,
            BatchSize = source.BatchSize,
            FunctionResponseTypes = ["ReportBatchItemFailures"],
            ScalingConfig = new EventSourceMappingScalingConfigArgs { MaximumConcurrency = source.MaximumConcurrency ?? 2 },
            Tags = names.Tags,
        }, new CustomResourceOptions { Parent = function });
    }
}
