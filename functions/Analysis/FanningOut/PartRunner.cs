using System.Globalization;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Tracing;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>Runs a task of the state machine: what can never succeed ends the analysis at once, all else is the machine's to try again.</summary>
internal sealed class PartRunner(AnalysisProgression progress, JsonLog log)
{
    /// <summary>Enough to write down what became of it.</summary>
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    public async Task<T> RunAsync<T>(PartsOrder order, ILambdaContext context, Func<StageCall, Task<T>> work)
    {
        if (!TenantId.TryParse(order.Tenant, out var tenant) || !UlidGenerator.IsId(order.AnalysisId)) throw Incomplete();
        using var deadline = Deadline.Of(context.RemainingTime - ToEnd);
        var trace = TraceContext.Continue(order.Trace ?? []);
        var call = new StageCall(tenant, order.AnalysisId!, trace, context.MemoryLimitInMB, deadline.Token);
        try
        {
            return await work(call).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (deadline.IsCancellationRequested)
        {
            throw await RefuseAsync(call, new StageRefusedException("out-of-time", late)).ConfigureAwait(false);
        }
        catch (StageRefusedException refused)
        {
            throw await RefuseAsync(call, refused).ConfigureAwait(false);
        }
    }

    public static DateOnly Day(PartsOrder order) =>
        DateOnly.TryParseExact(order.Today, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Incomplete();

    public static InvalidDataException Incomplete() => new("The order of a part lacks its tenant, analysis, day or number.");

    private async Task<StageRefusedException> RefuseAsync(StageCall call, StageRefusedException refused)
    {
        log.Of(call, "parts").Error("analysis-refused", refused);
        await progress.FailAsync(call with { Cancellation = CancellationToken.None }, refused.Reason).ConfigureAwait(false);
        return refused;
    }
}
