using System.Globalization;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.Reports;

/// <summary>What the formats say of a rule.</summary>
/// <param name="Id">Such as <c>GB8205</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Description">One or more sentences.</param>
/// <param name="Category">The family's name.</param>
/// <param name="DefaultSeverity">Before any configuration.</param>
/// <param name="HelpUri">The address of the rule's page; null where the build names none.</param>
/// <param name="Weaknesses">CWE numbers, ascending.</param>
/// <param name="Precision">As measured, from 0 to 1; null where it was not.</param>
internal sealed record RuleFacts(
    string Id, string Title, string Description, string Category, Severity DefaultSeverity, string? HelpUri,
    ImmutableArray<int> Weaknesses, double? Precision)
{
    public bool IsSecurity => Weaknesses.Length > 0 || Id.StartsWith("GB8", StringComparison.Ordinal);

    /// <summary>The title's first clause as one word, as SARIF wants names to be: <c>ACatchThatDoesNothing</c>.</summary>
    public string Name
    {
        get
        {
            var words = Title.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(static w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).Where(static w => w.Length > 0);
            return string.Concat(words.Select(static w => char.ToUpperInvariant(w[0]) + w[1..]));
        }
    }

    /// <summary>Code scanning's word for the precision.</summary>
    public string? PrecisionWord => Precision switch
    {
        null => null,
        >= 0.95 => "very-high",
        >= 0.80 => "high",
        >= 0.50 => "medium",
        _ => "low",
    };

    /// <summary>
    /// Code scanning's score for a security rule, in the middle of its band for the rule's severity (high, medium, low);
    /// it is a rank and no CVSS of a particular flaw.
    /// </summary>
    public string SecuritySeverity => DefaultSeverity switch
    {
        Severity.Error => "8.0",
        Severity.Warning => "5.5",
        _ => "2.0",
    };

    public static RuleFacts Of(DiagnosticDescriptor rule, double? precision) => new(
        rule.Id,
        rule.Title.ToString(CultureInfo.InvariantCulture),
        rule.Description.ToString(CultureInfo.InvariantCulture),
        rule.Category,
        rule.DefaultSeverity switch
        {
            DiagnosticSeverity.Error => Severity.Error,
            DiagnosticSeverity.Warning => Severity.Warning,
            _ => Severity.Note,
        },
        rule.HelpLinkUri is { Length: > 0 } link ? link : null,
        [.. rule.CustomTags.Select(WeaknessOf).OfType<int>().Order()],
        precision);

    public static RuleFacts Unknown(string id, Severity severity, double? precision) =>
        new(id, id, $"{id} is not one of the built-in rules.", "Other", severity, HelpLink.Of(Uri.EscapeDataString(id)), [], precision);

    /// <summary>Where the reader learns more, in words.</summary>
    public string MoreAt => HelpUri ?? $"`ghostbusters explain {Id}`";

    private static int? WeaknessOf(string tag) =>
        tag.StartsWith("CWE-", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(tag.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
