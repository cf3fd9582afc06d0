using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Engine.Reports;

/// <summary>Why a result is not whole, for formats that know nothing but issues: an empty list of them would say "clean".</summary>
/// <param name="RuleId">The notice's.</param>
/// <param name="Subject">What was left out: most often a path.</param>
/// <param name="Text">One line.</param>
/// <param name="Fingerprint">Unique within the result.</param>
internal sealed record Gap(string RuleId, string Subject, string Text, string Fingerprint)
{
    /// <summary>One for each notice that leaves a gap; one for "nothing to analyse".</summary>
    public static IEnumerable<Gap> Of(ReportContent content) => content.Summary.Status switch
    {
        AnalysisStatus.Complete => [],
        AnalysisStatus.Nothing => [Create("GB9003", content.Result.Target, Words.Verdict(content.Summary), 0)],
        _ => content.Result.Notices.Where(static n => n.IsPartial)
            .Select(static (n, i) => Create(n.RuleId, n.Subject, $"Not analysed: {n.Subject}: {n.Reason} {n.Remedy}", i)),
    };

    private static Gap Create(string ruleId, string subject, string text, int place) =>
        new(ruleId, subject, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ruleId}\n{text}\n{place}")))[..32]);
}
