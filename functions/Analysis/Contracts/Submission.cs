using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.Contracts;

/// <summary>Body of <c>POST /ghostbusters/analyze</c>: exactly one of the three sources. What it does not know it refuses.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AnalyzeRequest
{
    /// <summary>A repository on a forge that the deployment knows.</summary>
    public RepositorySource? Repository { get; init; }

    /// <summary>The id of an upload that was sent.</summary>
    public string? Upload { get; init; }

    /// <summary>Files as they are: at most 500, with at most 4 MB in all.</summary>
    public IReadOnlyList<FileSource>? Files { get; init; }

    /// <summary>The project's name in lists, at most 200 characters. Default: the repository's path, else <c>files</c> or <c>upload</c>.</summary>
    public string? ProjectPath { get; init; }

    /// <summary>How to analyse.</summary>
    public AnalyzeOptions? Options { get; init; }
}

/// <summary>A repository.</summary>
/// <param name="Url">Its address as people see it: <c>https://github.com/owner/name</c>.</param>
/// <param name="Ref">Branch, tag or commit. Default: the default branch.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RepositorySource(string? Url, string? Ref);

/// <summary>A file.</summary>
/// <param name="Path">Relative, with <c>/</c>.</param>
/// <param name="Content">Its text.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FileSource(string? Path, string? Content);

/// <summary>How to analyse.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AnalyzeOptions
{
    /// <summary>Ids or beginnings of ids, as on the command line: <c>GB1001,GB3,-GB3003</c>. Default: all.</summary>
    public string? Rules { get; init; }

    /// <summary>The same, of rules that the analysed code cannot switch off, soften or silence, whatever its .editorconfig and comments say. Default: none.</summary>
    public string? Floor { get; init; }

    /// <summary><c>note</c>, <c>warning</c> or <c>error</c>: less grave findings are left out. Default <c>note</c>.</summary>
    public string? MinSeverity { get; init; }

    /// <summary>Branch, tag or commit of a repository: only findings on lines that are others there are told. Default: all are.</summary>
    public string? BaseRef { get; init; }

    /// <summary>Is posted the id and the status when the analysis has ended; fetch the result with your own key.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Names of experts. Default: all.</summary>
    public IReadOnlyList<string>? Experts { get; init; }
}

/// <summary>Answer 202 to a submission, and 200 to its repetition.</summary>
/// <param name="Status">As in <see cref="AnalysisSummary.Status"/>.</param>
public sealed record AnalyzeAccepted(string AnalysisId, string Status, AnalysisLinks Links);

/// <summary>Where to go on; paths on the same host.</summary>
/// <param name="Result">The result, <c>Accept</c> chooses its form.</param>
/// <param name="Recover">For a patch.</param>
public sealed record AnalysisLinks(string Result, string Recover)
{
    public static AnalysisLinks Of(string id) => new($"/ghostbusters/results/{id}", $"/ghostbusters/results/{id}/recover");
}
