using Pulumi;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;

namespace Ghostbusters.Infra.Api;

/// <summary>A web application firewall before the API: AWS's common rules, and a limit an address.</summary>
public sealed class Firewall : ComponentResource
{
    /// <summary>Requests in five minutes of one address.</summary>
    private const int Limit = 2000;

    public Firewall(string name, StackScope scope, Output<string> stageArn, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:Firewall", name, options)
    {
        var own = new CustomResourceOptions { Parent = this };
        var list = new WebAcl(name, new WebAclArgs
        {
            Name = scope.Names.Of(name),
            Scope = "REGIONAL",
            DefaultAction = new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
            VisibilityConfig = new WebAclVisibilityConfigArgs { CloudwatchMetricsEnabled = true, MetricName = scope.Names.Of(name), SampledRequestsEnabled = false },
            Rules = [Managed("AWSManagedRulesKnownBadInputsRuleSet", 0), Managed("AWSManagedRulesAmazonIpReputationList", 1), PerAddress(2)],
            Tags = scope.Names.Tags,
        }, own);
        _ = new WebAclAssociation(name, new WebAclAssociationArgs { ResourceArn = stageArn, WebAclArn = list.Arn }, own);
        RegisterOutputs();
    }

    private static WebAclRuleArgs Managed(string name, int priority) => new()
    {
        Name = name,
        Priority = priority,
        OverrideAction = new WebAclRuleOverrideActionArgs { None = new WebAclRuleOverrideActionNoneArgs() },
        Statement = new WebAclRuleStatementArgs { ManagedRuleGroupStatement = new WebAclRuleStatementManagedRuleGroupStatementArgs { Name = name, VendorName = "AWS" } },
        VisibilityConfig = Visible(name),
    };

    private static WebAclRuleArgs PerAddress(int priority) => new()
    {
        Name = "PerAddress",
        Priority = priority,
        Action = new WebAclRuleActionArgs { Block = new WebAclRuleActionBlockArgs() },
        Statement = new WebAclRuleStatementArgs { RateBasedStatement = new WebAclRuleStatementRateBasedStatementArgs { AggregateKeyType = "IP", Limit = Limit } },
        VisibilityConfig = Visible("PerAddress"),
    };

    private static WebAclRuleVisibilityConfigArgs Visible(string name) => new() { CloudwatchMetricsEnabled = true, MetricName = name, SampledRequestsEnabled = false };
}
