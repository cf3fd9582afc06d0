using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Analysis.Submitting;

/// <summary>Checks an announcement.</summary>
internal static class Uploading
{
    private const string Default = "application/zip";

    private static readonly UploadRange Range = new(1, 200L * 1024 * 1024);
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { Default, "application/x-tar", "application/gzip" };

    public static IReadOnlyList<FieldProblem> Check(UploadAnnouncement announcement)
    {
        var problems = new List<FieldProblem>();
        if (announcement.Length is not { } length || length < Range.Minimum || length > Range.Maximum)
            problems.Add(new FieldProblem("/length", $"{Range.Minimum} to {Range.Maximum} bytes are wanted."));
        if (!UploadRequest.IsSha256(announcement.Sha256)) problems.Add(new FieldProblem("/sha256", "64 lower-case hexadecimal digits are wanted."));
        if (announcement.ContentType is { } type && !Types.Contains(type)) problems.Add(new FieldProblem("/content_type", $"One of {string.Join(", ", Types.Order(StringComparer.Ordinal))} is wanted."));
        return problems;
    }

    /// <summary>The request to the store; only of a checked announcement.</summary>
    public static UploadRequest Request(string id, UploadAnnouncement announcement) =>
        new(AnalysisBlobs.Upload(id), announcement.Length!.Value, announcement.Sha256!, announcement.ContentType ?? Default, Range);
}
