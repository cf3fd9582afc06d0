using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Analysis.Stages;

/// <summary>What every line about a message says.</summary>
internal static class StageLog
{
    /// <param name="stage">Null: as the log says already.</param>
    public static JsonLog Of(this JsonLog log, StageCall call, string? stage = null) =>
        log.With(log.Context with { Stage = stage ?? log.Context.Stage, ScanId = call.AnalysisId, TraceId = call.Trace.TraceId });
}
