using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Identity;

namespace Ghostbusters.Functions.Analysis.Reading;

/// <summary>Finds the analysis that a path names, among the caller's own.</summary>
internal static class Lookup
{
    public const string Parameter = "analysis_id";

    /// <summary>Null: it is none, never was or is somebody else's; all three are one answer.</summary>
    public static async Task<AnalysisRecord?> FindByPathAsync(this AnalysisStore store, ApiCall call)
    {
        var id = call.Path(Parameter);
        return UlidGenerator.IsId(id) ? await store.FindAsync(call.Tenant, id, call.Cancellation).ConfigureAwait(false) : null;
    }
}
