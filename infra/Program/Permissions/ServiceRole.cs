using Pulumi;
using Pulumi.Aws.Iam;

namespace Ghostbusters.Infra.Permissions;

/// <summary>A role that one service of AWS takes on, for this account only, with one policy.</summary>
public sealed class ServiceRole : ComponentResource
{
    public ServiceRole(string name, ServiceRoleArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:ServiceRole", name, options)
    {
        var scope = args.Scope;
        var trust = new Statement("Assume", ["sts:AssumeRole"])
        {
            Principal = Principal.Service(args.Service),
            Conditions = args.TrustsByAccount ? [("StringEquals", "aws:SourceAccount", scope.AccountId)] : [],
        };
        Role = new Role(name, new RoleArgs
        {
            Name = scope.Names.Of(name),
            AssumeRolePolicy = new PolicyDraft(trust).ToJson(),
            Tags = scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this });
        Policy = new RolePolicy(name, new RolePolicyArgs { Name = scope.Names.Of(name), Role = Role.Name, Policy = args.Policy.ToJson() }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    public Role Role { get; }

    /// <summary>Whatever uses the role at once waits for this.</summary>
    public RolePolicy Policy { get; }
}

/// <summary>What a <see cref="ServiceRole"/> needs.</summary>
public sealed record ServiceRoleArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>Such as <c>scheduler.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    public required PolicyDraft Policy { get; init; }

    /// <summary>False for Lambda, which takes a function's own role on without a source: a condition on it would lock the function out.</summary>
    public bool TrustsByAccount { get; init; } = true;
}
