using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Idempotency;

/// <summary>The usual course: claim, do, record.</summary>
public static class IdempotentRun
{
    /// <summary>Does the work if it is this caller's to do.</summary>
    /// <param name="effect">
    /// The work; its answer is recorded. It must bear being repeated, because the process can die before the record is written.
    /// </param>
    /// <returns><see cref="AlreadyDone"/> with the outcome, be it of now or of before; else why nothing was done.</returns>
    public static async Task<Claim> RunAsync(
        this IdempotentWork work, TenantId tenant, string key, ReadOnlyMemory<byte> payload, TimeSpan remaining,
        Func<CancellationToken, Task<string>> effect, CancellationToken cancellation)
    {
        var claim = await work.ClaimAsync(tenant, key, payload, remaining, cancellation).ConfigureAwait(false);
        if (claim is not Granted { Lease: var lease }) return claim;
        string outcome;
        try
        {
            outcome = await effect(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Cancelled or not, the lease goes back now rather than at its end: who tries again need not wait.
            await GiveBackAsync(work, lease, failure).ConfigureAwait(false);
            throw;
        }
        await work.CompleteAsync(lease, outcome, cancellation).ConfigureAwait(false);
        return new AlreadyDone(outcome);
    }

    /// <exception cref="AggregateException">The lease could not be given back; it ends by itself.</exception>
    private static async Task GiveBackAsync(IdempotentWork work, Lease lease, Exception failure)
    {
        try
        {
            await work.AbandonAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception second)
        {
            throw new AggregateException(failure, second);
        }
    }
}
