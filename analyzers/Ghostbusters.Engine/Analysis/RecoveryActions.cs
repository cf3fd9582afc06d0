using System.Text;
using Ghostbusters.CodeFixes;
using Ghostbusters.Engine.Diff;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Analysis;

/// <summary>The recovery actions of a result, one for each open finding whose rule has a repair.</summary>
internal static class RecoveryActions
{
    /// <summary>Whether the catalogue has a repair for the rule.</summary>
    public static bool HasRepair(string ruleId) => RepairCatalog.Repairs.Any(r => r.RuleId == ruleId);

    /// <summary>In the order of the findings.</summary>
    /// <param name="findings">With what was proved.</param>
    /// <param name="textOf">The text of an analysed file.</param>
    public static ImmutableArray<RecoveryAction> Of(IEnumerable<Finding> findings, Func<string, SourceText?> textOf) =>
        [.. findings.Where(static f => f.Suppression is null && HasRepair(f.RuleId)).Select(finding => Of(finding, textOf))];

    private static RecoveryAction Of(Finding finding, Func<string, SourceText?> textOf)
    {
        var path = finding.Location.Path;
        if (finding.Fix is { } fix && textOf(path) is { } text)
        {
            var after = text.WithChanges(fix.Edits.Select(static e => new TextChange(new TextSpan(e.Start, e.Length), e.NewText)));
            return new RecoveryAction(Slug(fix.Title), finding.RuleId, finding.Fingerprint, RecoveryStatus.Proved, $"{fix.Title}, in {path}.",
                UnifiedDiff.Between(path, text.ToString(), after.ToString()));
        }

        var title = RepairCatalog.Repairs.First(r => r.RuleId == finding.RuleId).Title;
        return new RecoveryAction(Slug(title), finding.RuleId, finding.Fingerprint, RecoveryStatus.Refused,
            $"{title}: not proved here, in {path}; mend by hand.", Patch: null);
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var letter in title)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
