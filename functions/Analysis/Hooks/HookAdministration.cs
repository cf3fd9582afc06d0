using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Submitting;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Hooks;

/// <summary>Hooks of the caller's tenant.</summary>
internal sealed class HookAdministration(HookStore hooks, ISecrets secrets, UlidGenerator ids, OutboundOptions outbound, TimeProvider clock)
{
    public async Task<(HookCreated? Created, Problem? Problem)> CreateAsync(ApiCall call, HookRequest request)
    {
        if (!call.Caller.Is(Role.Admin)) return (null, Problem.Forbidden);
        var problems = new List<FieldProblem>();
        if (request.Kind is not (Hook.GitHub or Hook.GitLab or Hook.Ci)) problems.Add(new FieldProblem("/kind", "github, gitlab or ci is wanted."));
        var address = RepositoryAddress.Find(request.Repository, outbound);
        if (address is null || request.Kind == Hook.GitHub && address.Forge.Kind != ForgeKind.GitHub || request.Kind == Hook.GitLab && address.Forge.Kind != ForgeKind.GitLab)
            problems.Add(new FieldProblem("/repository", "The https address of a repository on such a forge is wanted, one that this deployment knows."));
        if (request.Floor is { } floor && !SubmissionRules.IsFloor(floor)) problems.Add(new FieldProblem("/floor", "Ids of rules or their beginnings are wanted, separated by commas."));
        if (problems.Count > 0) return (null, Problem.Invalid("Some fields are wrong.", problems));
        var hook = new Hook(ids.Next(), call.Tenant, request.Kind!, address!.PublicUrl, request.Floor, clock.GetUtcNow());
        var master = await HookSecrets.MasterAsync(secrets, call.Cancellation).ConfigureAwait(false);
        await hooks.PutAsync(hook, call.Cancellation).ConfigureAwait(false);
        return (new HookCreated(HookSecrets.Text(hook, master), hook.Info), null);
    }

    public async Task<HookList> ListAsync(ApiCall call) =>
        new([.. (await hooks.ListAsync(call.Tenant, call.Cancellation).ConfigureAwait(false)).Select(static hook => hook.Info)]);

    /// <summary>Null: it is gone.</summary>
    public async Task<Problem?> RemoveAsync(ApiCall call)
    {
        if (!call.Caller.Is(Role.Admin)) return Problem.Forbidden;
        if (await hooks.FindAsync(call.Path("hook_id"), call.Cancellation).ConfigureAwait(false) is not { } hook || hook.Tenant != call.Tenant) return Problem.NotFound;
        await hooks.RemoveAsync(hook, call.Cancellation).ConfigureAwait(false);
        return null;
    }
}
