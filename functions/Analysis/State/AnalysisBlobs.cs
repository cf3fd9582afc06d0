using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Analysis.State;

/// <summary>Where the bytes of an analysis lie.</summary>
internal static class AnalysisBlobs
{
    public static BlobPrefix All(string id) => BlobPrefix.Parse("analyses/" + id);

    public static BlobKey Source(string id) => BlobKey.Parse($"analyses/{id}/source");

    /// <summary>What the source is compared with, where that was asked for.</summary>
    public static BlobKey Base(string id) => BlobKey.Parse($"analyses/{id}/base");

    /// <summary>The engine's own JSON.</summary>
    public static BlobKey Engine(string id) => BlobKey.Parse($"analyses/{id}/engine.json");

    /// <summary>What the engine's run took.</summary>
    public static BlobKey Run(string id) => BlobKey.Parse($"analyses/{id}/run.json");

    /// <summary>Outcomes of the parts of a large analysis.</summary>
    public static BlobPrefix Parts(string id) => BlobPrefix.Parse($"analyses/{id}/parts");

    public static BlobPrefix Part(string id, int part) => BlobPrefix.Parse(FormattableString.Invariant($"analyses/{id}/parts/{part}"));

    public static BlobKey PartOutcome(string id, int part, string hash) => BlobKey.Parse(FormattableString.Invariant($"analyses/{id}/parts/{part}/{hash}"));

    public static BlobKey Json(string id) => BlobKey.Parse($"analyses/{id}/result.json");

    public static BlobKey Sarif(string id) => BlobKey.Parse($"analyses/{id}/result.sarif");

    public static BlobKey Html(string id) => BlobKey.Parse($"analyses/{id}/result.html");

    public static BlobKey Patch(string id) => BlobKey.Parse($"analyses/{id}/recovery.patch");

    /// <summary>The repaired files, whole.</summary>
    public static BlobKey Repairs(string id) => BlobKey.Parse($"analyses/{id}/repairs.json");

    /// <summary>What became of the wish for a pull request.</summary>
    public static BlobKey Proposal(string id) => BlobKey.Parse($"analyses/{id}/proposal.json");

    public static BlobKey Upload(string id) => BlobKey.Parse($"uploads/{id}");
}
