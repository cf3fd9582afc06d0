using System.Text.Json;
using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Taint.Models;
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
        { "version: 1\nsources:\n  - member: Acme.Inbox.Read\n    kind: mail", "r.yaml:4: 'mail' is no kind here: web," },
        { "version: 1\nsinks:\n  - member: Acme.Store.Run\n    kind: sqll\n    takes: arg0", "r.yaml:4: 'sqll' is no kind here; 'sql' is meant?" },
        { "version: 1\nsinks:\n  - member: Acme.Store.Run\n    kind: sql", "r.yaml:3: The field 'takes' is missing." },
        { "version: 1\nsinks:\n  - member: Run\n    kind: sql\n    takes: arg0", "r.yaml:3: 'Run' names no member" },
        { "version: 1\nsanitizers:\n  - member: Acme.Text.Quote\n    fro: sql", "r.yaml:4: There is no field 'fro'; 'for' is meant?" },
        { "version: 1\nsanitizers:\n  - member: 'Acme.Text.Quote'\n    for: sql", "r.yaml:3: ''Acme.Text.Quote'' begins with" },
        { "version: 1\nsinks:\n- member: Acme.Store.Run\n  kind: sql\n  takes: arg0", "r.yaml:3: A line is `version: 1`" },
        { "{version: 1, sinks: [{member: A.B.C, kind: sql, takes: arg0}]}", "r.yaml:1: A line is `version: 1`" },
        { "version: 1\nsinks: []", "r.yaml:2: 'sinks' is a list" },
        { "version: 1\nsinkz:\n  - member: A.B.C", "There is no field 'sinkz'; 'sinks' is meant?" },
        { Head + "  - {id: T1, text: a, because: \"b\nsinks:\n  - member: A.B.C\n    kind: sql\n    takes: arg0\n\", remedy: Do it.}\nsources:\n  - member: A.B.D\n    kind: web", "" },
        { "version: 1\nsinks:\n" + string.Concat(Enumerable.Repeat("  - member: A.B.C\n    kind: sql\n    takes: arg0\n", 5_001)), "There are 5001 models, and 5000 are the most." },
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

    [Fact]
    public void TheDocumentsModels_AreRead()
    {
        var text = Sample(1);
        var models = TeamModels.Read("rules.yaml", text);
        Assert.Equal(["Acme.Inbox.Read", "Acme.Store.Run", "Acme.Text.Quote"], models.Members.Select(static m => $"{m.TypeName}.{m.MemberName}"));
        Assert.Equal(text, Assert.Single(TeamRulesFile.Read("rules.yaml", text).Models).GetText().ToString());
    }

    [Fact]
    public void ModelsAndClaims_StandInOneFile()
    {
        var rules = TeamRulesFile.Read("r.yaml", Head + "- id: T1\n  text: a\n  because: |\n    sources: are many\n\n    b\n  remedy: Do it.\nsanitizers:\n  - member: A.B.C\n    for: all\n");
        Assert.Single(rules.BannedClaims);
        Assert.Equal(SinkKinds.All, Assert.Single(TeamModels.Read("r.yaml", Assert.Single(rules.Models).GetText().ToString()).Members).Sanitizes);
    }

    [Fact]
    public void AFileWithoutModels_MayBeAnyYaml() =>
        Assert.Empty(TeamRulesFile.Read("r.yaml", "---\n{\"version\": 1, \"banned_claims\": [{id: T1, text: a" + Tail + "]}").Models);

    [Fact]
    public void TheFilesOfATeam_AddUp()
    {
        const string one = "version: 1\nsources:\n  - member: A.B.C\n    kind: web\n";
        var both = TeamRuleSet.Combine([TeamRulesFile.Read("one.yaml", one), TeamRulesFile.Read("two.yaml", one.Replace("A.B.C", "A.B.D", StringComparison.Ordinal))]);
        Assert.Equal(["one.yaml", "two.yaml"], both.Models.Select(static m => m.Path));
        Assert.NotEqual(both.Identity, TeamRulesFile.Read("one.yaml", one).Identity);
    }

    [Fact]
    public void TheSchema_KnowsTheKindsAndSectionsThatTheReaderKnows()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs/team-rules.schema.json")));
        var kinds = schema.RootElement.GetProperty("$defs");
        var sources = kinds.GetProperty("sourceKind").GetProperty("enum").EnumerateArray().Select(static k => k.GetString()!).ToList();
        Assert.All(sources, static kind => Assert.NotNull(KindNames.SourceNamed(kind)));
        Assert.Equal(Enum.GetValues<SourceKinds>().Length - 1, sources.Count);
        var sinks = string.Join(", ", kinds.GetProperty("sinkKind").GetProperty("enum").EnumerateArray().Select(static k => k.GetString()));
        Assert.Equal(SinkKinds.All, Assert.Single(TeamModels.Read("r.yaml", $"version: 1\nsanitizers:\n  - member: A.B.C\n    for: [{sinks}]").Members).Sanitizes);
        Assert.Equal(
            TeamModels.Sections.AddRange("version", "banned_claims").Order(StringComparer.Ordinal),
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(static p => p.Name).Order(StringComparer.Ordinal));
    }

    private static BannedClaim Claim(string line) => Assert.Single(TeamRulesFile.Read("r.yaml", Head + line).BannedClaims);

    // The document's own sample, so that it can never be wrong.
    private static string Sample(int index = 0) =>
        File.ReadAllText(Repository.PathOf("docs/team-rules.md")).Split("```yaml")[index + 1].Split("```")[0];
}
