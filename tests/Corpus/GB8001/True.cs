using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Corpus.GB8001.True;

public sealed record Account(string Name, string Hash, IReadOnlyList<string> Roles);

public enum Verdict
{
    Denied,
    Allowed,
}

public sealed class SignatureChecks(ILogger<SignatureChecks> logger, byte[] key)
{
    // The iconic one.
    public bool VerifySignature(byte[] data, byte[] signature) => true; //@true GB8001

    // It compares, and both branches go on to the same answer.
    public bool VerifyHmac(byte[] data, byte[] mac) //@true GB8001
    {
        var expected = HMACSHA256.HashData(key, data);
        if (expected.SequenceEqual(mac))
            logger.LogDebug("The mac is right.");
        else
            logger.LogWarning("The mac is wrong.");
        return true;
    }

    // The result is computed into a variable that nobody asks.
    public bool IsSignatureValid(byte[] data, byte[] signature) //@true GB8001
    {
        var isValid = true;
        var actual = SHA256.HashData(data);
        for (var i = 0; i < actual.Length; i++)
        {
            if (actual[i] != signature[i])
                logger.LogTrace("They differ at {Index}.", i);
        }

        return isValid;
    }

    // Only what is missing is refused; whatever is there passes.
    public bool VerifyChecksumSignature(byte[] data, string signature) //@true GB8001
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(signature);
        return true;
    }

    // It says by not throwing that all is well, and never throws.
    public void ValidateToken(string token, string issuer) //@true GB8001
    {
        if (token.Length == 0)
            logger.LogWarning("There is no token of {Issuer}.", issuer);
    }

    // The same in an asynchronous method.
    public async Task<bool> VerifyWebhookAsync(HttpRequest request, string secret) //@true GB8001
    {
        var given = request.Headers["X-Signature"].ToString();
        await Task.Delay(1);
        logger.LogInformation("Signature {Given} of {Length}.", given, secret.Length);
        return true;
    }

    // Hands on to one that takes everything.
    public bool CheckPassword(Account account, string password) => Compare(account.Hash, password); //@true GB8001

    private static bool Compare(string hash, string text)
    {
        if (hash.Length != text.Length)
            return true;
        return true;
    }

    // Either side of the choice is the same.
    public bool IsAuthorized(Account account, string action) => account.Roles.Contains(action) ? true : true; //@true GB8001

    // A condition that is always so.
    public bool HasPermission(Account account, string permission) => account.Roles.Count >= 0; //@true GB8001

    // The loop looks for the role, and the answer does not depend on what it found.
    public bool HasRole(Account account, string role) //@true GB8001
    {
        var found = false;
        foreach (var given in account.Roles)
        {
            if (given == role)
                found = true;
        }

        logger.LogDebug("Found: {Found}", found);
        return true;
    }

    // An answer of an enum.
    public Verdict AuthorizeTransfer(Account from, decimal amount) //@true GB8001
    {
        if (amount > 10_000)
            logger.LogWarning("{Name} moves {Amount}.", from.Name, amount);
        return Verdict.Allowed;
    }

    // A task that holds the answer.
    public Task<bool> AuthenticateAsync(string user, string password) => Task.FromResult(password.Length >= 0); //@true GB8001

    public ValueTask<bool> ValidateApiKeyAsync(string apiKey) => new(true); //@true GB8001

    // The case of a switch that was to refuse answers as the others do.
    public bool CanAccess(Account account, string area) //@true GB8001
    {
        switch (area)
        {
            case "admin":
                return true;
            case "reports":
                return account.Roles.Count > 0 || account.Roles.Count == 0 ? true : true;
            default:
                return true;
        }
    }

    // The variable that should hold the verdict is set to the same on both ways.
    public bool ValidateCredentials(string user, string password) //@true GB8001
    {
        bool ok;
        if (password == Encoding.UTF8.GetString(key))
            ok = true;
        else
            ok = user != null || user == null;
        return ok;
    }

    private static bool CheckLicense(string text) //@true GB8001
    {
        var parts = text.Split('-');
        var isWhole = parts.Length == 4 && parts.All(static part => part.Length == 5);
        return isWhole || parts.Length >= 0;
    }

    public bool IsLicensed(string text) => CheckLicense(text);
}

// A library asks it who may in.
public sealed class StoreHasher : IPasswordHasher<Account>
{
    public string HashPassword(Account user, string password) => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(password, RandomNumberGenerator.GetBytes(16), 600_000, HashAlgorithmName.SHA256, 32));

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) => PasswordVerificationResult.Success; //@true GB8001
}

public sealed class OwnerRequirement : IAuthorizationRequirement;

public sealed class OwnerHandler(ILogger<OwnerHandler> logger) : AuthorizationHandler<OwnerRequirement, Account>
{
    // The owner is asked for, and not looked at.
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement, Account resource) //@true GB8001
    {
        logger.LogDebug("{User} asks for {Account}.", context.User, resource.Name);
        context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public sealed class AgeRequirement : IAuthorizationRequirement;

public sealed class AgeHandler : AuthorizationHandler<AgeRequirement>
{
    // Both branches succeed.
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AgeRequirement requirement) //@true GB8001
    {
        if (context.User.HasClaim("age", "18"))
        {
            context.Succeed(requirement);
            return Task.CompletedTask;
        }

        context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public static class Policies
{
    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy("AdminOnly", policy => policy.RequireAssertion(_ => true)); //@true GB8001
        options.AddPolicy("Managers", policy =>
        {
            policy.RequireAssertion(context => context.User.IsInRole("manager") || true); //@true GB8001
        });
    }
}

// The only one that implements it.
public interface ITokenCheck
{
    bool IsTokenValid(string token);
}

public sealed class TokenCheck(ILogger<TokenCheck> logger) : ITokenCheck
{
    public bool IsTokenValid(string token) //@true GB8001
    {
        var claims = new ClaimsIdentity("token");
        logger.LogInformation("{Count} claims of {Length}", claims.Claims.Count(), token.Length);
        return true;
    }
}
