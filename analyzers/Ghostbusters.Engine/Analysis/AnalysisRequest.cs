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

    /// <summary>
    /// Rules that the analysed code can neither switch off nor soften nor silence, whatever its .editorconfig and comments say; null for none. For
    /// who analyses the code of others.
    /// </summary>
    public RuleSelection? Floor { get; init; }

    /// <summary>How many projects and files are worked on at a time; output does not depend on it. Default: every processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Results of unchanged projects; null to compute everything.</summary>
    public ResultCache? Cache { get; init; }

    /// <summary>
    /// Only the project at this place is analysed, in the order of loading; null: all are. All are loaded all the same, so that
    /// rules see of the others what they see in a whole analysis, and its outcome in the cache is the whole analysis' own.
    /// </summary>
    public int? Part { get; init; }

    /// <summary>Whether repairs are tried and proved, so that findings carry them. Costs another analysis for each.</summary>
    public bool ProveFixes { get; init; }

    /// <summary>Whether the result says what each rule took. To look at the clock before and after each step of each rule is dear itself.</summary>
    public bool TimeRules { get; init; }

    /// <summary>The day that expiry dates are compared with.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Told of each phase, and of each step in it; the fraction never falls.</summary>
    public IProgress<AnalysisProgress>? Progress { get; init; }
}
