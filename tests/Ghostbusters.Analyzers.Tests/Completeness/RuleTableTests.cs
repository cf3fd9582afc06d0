using System.Text;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Tests.Corpus;
using Ghostbusters.CodeFixes;

namespace Ghostbusters.Analyzers.Tests.Completeness;

public class RuleTableTests
{
    [Fact]
    public async Task DocsRules_IsTheCatalogue()
    {
        var measured = (await CorpusMeasurement.OfRepositoryAsync()).Rules.ToDictionary(static r => r.Rule);
        var table = new StringBuilder("""
            # Rules

            This table is computed from the rules and their measurement on tests/Corpus.

            | Id | Name | Title | Category | Severity | Basis | Precision | Recall | Repair |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (var rule in CataloguedRule.All)
        {
            var numbers = measured.GetValueOrDefault(rule.Id);
            table.Append('|').AppendJoin('|',
                $" [{rule.Id}](../{RulePage.Folder}/{rule.Id}.md) ", $" {rule.Name} ", $" {rule.Descriptor.Title} ", $" {rule.Descriptor.Category} ",
                $" {rule.Descriptor.DefaultSeverity} ", $" {BasisNames.FromTags(rule.Descriptor.CustomTags)} ",
                $" {PublishedNumbers.Text(numbers?.Precision)} ", $" {PublishedNumbers.Text(numbers?.Recall)} ",
                RepairCatalog.Repairs.Any(repair => repair.RuleId == rule.Id) ? " yes " : " – ").Append("|\n");
        }

        PublishedFile.Verify("docs/rules.md", table.ToString());
    }
}
