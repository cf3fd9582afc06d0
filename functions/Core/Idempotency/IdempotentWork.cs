using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Idempotency;

/// <summary>
/// One effect, however often the work is asked for. Asking is one conditional put; a lease of an invocation that died ends
/// with that invocation's own deadline, which stands in the record, and not when the store gets round to deleting.
/// </summary>
/// <remarks>
/// Between the effect and the record of it a crash can come: so the effect itself must be one that is repeated without harm
/// (a conditional write, a message whose id comes from the key). The record keeps the usual repetition from costing.
/// </remarks>
public sealed class IdempotentWork(ITable table, TimeProvider clock, IdempotencyOptions? options = null)
{
    private readonly IdempotencyOptions _options = options ?? new IdempotencyOptions();

    /// <summary>Asks for the right to do the work.</summary>
    /// <param name="key">Names the work: a message id, a client's Idempotency-Key, the hash of signed bytes.</param>
    /// <param name="payload">What the work is about; another one under the same key is refused.</param>
    /// <param name="remaining">How long the invocation can still run.</param>
    public async Task<Claim> ClaimAsync(TenantId tenant, string key, ReadOnlyMemory<byte> payload, TimeSpan remaining, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var hash = IdempotencyRecord.Hash(payload.Span);
        var draft = IdempotencyRecord.Running(IdempotencyRecord.Key(key), hash, now + remaining + _options.Margin, now + _options.Retention);
        var outcome = await table.PutAsync(tenant, draft, WriteCondition.Absent, cancellation).ConfigureAwait(false);
        if (outcome is Conflict { Existing: { } there })
        {
            if (!IdempotencyRecord.IsFor(there, hash)) return new OtherPayload();
            if (Finished(there, now) is { } claim) return claim;
            outcome = await table.PutAsync(tenant, draft, WriteCondition.VersionIs(there.Version), cancellation).ConfigureAwait(false);
        }
        return outcome is Stored { Item: var record }
            ? new Granted(new Lease(tenant, record))
            : new InProgress(TimeSpan.FromSeconds(1)); // Lost against another that took the dead one's place, or gave it back, this moment.
    }

    /// <summary>Records what came of it; later claims are answered with it.</summary>
    /// <exception cref="LeaseLostException">The lease had ended and somebody else took the work over.</exception>
    public async Task CompleteAsync(Lease lease, string outcome, CancellationToken cancellation)
    {
        var change = IdempotencyRecord.Done(outcome, clock.GetUtcNow() + _options.Retention);
        var written = await table.UpdateAsync(lease.Tenant, lease.Record.Key, change, WriteCondition.VersionIs(lease.Record.Version), cancellation).ConfigureAwait(false);
        if (written is Conflict { Existing: var existing } && (existing is null || IdempotencyRecord.OutcomeOf(existing) != outcome))
            throw new LeaseLostException();
    }

    /// <summary>Gives the work back: it had no effect, and may be asked for again at once.</summary>
    public Task AbandonAsync(Lease lease, CancellationToken cancellation) =>
        table.DeleteAsync(lease.Tenant, lease.Record.Key, WriteCondition.VersionIs(lease.Record.Version), cancellation);

    private static Claim? Finished(Item record, DateTimeOffset now)
    {
        if (IdempotencyRecord.OutcomeOf(record) is { } outcome) return new AlreadyDone(outcome);
        var left = IdempotencyRecord.UntilOf(record) - now;
        return left > TimeSpan.Zero ? new InProgress(left) : null;
    }
}

/// <summary>Somebody else took the work over, because the lease had ended.</summary>
public sealed class LeaseLostException() : Exception("The lease ended before the work did, and the work was given to somebody else.");
