using System.Collections.Immutable;
using System.Globalization;

namespace Ghostbusters.Analyzers.Tests.Corpus;

/// <summary>The measured numbers of a rule with the day on which they last changed.</summary>
public sealed record PublishedNumbers(RuleMeasurement Rule, string Date)
{
    /// <summary>The table that the engine embeds.</summary>
    public const string Path = "analyzers/Ghostbusters.Analyzers/Rules/precision.tsv";

    /// <summary>Its first line.</summary>
    public const string Header = "rule\ttrue\tnear\ttruePositives\tfalsePositives\tfalseNegatives\tprecision\trecall\tdate\n";

    private string Numbers => string.Join('\t', Rule.Rule, Rule.True, Rule.Near, Rule.TruePositives, Rule.FalseAlarms.Length, Rule.Misses.Length, Text(Rule.Precision), Text(Rule.Recall));

    /// <summary>The rule's line of the table.</summary>
    public string Row => $"{Numbers}\t{Date}\n";

    /// <summary>The content of a page's section <c>Measured</c>.</summary>
    public string Section =>
        $"Precision {Text(Rule.Precision)} ({Rule.TruePositives} of {Rule.TruePositives + Rule.FalseAlarms.Length} findings in the whole corpus are right), "
        + $"recall {Text(Rule.Recall)} ({Rule.TruePositives} of {Rule.True} true cases are found).\n"
        + $"Measured on {Rule.True} true cases and {Rule.Near} near misses; the numbers last changed on {Date}.\n";

    /// <summary>Gives every measured rule its date: the published one where no number has changed, else today.</summary>
    /// <param name="rules">The measurement.</param>
    /// <param name="published">The table as it is in the repository; empty where there is none.</param>
    /// <param name="clock">Tells the day.</param>
    public static ImmutableArray<PublishedNumbers> Of(ImmutableArray<RuleMeasurement> rules, string published, TimeProvider clock)
    {
        var today = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var dates = published.Split('\n').Where(static row => row.Contains('\t', StringComparison.Ordinal))
            .ToDictionary(static row => row[..row.LastIndexOf('\t')], static row => row[(row.LastIndexOf('\t') + 1)..], StringComparer.Ordinal);
        return [.. rules.Select(rule => new PublishedNumbers(rule, today)).Select(n => n with { Date = dates.GetValueOrDefault(n.Numbers, today) })];
    }

    /// <summary>A share as it is published; <c>-</c> where there was nothing to divide by.</summary>
    public static string Text(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";
}
