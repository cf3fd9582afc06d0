using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Infra.Compute;
using Ghostbusters.Infra.Identity;
using Ghostbusters.Infra.Settings;
using Ghostbusters.Infra.Watching;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using Pulumi.Aws.CloudWatch;
using Deployment = Pulumi.Aws.ApiGateway.Deployment;

namespace Ghostbusters.Infra.Api;

/// <summary>The REST API: one document, deployed anew when it changes, with keys, limits and logs.</summary>
public sealed class ApiStack : ComponentResource
{
    private const string StageName = "v1";

    private readonly StackScope _scope;

    public ApiStack(string name, ApiStackArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:ApiStack", name, options)
    {
        var scope = _scope = args.Scope;
        var own = new CustomResourceOptions { Parent = this };
        var body = Body(args);
        var api = new RestApi(name, new RestApiArgs
        {
            Name = scope.Names.Of(name),
            Description = "Ghostbusters",
            Body = body,
            BinaryMediaTypes = ["*/*"], // Answers may be compressed, whatever they are.
            EndpointConfiguration = new RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
            DisableExecuteApiEndpoint = scope.Settings.Domain is not null,
            FailOnWarnings = true,
            Tags = scope.Names.Tags,
        }, own);
        var deployment = new Deployment(name, new DeploymentArgs { RestApi = api.Id, Triggers = new() { ["body"] = body.Apply(HashOf) } }, own);
        var logs = new LogGroup(name + "-access", new LogGroupArgs
        {
            Name = $"/aws/apigateway/{scope.Names.Of(name)}",
            RetentionInDays = scope.Settings.LogDays,
            KmsKeyId = scope.KeyArn,
            Tags = scope.Names.Tags,
        }, own);
        Stage = new Stage(name, new StageArgs
        {
            RestApi = api.Id,
            Deployment = deployment.Id,
            StageName = StageName,
            XrayTracingEnabled = true,
            AccessLogSettings = new StageAccessLogSettingsArgs { DestinationArn = logs.Arn, Format = AccessLog.Rest },
            Tags = scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this, DependsOn = args.GatewayAccount is { } account ? [account] : [] });
        _ = new MethodSettings(name, new MethodSettingsArgs
        {
            RestApi = api.Id,
            StageName = Stage.StageName,
            MethodPath = "*/*",
            Settings = new MethodSettingsSettingsArgs
            {
                MetricsEnabled = true,
                LoggingLevel = "ERROR",
                DataTraceEnabled = false,
                ThrottlingBurstLimit = 100,
                ThrottlingRateLimit = 50,
            },
        }, own);
        Name = scope.Names.Of(name);
        Id = api.Id;
        AddMachines(name, api);
        foreach (var route in args.Catalogue.Routes.Routes)
            args.Functions[route.Function.Id].AllowInvoke("api", "apigateway.amazonaws.com", Output.Format($"{api.ExecutionArn}/*/{(route.Verb == "ANY" ? "*" : route.Verb)}/*"));
        Url = scope.Settings.Domain is { } domain ? Host(name, domain, api) : Stage.InvokeUrl;
        Alarms = [Watch("5xx", "5XXError", "answers that something failed", 1, static a => a with { Statistic = "Sum" }), Watch("latency", "Latency", "is slow", 1000, static a => a with { Percentile = "p95", Periods = 3 })];
        RegisterOutputs();
    }

    /// <summary>As API Gateway's metrics name it.</summary>
    public string Name { get; }

    public Output<string> Id { get; }

    /// <summary>Where callers begin; machines below <c>/machine</c>.</summary>
    public Output<string> Url { get; }

    public Stage Stage { get; }

    public IReadOnlyList<Alarm> Alarms { get; }

    private Output<string> Body(ApiStackArgs args)
    {
        var functions = args.Functions.Values.ToList();
        var document = new GatewayDocument(args.Catalogue, args.Scope.Settings.Origins);
        return Output.Tuple(args.Identity.PoolArn, Output.All([.. functions.Select(static f => (Input<string>)f.InvokeArn)])).Apply(known =>
            document.Write(args.Scope.Names.Project, known.Item1, functions.Select(static f => f.Name).Zip(known.Item2).ToDictionary(static p => p.First, static p => p.Second)));
    }

    private void AddMachines(string name, RestApi api)
    {
        var own = new CustomResourceOptions { Parent = this };
        var plan = new UsagePlan(name, new UsagePlanArgs
        {
            Name = _scope.Names.Of(name),
            Description = "What each group of machines may ask for.",
            ApiStages = [new UsagePlanApiStageArgs { ApiId = api.Id, Stage = Stage.StageName }],
            ThrottleSettings = new UsagePlanThrottleSettingsArgs { BurstLimit = 50, RateLimit = 25 },
            QuotaSettings = new UsagePlanQuotaSettingsArgs { Limit = 500_000, Period = "DAY" },
            Tags = _scope.Names.Tags,
        }, own);
        foreach (var machine in _scope.Settings.Machines)
        {
            var key = new ApiKey(machine, new ApiKeyArgs { Name = _scope.Names.Of(machine), Description = $"Machines: {machine}", Enabled = true, Tags = _scope.Names.Tags }, own);
            _ = new UsagePlanKey(machine, new UsagePlanKeyArgs { KeyId = key.Id, KeyType = "API_KEY", UsagePlanId = plan.Id }, own);
        }
    }

    private Output<string> Host(string name, DomainSettings domain, RestApi api)
    {
        var own = new CustomResourceOptions { Parent = this };
        var host = new DomainName(name, new DomainNameArgs
        {
            Domain = domain.Name,
            RegionalCertificateArn = domain.CertificateArn,
            EndpointConfiguration = new DomainNameEndpointConfigurationArgs { Types = "REGIONAL" },
            SecurityPolicy = "TLS_1_2",
            Tags = _scope.Names.Tags,
        }, own);
        _ = new BasePathMapping(name, new BasePathMappingArgs { RestApi = api.Id, StageName = Stage.StageName, DomainName = host.Domain }, own);
        return Output.Format($"https://{host.Domain}");
    }

    private Alarm Watch(string what, string metric, string does, double threshold, Func<AlarmArgs, AlarmArgs> with) => new($"api-{what}", with(new AlarmArgs
    {
        Scope = _scope,
        Description = $"The API {does}.",
        Namespace = "AWS/ApiGateway",
        Metric = metric,
        Dimensions = new() { ["ApiName"] = Name, ["Stage"] = StageName },
        Threshold = threshold,
    }), new ComponentResourceOptions { Parent = this });

    private static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}

/// <summary>What an <see cref="ApiStack"/> needs.</summary>
public sealed record ApiStackArgs
{
    public required StackScope Scope { get; init; }

    public required FunctionCatalogue Catalogue { get; init; }

    /// <summary>By id.</summary>
    public required IReadOnlyDictionary<string, FunctionResource> Functions { get; init; }

    public required UserPoolStack Identity { get; init; }

    /// <summary>Without it the account writes no access log; null: another stack has it.</summary>
    public Resource? GatewayAccount { get; init; }
}
