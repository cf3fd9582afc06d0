using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Keys;

/// <summary>API keys of the caller's tenant. Whoever makes one is at least an admin, and gives no scope that they do not have.</summary>
internal sealed class KeyAdministration(ApiKeys keys)
{
    private const int DefaultDays = 90;
    private const int MaximumDays = 366;
    private const int MaximumLabel = 100;

    public async Task<(KeyCreated? Created, Problem? Problem)> CreateAsync(ApiCall call, KeyRequest request)
    {
        if (!call.Caller.Is(Role.Admin)) return (null, Problem.Forbidden);
        var problems = new List<FieldProblem>();
        if (request.Label is not { Length: > 0 and <= MaximumLabel } label || label.Any(char.IsControl)) problems.Add(new FieldProblem("/label", "1 to 100 characters are wanted."));
        if (request.Scopes is not { Count: > 0 } scopes || scopes.Any(scope => scope is null || !Scopes.All.Contains(scope) || !call.Caller.May(scope)))
            problems.Add(new FieldProblem("/scopes", "Scopes that you have yourself are wanted, of " + string.Join(", ", Scopes.All.Order(StringComparer.Ordinal)) + "."));
        if (request.ExpiresInDays is < 1 or > MaximumDays) problems.Add(new FieldProblem("/expires_in_days", $"1 to {MaximumDays} is wanted."));
        if (problems.Count > 0) return (null, Problem.Invalid("Some fields are wrong.", problems));
        // A key that can itself make keys needs the role for it; another one does not get it.
        var role = request.Scopes!.Contains(Scopes.Keys) || request.Scopes!.Contains(Scopes.Hooks) ? Role.Admin : Role.Member;
        var issued = await keys.IssueAsync(
            call.Tenant, request.Label!, [.. request.Scopes!.Distinct(StringComparer.Ordinal)], role, TimeSpan.FromDays(request.ExpiresInDays ?? DefaultDays), call.Cancellation).ConfigureAwait(false);
        return (new KeyCreated(issued.Text, Info(issued.Key)), null);
    }

    public async Task<KeyList> ListAsync(ApiCall call) =>
        new([.. (await keys.ListAsync(call.Tenant, call.Cancellation).ConfigureAwait(false)).Select(Info)]);

    /// <summary>Null: it is revoked.</summary>
    public async Task<Problem?> RevokeAsync(ApiCall call)
    {
        if (!call.Caller.Is(Role.Admin)) return Problem.Forbidden;
        return await keys.RevokeAsync(call.Tenant, call.Path("key_id"), call.Cancellation).ConfigureAwait(false) ? null : Problem.NotFound;
    }

    private static KeyInfo Info(ApiKey key) =>
        new(key.Id, key.Label, key.Scopes, key.Role.ToString().ToLowerInvariant(), key.CreatedAt, key.ExpiresAt, key.LastUsedAt);
}
