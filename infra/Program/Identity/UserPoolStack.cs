using Ghostbusters.Functions.Tokens;
using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;

namespace Ghostbusters.Infra.Identity;

/// <summary>People: a pool, the scopes that routes want, and a client that signs in with a code and no secret.</summary>
public sealed class UserPoolStack : ComponentResource
{
    public UserPoolStack(string name, UserPoolStackArgs args, ComponentResourceOptions? options = null)
        : base("ghostbusters:infra:UserPoolStack", name, options)
    {
        var scope = args.Scope;
        var own = new CustomResourceOptions { Parent = this };
        var pool = new UserPool(name, new UserPoolArgs
        {
            Name = scope.Names.Of(name),
            UsernameAttributes = ["email"],
            AutoVerifiedAttributes = ["email"],
            MfaConfiguration = "OPTIONAL",
            SoftwareTokenMfaConfiguration = new UserPoolSoftwareTokenMfaConfigurationArgs { Enabled = true },
            PasswordPolicy = new UserPoolPasswordPolicyArgs
            {
                MinimumLength = 14,
                RequireLowercase = true,
                RequireUppercase = true,
                RequireNumbers = true,
                RequireSymbols = true,
                TemporaryPasswordValidityDays = 3,
            },
            AccountRecoverySetting = new UserPoolAccountRecoverySettingArgs { RecoveryMechanisms = [new UserPoolAccountRecoverySettingRecoveryMechanismArgs { Name = "verified_email", Priority = 1 }] },
            AdminCreateUserConfig = new UserPoolAdminCreateUserConfigArgs { AllowAdminCreateUserOnly = true }, // Whose tenant somebody is, an admin says.
            DeletionProtection = scope.Settings.IsProduction ? "ACTIVE" : "INACTIVE",
            Tags = scope.Names.Tags,
        }, new CustomResourceOptions { Parent = this, Protect = scope.Settings.IsProduction, RetainOnDelete = scope.Settings.IsProduction });
        var server = new ResourceServer(name, new ResourceServerArgs
        {
            UserPoolId = pool.Id,
            Identifier = TokenOptions.ResourceServer,
            Name = "Ghostbusters",
            Scopes = [.. args.Scopes.Select(static s => new ResourceServerScopeArgs { ScopeName = s, ScopeDescription = s })],
        }, own);
        _ = new UserPoolDomain(name, new UserPoolDomainArgs { UserPoolId = pool.Id, Domain = Output.Format($"{scope.Names.Of(name)}-{scope.AccountId}") }, own);
        var client = new UserPoolClient(name, new UserPoolClientArgs
        {
            UserPoolId = pool.Id,
            Name = scope.Names.Of("web"),
            GenerateSecret = false,
            AllowedOauthFlowsUserPoolClient = true,
            AllowedOauthFlows = ["code"],
            AllowedOauthScopes = ["openid", .. args.Scopes.Select(static s => Api.ScopeNames.Of(s))],
            CallbackUrls = [.. Pages(scope).Select(static o => o + "/signed-in")],
            LogoutUrls = [.. Pages(scope)],
            SupportedIdentityProviders = ["COGNITO"],
            ExplicitAuthFlows = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
            PreventUserExistenceErrors = "ENABLED",
            EnableTokenRevocation = true,
            AccessTokenValidity = 60,
            IdTokenValidity = 60,
            RefreshTokenValidity = 7,
            TokenValidityUnits = new UserPoolClientTokenValidityUnitsArgs { AccessToken = "minutes", IdToken = "minutes", RefreshToken = "days" },
        }, new CustomResourceOptions { Parent = this, DependsOn = server });
        PoolId = pool.Id;
        PoolArn = pool.Arn;
        ClientId = client.Id;
        Issuer = Output.Format($"https://{pool.Endpoint}");
        RegisterOutputs();
    }

    public Output<string> PoolId { get; }

    public Output<string> PoolArn { get; }

    public Output<string> ClientId { get; }

    /// <summary>As <c>iss</c> of its tokens says it.</summary>
    public Output<string> Issuer { get; }

    /// <summary>A client with the code flow needs a page; without one it is the developer's own machine.</summary>
    private static IReadOnlyList<string> Pages(StackScope scope) => scope.Settings.Origins.Count > 0 ? scope.Settings.Origins : ["http://localhost:5080"];
}

/// <summary>What a <see cref="UserPoolStack"/> needs.</summary>
public sealed record UserPoolStackArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>What tokens can allow: all that routes want.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }
}
