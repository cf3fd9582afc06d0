namespace Ghostbusters.Engine.Reports;

/// <summary>What every format is made from: the masked result, its counts and the rules.</summary>
internal sealed record ReportContent(AnalysisResult Result, Summary Summary, ImmutableArray<RuleFacts> Rules, ReportOptions Options)
{
    /// <summary>One clause on what the score means; it stands wherever the score does.</summary>
    public const string ScoreMeaning =
        "how far the code's claims can be trusted: 100 only when everything was analysed and nothing was found";

    public required IReadOnlyDictionary<string, int> RuleIndex { get; init; }

    public RuleFacts RuleOf(Finding finding) => Rules[RuleIndex[finding.RuleId]];

    public static ReportContent Of(AnalysisResult result, ReportOptions options)
    {
        var known = options.Rules.Select(r => RuleFacts.Of(r, options.PrecisionOf(r.Id)));
        var ids = options.Rules.Select(static r => r.Id).ToHashSet(StringComparer.Ordinal);
        // A team's own rule file can name rules that the catalogue lacks; they are reported like the others.
        var unknown = result.Findings.Where(f => !ids.Contains(f.RuleId)).GroupBy(static f => f.RuleId, StringComparer.Ordinal)
            .Select(g => RuleFacts.Unknown(g.Key, g.Max(static f => f.Severity), options.PrecisionOf(g.Key)));
        ImmutableArray<RuleFacts> rules = [.. known.Concat(unknown).OrderBy(static r => r.Id, StringComparer.Ordinal)];
        return new(result, Summary.Of(result), rules, options)
        {
            RuleIndex = rules.Select(static (r, i) => (r.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal),
        };
    }
}
