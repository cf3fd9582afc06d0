using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Logs;

/// <summary>What every line of a piece of work says.</summary>
public sealed record LogContext
{
    /// <summary>The function's stage: api, fetch, analyse, report, notify.</summary>
    public required string Stage { get; init; }

    /// <summary>The invocation's id.</summary>
    public string? RequestId { get; init; }

    /// <summary>The trace's id.</summary>
    public string? TraceId { get; init; }

    /// <summary>The analysis, where there is one.</summary>
    public string? ScanId { get; init; }

    /// <summary>The tenant's hash, see <see cref="HashOf"/>; the id itself is never logged.</summary>
    public string? TenantHash { get; init; }

    /// <summary>16 hexadecimal digits that tell tenants apart and do not tell which they are.</summary>
    /// <param name="salt">The deployment's own, so that hashes of two deployments cannot be compared.</param>
    public static string HashOf(TenantId tenant, string salt) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(tenant.Value)).AsSpan(0, 8));
}
