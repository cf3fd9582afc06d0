using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;

namespace Ghostbusters.Engine.Analysis;

/// <summary>What to analyse, and how.</summary>
public sealed record AnalysisRequest
{
    /// <summary>Where the code is.</summary>
    public required FileTree Tree { get; init; }

    /// <summary>How to load it.</summary>
    public LoadOptions Load { get; init; } = new();

    /// <summary>Which rules run. Default all.</summary>
    public RuleSelection Rules { get; init; } = RuleSelection.All;

    /// <summary>How many projects and files are worked on at a time; output does not depend on it. Default: every processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Results of unchanged projects; null to compute everything.</summary>
    public ResultCache? Cache { get; init; }

    /// <summary>Whether repairs are tried and proved, so that findings carry them. Costs another analysis for each.</summary>
    public bool ProveFixes { get; init; }

    /// <summary>The day that expiry dates are compared with.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Told of each phase and project as it starts.</summary>
    public IProgress<AnalysisProgress>? Progress { get; init; }
}

/// <summary>How far an analysis is.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Projects that are done.</param>
/// <param name="Total">Projects in all; 0 while they are not known.</param>
/// <param name="Subject">The project in work.</param>
public readonly record struct AnalysisProgress(AnalysisPhase Phase, int Done, int Total, string Subject);

/// <summary>The phases of an analysis.</summary>
public enum AnalysisPhase
{
    /// <summary>Reading projects and references, parsing.</summary>
    Loading,

    /// <summary>Running the rules.</summary>
    Detecting,

    /// <summary>Proving repairs.</summary>
    Revalidating,

    /// <summary>Counting and scoring.</summary>
    Reporting,
}
