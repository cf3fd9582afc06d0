using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Tests.Reports;

namespace Ghostbusters.Engine.Tests.Analysis;

public class FindingValidationTests
{
    private static readonly Finding Whole = Samples.Find("GB3003", Severity.Warning, "a.cs", new(2, 1, 2, 5), "It says one thing and does another. Mend it.", 1, []);

    private static readonly Dictionary<string, Finding> Flaws = new()
    {
        { "message", Whole with { Message = " " } },
        { "hole", Whole with { Message = "'{0}' says that it saves." } },
        { "evidence", Whole with { Evidence = "" } },
        { "basis", Whole with { Basis = "" } },
        { "fingerprint", Whole with { Fingerprint = "" } },
        { "file", Whole with { Location = new("b.cs", new(1, 1, 1, 2)) } },
        { "line", Whole with { Location = new("a.cs", new(2, 1, 11, 2)) } },
        { "order", Whole with { Location = new("a.cs", new(3, 1, 2, 2)) } },
        { "claim", Whole with { ClaimLocation = new("a.cs", new(11, 1, 11, 2)) } },
        { "path", Whole with { EvidenceLocations = [new("c.cs", new(1, 1, 1, 2))] } },
    };

    public static TheoryData<string> Flawed => [.. Flaws.Keys];

    [Fact]
    public void AWholeFinding_Stays()
    {
        var outcome = new ProjectOutcome([Whole, Whole with { Message = "A brace { and } is no hole, nor is {x}." }], [], []);
        Assert.Same(outcome, FindingValidation.Of(outcome, LinesOf, static _ => { }));
    }

    [Theory]
    [MemberData(nameof(Flawed))]
    public void AFlawedFinding_BecomesANotice(string flaw)
    {
        var valid = FindingValidation.Of(new ProjectOutcome([Whole, Flaws[flaw]], [], []), LinesOf, static _ => { });
        Assert.Same(Whole, Assert.Single(valid.Findings));
        var notice = Assert.Single(valid.Notices);
        Assert.True(notice.RuleId == "GB9004" && notice.IsPartial && notice.Subject == "GB3003");
    }

    private static int? LinesOf(string path) => path == "a.cs" ? 10 : null;
}
