using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Model;

namespace Ghostbusters.Engine.Tests.Reports;

/// <summary>Results that somebody could get: any mixture of severities, states, notices and odd texts.</summary>
internal static class RandomResults
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(static s => s is not null),
        Gen.Elements("plain", "a|b", "<b>", "`x`", "@all", "\ud800", "\u202e", "</details>", "clean", "\"quoted\""));

    private static readonly Gen<Finding> Findings =
        from rule in Gen.Elements("GB3003", "GB8101", "GB8205", "GB1001", "TEAM-1")
        from severity in Gen.Elements(Severity.Note, Severity.Warning, Severity.Error)
        from file in Gen.Elements("a.cs", "src/b.cs", "src/c d/e#.cs")
        from line in Gen.Choose(1, 50)
        from text in Texts
        from suppressed in Gen.Elements(false, false, true)
        from state in Gen.Elements(BaselineState.None, BaselineState.New, BaselineState.Unchanged)
        select Samples.Find(rule, severity, file, new(line, 1, line, 5), "m", line, [text.ReplaceLineEndings(" ")]) with
        {
            Claim = text,
            Suppression = suppressed ? new(text) : null,
            BaselineState = state,
        };

    private static readonly Gen<Notice> Notices =
        from text in Texts
        from partial in Gen.Elements(true, false)
        select Notice.NotAnalysed("x.cs", text, "Do this.", partial);

    public static readonly Arbitrary<AnalysisResult> Any =
        (from findings in Findings.ListOf()
         from notices in Gen.OneOf(Gen.Constant(new List<Notice>()), Notices.ListOf().Select(static l => l.ToList()))
         from found in Gen.Elements(0, 3, 3, 3)
         select Samples.Result([.. findings.Select(static (f, i) => f with { Fingerprint = $"{i}" })], [.. notices]) with
         {
             Coverage = new(found, found, found * 40, 1),
             Score = found == 0 ? null : 0.5,
         }).ToArbitrary();
}
