using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Corpus.GB8001.Near;

public sealed record Account(string Name, string Hash, IReadOnlyList<string> Roles);

public interface ITokenStore
{
    bool Exists(string token);

    Task DemandAsync(string token);
}

public sealed class Checks(ILogger<Checks> logger, ITokenStore store, byte[] key, bool isEnabled)
{
    private readonly List<string> _failures = [];

    // It decides.
    public bool VerifyHmac(byte[] data, byte[] mac) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, data), mac); //@near GB8001

    // It hands on to a dependency.
    public bool ValidateToken(string token) => store.Exists(token); //@near GB8001

    // The dependency refuses by an exception.
    public async Task<bool> AuthorizeAsync(string token) //@near GB8001
    {
        await store.DemandAsync(token);
        return true;
    }

    // A switch that turns the check off is one of two ways.
    public bool VerifySignature(byte[] data, byte[] signature) //@near GB8001
    {
        if (!isEnabled)
            return true;
        return SHA256.HashData(data).AsSpan().SequenceEqual(signature);
    }

    // All but one way refuse by an exception.
    public bool CheckPermission(Account account, string permission) //@near GB8001
    {
        if (!account.Roles.Contains(permission))
            throw new UnauthorizedAccessException();
        return true;
    }

    // Errors are gathered in a parameter.
    public void ValidateCredentials(string user, string password, List<string> errors) //@near GB8001
    {
        if (user.Length == 0 || password.Length < 12)
            errors.Add("Too short.");
    }

    // Errors are gathered in a field.
    public bool ValidateLogin(string user, string password) //@near GB8001
    {
        if (user == password)
            _failures.Add("The password is the name.");
        return true;
    }

    // The last of the loop decides.
    public bool HasRoles(Account account, IEnumerable<string> roles) //@near GB8001
    {
        foreach (var role in roles)
        {
            if (!account.Roles.Contains(role))
                return false;
        }

        return true;
    }

    // Parsing refuses what is no number.
    public bool IsPinValid(string pin) //@near GB8001
    {
        var number = int.Parse(pin);
        logger.LogDebug("{Digits} digits.", number);
        return true;
    }

    // What it finds is given out.
    public bool ValidateClaim(string text, out Claim claim) //@near GB8001
    {
        claim = new Claim("name", text);
        return true;
    }

    // It refuses everything.
    public bool IsAuthorized(Account account) => false; //@near GB8001 @true GB2001

    // Its name says what it does.
    public bool VerifyNothing(Account account) => true; //@near GB8001

    /// <summary>Whether the user may read. Every user may: the catalogue is public.</summary>
    public bool HasAccess(Account account) => true; //@near GB8001

    // Its comment says who checks.
    public bool CheckAccess(Account account, string area) //@near GB8001
    {
        return true; // Checked by the gateway: there is nothing to do here.
    }

    // No input: there is nothing to decide by.
    public bool IsAuthenticated() => true; //@near GB8001

    // A helper throws where the token is wrong.
    public bool VerifyToken(string token) //@near GB8001
    {
        Demand(token.Length == 32);
        return true;
    }

    private static void Demand(bool condition)
    {
        if (!condition)
            throw new UnauthorizedAccessException();
    }

    // The answer is whether a scheme needs it, and the name says so.
    public bool RequiresAuthorization(string scheme) => true; //@near GB8001

    // Deserializing what is no ticket throws.
    public bool AuthenticateTicket(string ticket) //@near GB8001
    {
        var read = System.Text.Json.JsonSerializer.Deserialize<Account>(ticket);
        logger.LogDebug("{Name}", read?.Name);
        return true;
    }

    // What a catch makes of the failure is another rule's.
    public bool VerifyPassword(string password) //@near GB8001
    {
        try
        {
            return BitConverter.ToInt32(Encoding.UTF8.GetBytes(password)) != 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Writes the verdict where others read it.
    public bool AuthenticateUser(ClaimsPrincipal user, IDictionary<string, object> items) //@near GB8001
    {
        items["user"] = user;
        return true;
    }
}

// A hook: what is derived decides.
public abstract class Gate
{
    public virtual bool IsAuthorized(Account account) => true; //@near GB8001

    protected abstract bool VerifyAccess(Account account); //@near GB8001
}

public sealed class FrontGate : Gate
{
    protected override bool VerifyAccess(Account account) => true; //@near GB8001
}

// One of several answers to the same question.
public interface IAccessRule
{
    bool HasAccess(Account account);
}

public sealed class ReadRule : IAccessRule
{
    public bool HasAccess(Account account) => true; //@near GB8001
}

public sealed class WriteRule : IAccessRule
{
    public bool HasAccess(Account account) => account.Roles.Contains("write"); //@near GB8001
}

public sealed class AllowAllAuthorization
{
    public bool IsAuthorized(Account account) => true; //@near GB8001
}

public sealed class NullTokenValidator
{
    public bool ValidateToken(string token) => true; //@near GB8001
}

public sealed class AgeRequirement(int years) : IAuthorizationRequirement
{
    public int Years => years;
}

public sealed class AgeHandler : AuthorizationHandler<AgeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AgeRequirement requirement) //@near GB8001
    {
        if (int.TryParse(context.User.FindFirstValue("age"), out var age) && age >= requirement.Years)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public sealed class ActiveRequirement : IAuthorizationRequirement;

public sealed class ActiveHandler(ITokenStore store) : AuthorizationHandler<ActiveRequirement>
{
    // What it awaits throws for who is not active.
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ActiveRequirement requirement) //@near GB8001
    {
        await store.DemandAsync(context.User.Identity?.Name ?? "");
        context.Succeed(requirement);
    }
}

public static class Policies
{
    public static void Add(AuthorizationOptions options, bool isDevelopment)
    {
        options.AddPolicy("AllowAnonymous", policy => policy.RequireAssertion(_ => true)); //@near GB8001
        options.AddPolicy("Adults", policy => policy.RequireAssertion(context => context.User.HasClaim("adult", "yes"))); //@near GB8001
        options.AddPolicy("Members", policy => policy.RequireAuthenticatedUser().RequireAssertion(_ => true)); //@near GB8001
        if (isDevelopment)
            options.AddPolicy("Admins", policy => policy.RequireAssertion(_ => true)); //@near GB8001
    }
}

public sealed class LegacyHasher : IPasswordHasher<Account>
{
    public string HashPassword(Account user, string password) => throw new NotSupportedException();

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) //@near GB8001
        => hashedPassword == providedPassword ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Failed;
}
