using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.TeamRules;

namespace Ghostbusters.Engine.Tests.TeamRules;

public class BannedClaimTests
{
    private const string Code = """
        namespace Shop;

        /// <summary>A production ready cart. Never call it "production ready" lightly.</summary>
        public sealed class Cart
        {
            // This is production
            // ready, says its author.
            public bool IsProductionReady => Total > 0;

            public int Total { get; set; }

            public string Motto => "Production-ready since 2020";
        }
        """;

    [Theory]
    [InlineData("docs", 3)]
    [InlineData("comments", 6)]
    [InlineData("names", 8)]
    [InlineData("strings", 12)]
    public async Task AClaim_IsFoundWhereItIsLookedFor(string place, int line)
    {
        var finding = Assert.Single((await RunAsync($"in: {place}")).Findings, static f => f.RuleId == "ACME1");
        Assert.Equal(line, finding.Location.Range.StartLine);
        Assert.Contains("this team does not make here: only the board says so. Leave it out.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("paths: ['lib/**']")]
    [InlineData("except: ['**/*.cs']")]
    [InlineData("except: ['src/**']")]
    public async Task AFileThatTheRuleIsNotFor_IsLeftAlone(string filter) =>
        Assert.DoesNotContain((await RunAsync($"in: [docs, comments, names, strings], {filter}")).Findings, static f => f.RuleId == "ACME1");

    [Fact]
    public async Task ASelectionWithoutTheRule_LeavesItOut() =>
        Assert.Empty((await RunAsync("in: docs", list: "GB1")).Findings);

    [Fact]
    public async Task AnExpertOfTheTeams_CanBeChosen()
    {
        var result = await RunAsync("in: docs, experts: healthcare", experts: ["healthcare"]);
        Assert.Equal("ACME1", Assert.Single(result.Findings).RuleId);
    }

    [Fact]
    public void TheCachesKey_TellsRulesApart()
    {
        var first = RuleSelection.Of(Rules("in: docs"), null, []).ToString();
        Assert.Equal(first, RuleSelection.Of(Rules("in: docs"), null, []).ToString());
        Assert.NotEqual(first, RuleSelection.Of(Rules("in: names"), null, []).ToString());
        Assert.NotEqual(first, RuleSelection.All.ToString());
    }

    private static Task<AnalysisResult> RunAsync(string fields, string? list = null, string[]? experts = null) => CodeAnalysis.RunAsync(new AnalysisRequest
    {
        Tree = new MemoryTree([("src/Cart.cs", Code)]),
        Rules = RuleSelection.Of(Rules(fields), list, experts ?? []),
        Today = new DateOnly(2026, 11, 21),
    });

    private static TeamRuleSet Rules(string fields) => TeamRulesFile.Read(
        "rules.yaml", "version: 1\nbanned_claims:\n  - {id: ACME1, text: production ready, because: only the board says so., remedy: Leave it out., severity: error, " + fields + "}");
}
