using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Idempotency;

/// <summary>What came of asking for the right to do some work.</summary>
public abstract record Claim
{
    private protected Claim()
    {
    }
}

/// <summary>The work is the caller's to do, until the lease ends.</summary>
/// <param name="Lease">Give it back with the outcome.</param>
public sealed record Granted(Lease Lease) : Claim;

/// <summary>The work was done.</summary>
/// <param name="Outcome">What was answered then.</param>
public sealed record AlreadyDone(string Outcome) : Claim;

/// <summary>Somebody else does it.</summary>
/// <param name="RetryAfter">When that one is surely done or dead.</param>
public sealed record InProgress(TimeSpan RetryAfter) : Claim;

/// <summary>The key was used for something else: answer 409, never with the old outcome.</summary>
public sealed record OtherPayload : Claim;

/// <summary>The right to do the work.</summary>
public sealed record Lease
{
    internal Lease(TenantId tenant, Item record) => (Tenant, Record) = (tenant, record);

    public TenantId Tenant { get; }

    internal Item Record { get; }
}
