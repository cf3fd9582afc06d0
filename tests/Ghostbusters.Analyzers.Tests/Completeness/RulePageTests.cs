using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Tests.Completeness;

/// <summary>What a rule's page says is true: its table is the descriptor's, its samples do what they are shown for.</summary>
public class RulePageTests
{
    private static readonly string[] Titles =
        ["What it finds", "Bad", "Good", "What it does not report", "How to mend it", "Measured"];

    /// <summary>Rules whose bad sample must not compile, and why.</summary>
    private static readonly Dictionary<string, string> BrokenByNature = new()
    {
        ["GB5003"] = "It explains what does not bind.",
    };

    /// <summary>Descriptors without samples, and why.</summary>
    private static readonly Dictionary<string, string> WithoutSamples = new()
    {
        ["GB1012"] = "`ghostbusters mutate` raises it about code whose tests it ran; one file does not show that.",
        ["GB9003"] = "It is about a file, reference or setting that could not be read; no code shows that.",
        ["GB9004"] = "The engine raises it about a rule that threw; no code is meant to make one throw.",
    };

    public static TheoryData<string> Rules => RuleCompletenessTests.Rules;

    public static TheoryData<string> All => RuleCompletenessTests.All;

    [Fact]
    public void WithoutSamples_AreExactlyTheEnginesOwn() =>
        Assert.Equal(RuleCatalog.EngineDescriptors.Select(static d => d.Id), WithoutSamples.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void Head_IsTheDescriptors(string id)
    {
        var page = RulePage.Read(id);
        var descriptor = RuleCompletenessTests.DescriptorOf(id);

        Assert.Equal($"{id} {RuleCompletenessTests.NameOf(id)}", page.Heading);
        Assert.EndsWith(".", page.Claim, StringComparison.Ordinal);
        Assert.Equal([descriptor.Category, WordOf(descriptor.DefaultSeverity), BasisNames.FromTags(descriptor.CustomTags)], page.Cells.Take(3));
        Assert.Matches("^(CWE-[0-9]+(, CWE-[0-9]+)*|–)$", Assert.Single(page.Cells.Skip(3)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Sections_AreThereInOrderAndFilled(string id)
    {
        var sections = RulePage.Read(id).Sections;
        var wanted = Titles.Where(title => title is not ("Bad" or "Good") || !WithoutSamples.ContainsKey(id));

        Assert.Equal(wanted, sections.Select(static s => s.Title));
        Assert.All(sections, static s => Assert.NotEmpty(s.Text));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task TheBadSample_IsFound(string id)
    {
        var sample = TestCompilation.Of(RulePage.Read(id).Sample("Bad"));

        Assert.Equal(BrokenByNature.ContainsKey(id), !TestCompilation.Errors(sample).IsEmpty);
        Assert.Contains(id, await FoundAsync(sample));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task TheGoodSample_IsCleanForEveryRule(string id)
    {
        var sample = TestCompilation.Of(RulePage.Read(id).Sample("Good"));

        Assert.Empty(TestCompilation.Errors(sample));
        Assert.Empty(await FoundAsync(sample));
    }

    // A note is what Roslyn calls an info.
    private static string WordOf(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "Note" : severity.ToString();

    private static async Task<ImmutableArray<string>> FoundAsync(Compilation sample) =>
        [.. (await TestCompilation.AnalyzeAsync(sample, RuleCatalog.CreateRules())).Where(static d => !d.IsSuppressed).Select(static d => d.Id)];
}
