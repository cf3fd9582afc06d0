using System.Security.Cryptography;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Infra.Permissions;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace Ghostbusters.Infra.Identity;

/// <summary>The service's own secrets. Each is made once, here; nobody has to think one up, and no later run changes it.</summary>
public sealed class PlatformSecrets : ComponentResource
{
    private const int Bytes = 32;

    private readonly StackScope _scope;

    public PlatformSecrets(string name, StackScope scope, IEnumerable<string> names, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:PlatformSecrets", name, options)
    {
        _scope = scope;
        foreach (var secret in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            _ = new Parameter(secret, new ParameterArgs
            {
                Name = $"{Prefix}/{TenantId.Platform.Value}/{secret}",
                Description = $"Of the platform: {secret}. To change it, write the new value, a space and the old one.",
                Type = "SecureString",
                Value = Output.CreateSecret(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))),
                KeyId = scope.KeyArn,
                Tags = scope.Names.Tags,
            }, new CustomResourceOptions { Parent = this, IgnoreChanges = ["value"], Protect = scope.Settings.IsProduction });
        }
        RegisterOutputs();
    }

    /// <summary>Where functions find them: prefix/tenant/name.</summary>
    public string Prefix => _scope.Names.Path;

    public void GrantRead(PolicyDraft policy, string secret) => Grant(policy, "Platform", TenantId.Platform.Value, secret);

    /// <summary>Every tenant's secret of this name, and no other name.</summary>
    public void GrantReadOfTenants(PolicyDraft policy, string secret) => Grant(policy, "Tenants", "*", secret);

    private void Grant(PolicyDraft policy, string whose, string tenant, string secret) =>
        policy.Add(new Statement($"Read{whose}{string.Concat(secret.Split('-').Select(static w => char.ToUpperInvariant(w[0]) + w[1..]))}", ["ssm:GetParameter"], _scope.Arn("ssm", $"parameter{Prefix}/{tenant}/{secret}")));
}
