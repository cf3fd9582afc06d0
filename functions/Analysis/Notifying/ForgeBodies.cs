using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.Notifying;

/// <summary>GitHub's check run, as far as it is sent. An update of its output adds annotations to those that are there.</summary>
internal sealed record CheckRun
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HeadSha { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Conclusion { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DetailsUrl { get; init; }

    public required CheckRunOutput Output { get; init; }
}

internal sealed record CheckRunOutput(string Title, string Summary, IReadOnlyList<CheckAnnotation> Annotations);

/// <param name="AnnotationLevel"><c>notice</c>, <c>warning</c> or <c>failure</c>.</param>
internal sealed record CheckAnnotation(string Path, int StartLine, int EndLine, string AnnotationLevel, string Message, string Title);

/// <summary>The check runs of a commit, as far as they are read.</summary>
internal sealed record CheckRunList(IReadOnlyList<KnownCheckRun>? CheckRuns);

internal sealed record KnownCheckRun(long Id, string? ExternalId, KnownOutput? Output);

internal sealed record KnownOutput(int AnnotationsCount);

/// <summary>GitLab's commit status.</summary>
/// <param name="State"><c>success</c> or <c>failed</c>.</param>
internal sealed record CommitStatus(
    string State, string Name, string Description, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TargetUrl);

/// <summary>What a callback is told: the result is fetched with a key of one's own.</summary>
internal sealed record CallbackBody(string AnalysisId, string Status);
