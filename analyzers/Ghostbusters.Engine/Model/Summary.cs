namespace Ghostbusters.Engine.Model;

/// <summary>The counts that every door shows. They are made here and nowhere else, so that they agree everywhere.</summary>
/// <param name="Errors">Open findings of severity error.</param>
/// <param name="Warnings">Open findings of severity warning.</param>
/// <param name="Notes">Open findings of severity note.</param>
/// <param name="Suppressed">Findings that were silenced in the code, in the baseline or not.</param>
/// <param name="Unchanged">Findings that the baseline has too and that were not silenced in the code.</param>
/// <param name="Notices">What was not analysed, rules that failed and what else is worth knowing.</param>
/// <param name="Gaps">Those of the notices because of which findings may be missing.</param>
/// <param name="Status">Whether the result is whole.</param>
public sealed record Summary(
    int Errors, int Warnings, int Notes, int Suppressed, int Unchanged, int Notices, int Gaps, AnalysisStatus Status)
{
    /// <summary>The findings that count.</summary>
    public int Open => Errors + Warnings + Notes;

    /// <summary>Whether the result may be shown as clean: everything was analysed and nothing is open.</summary>
    public bool IsClean => Status == AnalysisStatus.Complete && Open == 0;

    /// <summary>The summary of a result.</summary>
    public static Summary Of(AnalysisResult result)
    {
        var open = result.Open.CountBy(static f => f.Severity).ToDictionary();
        var suppressed = result.Findings.Count(static f => f.Suppression is not null);
        return new(
            open.GetValueOrDefault(Severity.Error),
            open.GetValueOrDefault(Severity.Warning),
            open.GetValueOrDefault(Severity.Note),
            suppressed,
            result.Findings.Length - suppressed - open.Values.Sum(),
            result.Notices.Length,
            result.Notices.Count(static n => n.IsPartial),
            result.Status);
    }
}
