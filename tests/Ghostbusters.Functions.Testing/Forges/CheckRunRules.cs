using System.Text.Json;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>What GitHub's documentation allows in a check run (Create a check run, Update a check run).</summary>
internal static class CheckRunRules
{
    private const int MaximumText = 65535;
    private const int MaximumMessage = 64 * 1024;
    private const int MaximumTitle = 255;
    private const int MaximumAnnotations = 50;

    private static readonly HashSet<string> Members = ["name", "head_sha", "details_url", "external_id", "status", "started_at", "conclusion", "completed_at", "output", "actions"];
    private static readonly HashSet<string> OutputMembers = ["title", "summary", "text", "annotations", "images"];
    private static readonly HashSet<string> AnnotationMembers = ["path", "start_line", "end_line", "start_column", "end_column", "annotation_level", "message", "title", "raw_details"];
    private static readonly HashSet<string> Statuses = ["queued", "in_progress", "completed", "waiting", "requested", "pending"];
    private static readonly HashSet<string> Conclusions = ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out"];
    private static readonly HashSet<string> Levels = ["notice", "warning", "failure"];

    /// <summary>Null: it is allowed.</summary>
    public static string? Fault(JsonElement body, ForgeRepository repository, bool isNew)
    {
        if (body.ValueKind != JsonValueKind.Object) return "no object";
        if (Unknown(body, Members) is { } member) return "unknown member " + member;
        if (isNew && !(Text(body, "name") is { Length: > 0 })) return "name is required";
        if (isNew && Text(body, "head_sha") != repository.Commit) return "No commit found for SHA";
        if (Text(body, "status") is { } status && !Statuses.Contains(status)) return "status";
        if (Text(body, "conclusion") is { } conclusion && !Conclusions.Contains(conclusion)) return "conclusion";
        if (Text(body, "status") == "completed" && Text(body, "conclusion") is null) return "conclusion is required when completed";
        if (Text(body, "details_url") is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme is "http" or "https")) return "details_url";
        return body.TryGetProperty("output", out var output) ? OutputFault(output, repository) : null;
    }

    private static string? OutputFault(JsonElement output, ForgeRepository repository)
    {
        if (Unknown(output, OutputMembers) is { } member) return "unknown member output." + member;
        if (!(Text(output, "title") is { Length: > 0 })) return "output.title is required";
        if (Text(output, "summary") is not { Length: > 0 and <= MaximumText }) return "output.summary is required, with at most 65535 characters";
        if (!output.TryGetProperty("annotations", out var annotations)) return null;
        if (annotations.GetArrayLength() > MaximumAnnotations) return "at most 50 annotations";
        return annotations.EnumerateArray().Select(annotation => AnnotationFault(annotation, repository)).FirstOrDefault(static fault => fault is not null);
    }

    private static string? AnnotationFault(JsonElement annotation, ForgeRepository repository)
    {
        if (Unknown(annotation, AnnotationMembers) is { } member) return "unknown member annotation." + member;
        if (Text(annotation, "path") is not { } path || !repository.Files.ContainsKey(path)) return "path is none of the repository: " + Text(annotation, "path");
        if (Number(annotation, "start_line") is not { } start || Number(annotation, "end_line") is not { } end || start < 1 || end < start || end > repository.LinesOf(path)) return "lines";
        if (Text(annotation, "annotation_level") is not { } level || !Levels.Contains(level)) return "annotation_level";
        if (Text(annotation, "message") is not { Length: > 0 and <= MaximumMessage }) return "message";
        return Text(annotation, "title") is { Length: > MaximumTitle } ? "title" : null;
    }

    private static string? Unknown(JsonElement element, HashSet<string> known) => element.EnumerateObject().Select(static member => member.Name).FirstOrDefault(name => !known.Contains(name));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;
}
