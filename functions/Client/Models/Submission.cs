namespace Ghostbusters.Functions.Client.Models;

/// <summary>What is to be analysed: exactly one of the three sources.</summary>
public sealed record AnalyzeRequest
{
    /// <summary>A repository on a forge that the service knows.</summary>
    public RepositorySource? Repository { get; init; }

    /// <summary>The id of an upload; <see cref="GhostbustersClient.SubmitFolderAsync"/> makes one.</summary>
    public string? Upload { get; init; }

    /// <summary>Files as they are.</summary>
    public IReadOnlyList<FileSource>? Files { get; init; }

    /// <summary>The project's name in lists.</summary>
    public string? ProjectPath { get; init; }

    /// <summary>How to analyse.</summary>
    public AnalyzeOptions? Options { get; init; }
}

/// <summary>A repository.</summary>
/// <param name="Url">Its address as people see it.</param>
/// <param name="Ref">Branch, tag or commit; null: the default branch.</param>
public sealed record RepositorySource(string Url, string? Ref);

/// <summary>A file.</summary>
/// <param name="Path">Relative, with <c>/</c>.</param>
/// <param name="Content">Its text.</param>
public sealed record FileSource(string Path, string Content);

/// <summary>How to analyse.</summary>
public sealed record AnalyzeOptions
{
    /// <summary>Ids or beginnings of ids: <c>GB1001,GB3,-GB3003</c>; null: all.</summary>
    public string? Rules { get; init; }

    /// <summary>The same, of rules that the analysed code cannot switch off, soften or silence; null: none.</summary>
    public string? Floor { get; init; }

    /// <summary><c>note</c>, <c>warning</c> or <c>error</c>; null: <c>note</c>.</summary>
    public string? MinSeverity { get; init; }

    /// <summary>Branch, tag or commit of a repository: only findings on lines that are others there are told. Default: all are.</summary>
    public string? BaseRef { get; init; }

    /// <summary>Is posted the id and the status when the analysis has ended.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Names of experts; null: all.</summary>
    public IReadOnlyList<string>? Experts { get; init; }
}

/// <summary>A submission was taken.</summary>
public sealed record AnalyzeAccepted(string AnalysisId, string Status, AnalysisLinks Links);

/// <summary>Where to go on; paths on the same host.</summary>
public sealed record AnalysisLinks(string Result, string Recover);
