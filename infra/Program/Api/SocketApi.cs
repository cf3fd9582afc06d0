using Ghostbusters.Functions.Catalogue.Routes;
using Ghostbusters.Infra.Compute;
using Ghostbusters.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.ApiGatewayV2;
using Pulumi.Aws.ApiGatewayV2.Inputs;
using Pulumi.Aws.CloudWatch;
using Deployment = Pulumi.Aws.ApiGatewayV2.Deployment;

namespace Ghostbusters.Infra.Api;

/// <summary>The WebSocket API. It is there before its functions, because they need its address; routes are added when they are.</summary>
public sealed class SocketApi : ComponentResource
{
    private const string StageName = "v1";

    private readonly StackScope _scope;
    private readonly string _name;
    private readonly Pulumi.Aws.ApiGatewayV2.Api _api;

    public SocketApi(string name, StackScope scope, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:SocketApi", name, options)
    {
        (_scope, _name) = (scope, name);
        _api = new Pulumi.Aws.ApiGatewayV2.Api(name, new ApiArgs
        {
            Name = scope.Names.Of(name),
            ProtocolType = "WEBSOCKET",
            RouteSelectionExpression = "$request.body.action",
            Tags = scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this });
        Url = Output.Format($"{_api.ApiEndpoint}/{StageName}");
        Management = Url.Apply(static url => "https" + url["wss".Length..]);
        RegisterOutputs();
    }

    /// <summary>Where clients connect: <c>wss://…</c>.</summary>
    public Output<string> Url { get; }

    /// <summary>Where functions send from: <c>https://…</c>.</summary>
    public Output<string> Management { get; }

    public void GrantPush(PolicyDraft policy) =>
        policy.Add(new Statement("PushToConnections", ["execute-api:ManageConnections"], Output.Format($"{_api.ExecutionArn}/{StageName}/POST/@connections/*")));

    /// <summary>Adds the routes, and a stage that has them.</summary>
    public void Add(SocketRoutes routes, IReadOnlyDictionary<string, FunctionResource> functions, Resource? gatewayAccount)
    {
        var own = new CustomResourceOptions { Parent = this };
        var added = new List<Resource>();
        foreach (var (key, annotated) in routes.Routes.OrderBy(static r => r.Key, StringComparer.Ordinal))
        {
            var function = functions[annotated.Id];
            var integration = new Integration(function.Name, new IntegrationArgs
            {
                ApiId = _api.Id,
                IntegrationType = "AWS_PROXY",
                IntegrationMethod = "POST",
                IntegrationUri = function.InvokeArn,
            }, own);
            added.Add(new Route(function.Name, new RouteArgs
            {
                ApiId = _api.Id,
                RouteKey = key,
                AuthorizationType = "NONE", // The function of $connect lets nobody in without a token or key; a page cannot send one to an authorizer.
                Target = Output.Format($"integrations/{integration.Id}"),
            }, own));
            function.AllowInvoke("socket", "apigateway.amazonaws.com", Output.Format($"{_api.ExecutionArn}/*/{key}"));
        }
        AddStage(string.Join(',', routes.Routes.Keys.Order(StringComparer.Ordinal)), added, gatewayAccount);
    }

    private void AddStage(string routes, List<Resource> added, Resource? gatewayAccount)
    {
        var deployment = new Deployment(_name, new DeploymentArgs { ApiId = _api.Id, Triggers = new() { ["routes"] = routes } }, new CustomResourceOptions { Parent = this, DependsOn = added.ToArray() });
        var logs = new LogGroup(_name + "-access", new LogGroupArgs
        {
            Name = $"/aws/apigateway/{_scope.Names.Of(_name)}",
            RetentionInDays = _scope.Settings.LogDays,
            KmsKeyId = _scope.KeyArn,
            Tags = _scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this });
        _ = new Stage(_name, new StageArgs
        {
            ApiId = _api.Id,
            Name = StageName,
            DeploymentId = deployment.Id,
            AccessLogSettings = new StageAccessLogSettingsArgs { DestinationArn = logs.Arn, Format = AccessLog.Socket },
            DefaultRouteSettings = new StageDefaultRouteSettingsArgs
            {
                DataTraceEnabled = false,
                DetailedMetricsEnabled = true,
                LoggingLevel = "ERROR",
                ThrottlingBurstLimit = 100,
                ThrottlingRateLimit = 50,
            },
            Tags = _scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this, DependsOn = gatewayAccount is null ? [] : [gatewayAccount] });
    }
}
