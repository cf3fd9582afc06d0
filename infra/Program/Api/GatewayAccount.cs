using Ghostbusters.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.ApiGateway;

namespace Ghostbusters.Infra.Api;

/// <summary>The role with which API Gateway writes logs, of which an account has one a region.</summary>
public sealed class GatewayAccount : ComponentResource
{
    /// <summary>AWS wants these as they are: the service makes log groups of its own beside the named ones.</summary>
    private static readonly string[] Actions =
    [
        "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:PutLogEvents",
    ];

    public GatewayAccount(string name, StackScope scope, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:GatewayAccount", name, options)
    {
        var policy = new PolicyDraft(new Statement("WriteLogs", Actions, "*"));
        var role = new ServiceRole(name, new ServiceRoleArgs { Scope = scope, Service = "apigateway.amazonaws.com", Policy = policy }, new ComponentResourceOptions { Parent = this });
        _ = new Account(name, new AccountArgs { CloudwatchRoleArn = role.Role.Arn }, new CustomResourceOptions { Parent = this, DependsOn = role.Policy });
        RegisterOutputs();
    }
}
