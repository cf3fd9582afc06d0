using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Tracing;

namespace Ghostbusters.Functions.Analysis.Stages;

/// <summary>One message of a stage.</summary>
/// <param name="Tenant">As the queue says it, which had it from a verified caller.</param>
/// <param name="MemoryMb">The function's memory, which is billed.</param>
internal sealed record StageCall(TenantId Tenant, string AnalysisId, TraceContext Trace, int MemoryMb, CancellationToken Cancellation)
{
    /// <summary>As <see cref="StageMessage.Proposes"/>.</summary>
    public bool Proposes { get; init; }
}

/// <summary>The work can never succeed: the analysis fails at once, and the message is done.</summary>
internal sealed class StageRefusedException(string reason, Exception? inner = null) : Exception("The analysis cannot go on: " + reason + ".", inner)
{
    /// <summary>For the analysis' record: a code, no text of a user's.</summary>
    public string Reason { get; } = reason;
}
