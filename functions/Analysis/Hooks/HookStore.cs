using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Hooks;

/// <summary>
/// Hooks, by id under the platform, because who calls one has no tenant yet; and in an index by tenant, for lists.
/// </summary>
internal sealed class HookStore([FromKeyedServices(TableNames.Analysis)] ITable table)
{
    private const int PageSize = 100;

    public Task PutAsync(Hook hook, CancellationToken cancellation)
    {
        var values = AttributeMap.Of(
            ("id", hook.Id), ("tenant", hook.Tenant.Value), ("kind", hook.Kind), ("repository", hook.Repository), ("created", hook.CreatedAt.ToUnixTimeMilliseconds()));
        if (hook.Floor is { } floor) values = values.With("floor", floor);
        var draft = new ItemDraft(Key(hook.Id), values) { Index1 = new ItemKey(Partition(hook.Tenant), hook.Id) };
        return table.PutAsync(TenantId.Platform, draft, WriteCondition.Absent, cancellation);
    }

    /// <summary>The hook that an address names; null: none.</summary>
    public async Task<Hook?> FindAsync(string? id, CancellationToken cancellation) =>
        UlidGenerator.IsId(id) && await table.GetAsync(TenantId.Platform, Key(id!), cancellation).ConfigureAwait(false) is { } item ? Read(item) : null;

    /// <summary>A tenant's hooks, oldest first; the first hundred.</summary>
    public async Task<IReadOnlyList<Hook>> ListAsync(TenantId tenant, CancellationToken cancellation)
    {
        var query = new TableQuery(Partition(tenant)) { Index = TableIndex.Index1, Limit = PageSize };
        return [.. (await table.QueryAsync(TenantId.Platform, query, cancellation).ConfigureAwait(false)).Items.Select(Read)];
    }

    public Task RemoveAsync(Hook hook, CancellationToken cancellation) => table.DeleteAsync(TenantId.Platform, Key(hook.Id), WriteCondition.None, cancellation);

    private static ItemKey Key(string id) => new("hook#" + id, "hook");

    private static string Partition(TenantId tenant) => "hooks#" + tenant.Value;

    private static Hook Read(Item item)
    {
        var values = item.Attributes;
        return values.Text("id") is { } id && values.Text("tenant") is { } tenant && values.Text("kind") is { } kind && values.Text("repository") is { } repository
            ? new Hook(id, TenantId.Parse(tenant), kind, repository, values.Text("floor"), DateTimeOffset.FromUnixTimeMilliseconds((long)(values.Number("created") ?? 0)))
            : throw new InvalidDataException("A hook's record lacks its id, tenant, kind or repository.");
    }
}
