using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Keys;

/// <summary>Makes, verifies, lists and revokes API keys. Only a key's SHA-256 is kept.</summary>
/// <param name="table">The accounts table.</param>
public sealed class ApiKeys(ITable table, UlidGenerator ids, TimeProvider clock)
{
    private const int PageSize = 100;
    private static readonly TimeSpan UseResolution = TimeSpan.FromHours(1);

    /// <summary>Makes a key. Who may is for the caller's role to say, and no key may get more than that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would live not at all.</exception>
    public async Task<IssuedApiKey> IssueAsync(
        TenantId tenant, string label, IReadOnlyList<string> scopes, Role role, TimeSpan lifetime, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromSeconds(1));
        var now = WholeSeconds(clock.GetUtcNow());
        var text = ApiKeyText.Make();
        var key = new ApiKey(ids.Next(), tenant, label, scopes, role, now, WholeSeconds(now + lifetime), null);
        var outcome = await table.PutAsync(TenantId.Platform, ApiKeyRecord.Write(key, ApiKeyText.DigestOf(text)), WriteCondition.Absent, cancellation).ConfigureAwait(false);
        return outcome is Stored ? new IssuedApiKey(key, text) : throw new InvalidOperationException("Two random keys were the same.");
    }

    /// <summary>Who shows this key; null where it is none of ours, revoked or expired.</summary>
    public async Task<Caller?> VerifyAsync(string? text, CancellationToken cancellation)
    {
        if (!ApiKeyText.IsKey(text)) return null;
        var item = await table.GetAsync(TenantId.Platform, ApiKeyRecord.Key(ApiKeyText.DigestOf(text!)), cancellation).ConfigureAwait(false);
        if (item is null) return null;
        var key = ApiKeyRecord.Read(item);
        var now = clock.GetUtcNow();
        if (key.ExpiresAt <= now) return null;
        if (key.LastUsedAt is not { } last || now - last >= UseResolution) await NoteUseAsync(item, now, cancellation).ConfigureAwait(false);
        return new Caller(key.Tenant, "key:" + key.Id, key.Scopes, key.Role);
    }

    /// <summary>A tenant's keys, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(TenantId tenant, CancellationToken cancellation) =>
        [.. (await FindAsync(tenant, SortRange.All, cancellation).ConfigureAwait(false)).Select(ApiKeyRecord.Read)];

    /// <summary>Refuses a key from now on. False: the tenant has no such key.</summary>
    public async Task<bool> RevokeAsync(TenantId tenant, string id, CancellationToken cancellation)
    {
        if (!UlidGenerator.IsId(id)) return false;
        var found = await FindAsync(tenant, SortRange.Between(id, id), cancellation).ConfigureAwait(false);
        foreach (var item in found)
            await table.DeleteAsync(TenantId.Platform, item.Key, WriteCondition.None, cancellation).ConfigureAwait(false);
        return found.Count > 0;
    }

    /// <summary>Two uses at once note it twice or once; neither matters, so a conflict is no failure.</summary>
    private Task NoteUseAsync(Item item, DateTimeOffset now, CancellationToken cancellation) => table.UpdateAsync(
        TenantId.Platform, item.Key, new ItemChange { Set = AttributeMap.Of((ApiKeyRecord.LastUsed, now.ToUnixTimeSeconds())) },
        WriteCondition.VersionIs(item.Version), cancellation);

    private async Task<List<Item>> FindAsync(TenantId tenant, SortRange range, CancellationToken cancellation)
    {
        var found = new List<Item>();
        PagePosition? after = null;
        do
        {
            var query = new TableQuery(ApiKeyRecord.IndexPartition(tenant)) { Index = TableIndex.Index1, Sort = range, Limit = PageSize, After = after };
            var page = await table.QueryAsync(TenantId.Platform, query, cancellation).ConfigureAwait(false);
            found.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return found;
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
