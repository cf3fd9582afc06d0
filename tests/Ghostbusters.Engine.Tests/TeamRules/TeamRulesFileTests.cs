using System.Text.RegularExpressions;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.TeamRules;
using Ghostbusters.Testing;

namespace Ghostbusters.Engine.Tests.TeamRules;

public class TeamRulesFileTests
{
    private const string Head = "version: 1\nbanned_claims:\n";
    private const string Tail = ", because: b, remedy: Do it.}";

    [Fact]
    public void TheSampleOfTheDocuments_IsRead()
    {
        var rules = TeamRulesFile.Read("rules.yaml", Sample());
        Assert.Equal(["ACME001", "ACME002"], rules.BannedClaims.Select(static c => c.Id));
        var (first, second) = (rules.BannedClaims[0], rules.BannedClaims[1]);
        Assert.Equal(ClaimPlaces.Comments | ClaimPlaces.Docs | ClaimPlaces.Names, first.Places);
        Assert.Equal(Severity.Warning, first.Severity);
        Assert.Equal(Severity.Error, second.Severity);
        Assert.Equal(["healthcare"], second.Experts.AsEnumerable());
        Assert.True(second.HoldsFor("src/Api/Records.cs"));
        Assert.False(second.HoldsFor("src/Legal/Notice.cs"));
        Assert.False(second.HoldsFor("tests/Api/RecordTests.cs"));
    }

    [Theory]
    [InlineData("production ready", "This is Production-Ready code", true)]
    [InlineData("production ready", "production\n    ready", true)]
    [InlineData("production ready", "production_ready", true)]
    [InlineData("production ready", "reproduction ready", false)]
    [InlineData("production ready", "ready for production", false)]
    [InlineData("c++ (fast)", "c++ (fast)", false)] // \b wants a letter at the end; say so with a pattern.
    [InlineData("100 percent", "100 percent covered", true)]
    public void Words_AreFoundAsWords(string text, string comment, bool isFound) =>
        Assert.Equal(isFound, Claim($"  - {{id: T1, text: '{text}'{Tail}").Pattern.IsMatch(comment));

    [Fact]
    public void AnExpression_NeverBacktracks() =>
        Assert.True(Claim($"  - {{id: T1, pattern: '(a+)+$'{Tail}").Pattern.Options.HasFlag(RegexOptions.NonBacktracking));

    public static TheoryData<string, string> Mistakes => new()
    {
        { "version: 2", "r.yaml:1:10: The version '2' is not known" },
        { "banned_claims: []", "r.yaml:1:1: The field 'version' is missing." },
        { "version: 1\nbaned_claims: []", "r.yaml:2:1: There is no field 'baned_claims'; 'banned_claims' is meant?" },
        { "version: 1\nbanned_claims: nothing", "r.yaml:2:16: 'banned_claims' is a list" },
        { "version: 1\nbanned_claims: [text]", "Each of 'banned_claims' is a mapping" },
        { "", "is no mapping of fields" },
        { "- a", "is no mapping of fields" },
        { "version: 1\nversion: 1", "Duplicate key" },
        { "version: [", "it is not YAML" },
        { Head + "  - {id: GB1001, text: a" + Tail, "r.yaml:3:10: 'GB1001': ids that begin with GB" },
        { Head + "  - {id: team, text: a" + Tail, "'team' is no id" },
        { Head + "  - {id: T1" + Tail, "Give either `text` (words) or `pattern`" },
        { Head + "  - {id: T1, text: a, pattern: b" + Tail, "Give either `text` (words) or `pattern`" },
        { Head + "  - {id: T1, text: ''" + Tail, "'text' is a text that is not empty" },
        { Head + "  - {id: T1, text: '- _'" + Tail, "There are no words in it" },
        { Head + "  - {id: T1, pattern: '('" + Tail, "r.yaml:3:23: It is no regular expression" },
        { Head + "  - {id: T1, pattern: '(?=a)b'" + Tail, "look-around" },
        { Head + "  - {id: T1, text: a, in: [everywhere]" + Tail, "'everywhere' is no place" },
        { Head + "  - {id: T1, text: a, severity: fatal" + Tail, "'fatal' is none of error, warning, note" },
        { Head + "  - {id: T1, text: a, remedy: c}", "The field 'because' is missing" },
        { Head + "  - {id: T1, text: {a: b}" + Tail, "'text' is a text" },
        { Head + "  - {id: T1, text: a" + Tail + "\n  - {id: T1, text: b" + Tail, "Two team rules have the id 'T1'" },
        { "version: &v 1\nbanned_claims: *v", "aliases (*name) are not read here" },
        { new string('[', 100_000), "nested more than 10 deep" },
        { "version: 1 #" + new string('x', 1 << 20), "are the most" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistake_IsNamedWithItsPlaceAndItsCure(string yaml, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => TeamRulesFile.Read("r.yaml", yaml));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static BannedClaim Claim(string line) => Assert.Single(TeamRulesFile.Read("r.yaml", Head + line).BannedClaims);

    // The document's own sample, so that it can never be wrong.
    private static string Sample()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/team-rules.md"));
        var start = page.IndexOf("```yaml", StringComparison.Ordinal) + "```yaml".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
