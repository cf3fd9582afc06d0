using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Infra.Permissions;
using Ghostbusters.Infra.Watching;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Alias = Pulumi.Aws.Lambda.Alias;

namespace Ghostbusters.Infra.Compute;

/// <summary>An annotated function on Lambda: its code behind the alias <c>live</c>, a role and a log group of its own, its alarms.</summary>
public sealed class FunctionResource : ComponentResource
{
    public const string AliasName = "live";

    private readonly StackScope _scope;

    public FunctionResource(string name, FunctionResourceArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:FunctionResource", name, options)
    {
        var scope = _scope = args.Scope;
        var own = new CustomResourceOptions { Parent = this };
        Name = name;
        FunctionName = scope.Names.Of(name);
        Timeout = args.Function.Timeout;
        var logs = new LogGroup(name, new LogGroupArgs
        {
            Name = $"/aws/lambda/{FunctionName}",
            RetentionInDays = scope.Settings.LogDays,
            KmsKeyId = scope.KeyArn,
            Tags = scope.Names.Tags,
        }, own);
        args.Policy.Add(new Statement("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], Output.Format($"{logs.Arn}:*")));
        args.Policy.Add(new Statement("WriteTraces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*")); // X-Ray knows no resources.
        if (scope.Key is { } key) key.GrantUse(args.Policy);
        var role = new ServiceRole(name, new ServiceRoleArgs { Scope = scope, Service = "lambda.amazonaws.com", Policy = args.Policy, TrustsByAccount = false }, new ComponentResourceOptions { Parent = this });
        var function = new Function(name, new FunctionArgs
        {
            Name = FunctionName,
            Description = $"{args.Function.Name}",
            Role = role.Role.Arn,
            Runtime = "provided.al2023",
            Handler = "bootstrap",
            Architectures = [scope.Settings.Architecture],
            Code = new FileArchive($"{scope.Settings.Artifacts}/{args.Context}.zip"),
            MemorySize = args.Function.MemorySize,
            Timeout = (int)args.Function.Timeout.TotalSeconds,
            ReservedConcurrentExecutions = args.Concurrency,
            Environment = new FunctionEnvironmentArgs { Variables = args.Variables },
            KmsKeyArn = scope.KeyArn,
            TracingConfig = new FunctionTracingConfigArgs { Mode = "Active" },
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = logs.Name, SystemLogLevel = "WARN" },
            Publish = true,
            Tags = scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this, DependsOn = role.Policy });
        var alias = new Alias(name, new AliasArgs { Name = AliasName, FunctionName = function.Name, FunctionVersion = function.Version }, own);
        Alias = alias;
        Arn = alias.Arn;
        InvokeArn = alias.InvokeArn;
        Alarms = Watch(args.Function);
        RegisterOutputs();
    }

    /// <summary>As the program names it.</summary>
    public string Name { get; }

    /// <summary>As Lambda names it.</summary>
    public string FunctionName { get; }

    public TimeSpan Timeout { get; }

    public Alias Alias { get; }

    /// <summary>The alias': whoever calls, calls it.</summary>
    public Output<string> Arn { get; }

    /// <summary>For integrations of API Gateway.</summary>
    public Output<string> InvokeArn { get; }

    public IReadOnlyList<Alarm> Alarms { get; }

    /// <summary>Lets one thing of a service call the alias.</summary>
    public void AllowInvoke(string from, string service, Output<string> sourceArn) => _ = new Permission($"{Name}-{from}", new PermissionArgs
    {
        Action = "lambda:InvokeFunction",
        Function = FunctionName,
        Qualifier = Alias.Name,
        Principal = service,
        SourceArn = sourceArn,
    }, new CustomResourceOptions { Parent = this });

    private Alarm[] Watch(AnnotatedFunction function) =>
    [
        Watch("errors", "Errors", "fails", 1, static args => args with { Statistic = "Sum" }),
        Watch("throttles", "Throttles", "is throttled", 1, static args => args with { Statistic = "Sum" }),
        Watch("duration", "Duration", "takes more than 80 % of its time", 0.8 * function.Timeout.TotalMilliseconds, static args => args with { Percentile = "p95" }),
    ];

    private Alarm Watch(string what, string metric, string does, double threshold, Func<AlarmArgs, AlarmArgs> with) => new($"{Name}-{what}", with(new AlarmArgs
    {
        Scope = _scope,
        Description = $"{FunctionName} {does}. Its logs are in /aws/lambda/{FunctionName}.",
        Namespace = "AWS/Lambda",
        Metric = metric,
        Dimensions = new() { ["FunctionName"] = FunctionName },
        Threshold = threshold,
    }), new ComponentResourceOptions { Parent = this });
}

/// <summary>What a <see cref="FunctionResource"/> needs.</summary>
public sealed record FunctionResourceArgs
{
    public required StackScope Scope { get; init; }

    public required AnnotatedFunction Function { get; init; }

    /// <summary>Whose executable it is in.</summary>
    public required string Context { get; init; }

    /// <summary>What it may do; its logs and traces are added.</summary>
    public required PolicyDraft Policy { get; init; }

    public required InputMap<string> Variables { get; init; }

    /// <summary>Executions that are kept for it, and that it has at most.</summary>
    public required int Concurrency { get; init; }
}
