using System.Reflection;
using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Tests.Completeness;

/// <summary>A rule ships whole or not at all.</summary>
public partial class RuleCompletenessTests
{
    private const int MostLines = 400;

    public static TheoryData<string> Rules => [.. CataloguedRule.Rules.Select(static rule => rule.Id)];

    public static TheoryData<string> All => [.. CataloguedRule.All.Select(static rule => rule.Id)];

    [Fact]
    public void EveryRuleClass_IsInTheCatalogue() => Assert.Equal(
        CataloguedRule.Classes.Select(static type => type.FullName).Order(StringComparer.Ordinal),
        RuleCatalog.CreateRules().Concat(RuleCatalog.CreateBuildRules()).Select(static rule => rule.GetType().FullName).Order(StringComparer.Ordinal));

    [Fact]
    public void TheCatalogue_IsInTheOrderOfTheIds()
    {
        var ids = RuleCatalog.CreateRules().SelectMany(static rule => rule.SupportedDiagnostics).Select(static d => d.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void EveryDescriptor_IsRaisedByARuleOrTheEngine() => Assert.Equal(
        typeof(Descriptors).GetProperties().Select(static p => ((DiagnosticDescriptor)p.GetValue(null)!).Id).Order(StringComparer.Ordinal),
        CataloguedRule.All.Select(static rule => rule.Id));

    [Fact]
    public void EveryPage_HasARule() => Assert.Equal(CataloguedRule.All.Select(static rule => rule.Id), RulePage.Ids);

    [Fact]
    public void EverySourceFile_IsShort() => Assert.Empty(
        from file in Directory.EnumerateFiles(Repository.PathOf("analyzers/Ghostbusters.Analyzers"), "*.cs", SearchOption.AllDirectories)
        let lines = File.ReadLines(file).Count()
        where lines > MostLines
        select $"{Path.GetFileName(file)}: {lines} lines");

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheClass_IsASealedExportedAnalyzerOfItsName(string id)
    {
        var rule = ClassOf(id);

        Assert.True(rule.IsSealed);
        Assert.Equal(NameOf(id), rule.Name);
        Assert.Equal($"Ghostbusters.Analyzers.Rules.{FamilyOf(id)}", rule.Namespace);
        Assert.Single(rule.GetCustomAttributes(typeof(DiagnosticAnalyzerAttribute), inherit: false));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheDescriptor_SaysClaimRealityAndRemedy(string id)
    {
        var descriptor = DescriptorOf(id);
        var message = descriptor.MessageFormat.ToString(null);

        Assert.Matches("^GB[0-9]{4}$", descriptor.Id);
        Assert.False(string.IsNullOrWhiteSpace(descriptor.Title.ToString(null)));
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.True(message.Split(". ").Length >= 2, $"'{message}' is one sentence: where is the remedy?");
        Assert.Contains("{0}", message, StringComparison.Ordinal);
        Assert.Equal(HelpLink.Of(id) ?? "", descriptor.HelpLinkUri);
        Assert.Single(descriptor.CustomTags, static tag => tag.StartsWith("basis:", StringComparison.Ordinal));
        Assert.True(descriptor.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheReleaseFiles_ListIt(string id)
    {
        var descriptor = DescriptorOf(id);
        var rows = new[] { "Shipped", "Unshipped" }
            .SelectMany(static name => File.ReadLines(Repository.PathOf($"analyzers/Ghostbusters.Analyzers/AnalyzerReleases.{name}.md")))
            .Where(line => line.StartsWith(id, StringComparison.Ordinal));

        Assert.Equal(
            $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {NameOf(id)}",
            Assert.Single(rows));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void ItsTests_HaveThreePositiveAndFiveNegativeCases(string id)
    {
        var tests = typeof(RuleCompletenessTests).Assembly.GetTypes().Where(type => type.Name == NameOf(id) + "Tests")
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .ToList();

        Assert.True(tests.Where(static test => PositiveName().IsMatch(test.Name)).Sum(CasesOf) >= 3, "Fewer than three cases that trigger.");
        Assert.True(tests.Where(static test => NegativeName().IsMatch(test.Name)).Sum(CasesOf) >= 5, "Fewer than five cases that do not trigger.");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void ItsCorpus_IsThere(string id) =>
        Assert.NotEmpty(Directory.EnumerateFiles(Repository.PathOf($"tests/Corpus/{id}"), "*.cs"));

    internal static string NameOf(string id) => CataloguedRule.All.Single(rule => rule.Id == id).Name;

    internal static DiagnosticDescriptor DescriptorOf(string id) => CataloguedRule.All.Single(rule => rule.Id == id).Descriptor;

    private static Type ClassOf(string id) => RuleCatalog.CreateRules().Single(rule => rule.SupportedDiagnostics.Any(d => d.Id == id)).GetType();

    // Security has families of a hundred, because it is many.
    private static string FamilyOf(string id) => id[2] == '8' ? id[..4] + "00" : id[..3] + "000";

    // A theory has a case a row; rows that are computed count as one.
    private static int CasesOf(MethodInfo test) => Math.Max(1, test.GetCustomAttributes<InlineDataAttribute>().Count());

    [GeneratedRegex("_Triggers?$")]
    private static partial Regex PositiveName();

    [GeneratedRegex("_Do(es)?NotTrigger$")]
    private static partial Regex NegativeName();
}
