using System.Text.Json;

namespace Ghostbusters.Engine.Reports;

/// <summary>SonarQube's generic issue import as from version 10.3: rules with impacts, and issues that name their rule.</summary>
internal static class SonarReport
{
    public static void Write(ReportContent content, Stream output) => JsonOutput.Write(output, json =>
    {
        ImmutableArray<Finding> open = [.. content.Result.Open];
        ImmutableArray<Gap> gaps = [.. Gap.Of(content)];
        var used = open.Select(static f => f.RuleId).ToHashSet(StringComparer.Ordinal);
        var rules = content.Rules.Where(r => used.Contains(r.Id))
            // The impact is the rule's, not the issue's, in this format; the gravest severity in use speaks for it.
            .Select(r => new Rule(r.Id, r.Title, r.Description, QualityOf(r), open.Where(f => f.RuleId == r.Id).Max(static f => f.Severity)))
            .Concat(gaps.Select(static g => g.RuleId).Distinct().Where(id => !used.Contains(id))
                .Select(static id => new Rule(id, "Not analysed", "Findings may be missing because of this.", "RELIABILITY", Severity.Error)));
        json.WriteStartObject();
        json.WriteObjects("rules", rules, rule => WriteRule(json, rule));
        json.WriteStartArray("issues");
        foreach (var finding in open)
            WriteIssue(json, finding);
        foreach (var gap in gaps)
            WriteGap(json, gap);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string QualityOf(RuleFacts rule) => rule.IsSecurity ? "SECURITY" : "RELIABILITY";

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("description", rule.Description);
        json.WriteString("engineId", "ghostbusters");
        json.WriteString("cleanCodeAttribute", rule.Quality == "SECURITY" ? "TRUSTWORTHY" : "LOGICAL");
        json.WriteStartArray("impacts");
        json.WriteStartObject();
        json.WriteString("softwareQuality", rule.Quality);
        json.WriteString("severity", rule.Severity switch { Severity.Error => "HIGH", Severity.Warning => "MEDIUM", _ => "LOW" });
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteIssue(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteStartObject("primaryLocation");
        WriteLocation(json, finding.Message, finding.Location);
        json.WriteEndObject();
        IEnumerable<(string Text, SourceLocation Place)> others = finding.EvidencePath.Select(static p => (p.Text, p.Place));
        if (finding.ClaimLocation is { } claimed)
            others = others.Prepend(($"The claim: {finding.Claim}", claimed));
        json.WriteObjects("secondaryLocations", others, other => WriteLocation(json, other.Text, other.Place));
        json.WriteEndObject();
    }

    private static void WriteGap(Utf8JsonWriter json, Gap gap)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", gap.RuleId);
        json.WriteStartObject("primaryLocation");
        json.WriteString("message", gap.Text);
        json.WriteString("filePath", gap.Subject);
        json.WriteStartObject("textRange");
        json.WriteNumber("startLine", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string message, SourceLocation location)
    {
        var range = location.Range;
        json.WriteString("message", message);
        json.WriteString("filePath", location.Path);
        json.WriteStartObject("textRange");
        json.WriteNumber("startLine", range.StartLine);
        json.WriteNumber("endLine", range.EndLine);
        // Sonar counts columns from zero and refuses the whole report over an empty range; without columns it takes the line.
        if (range.StartLine != range.EndLine || range.StartColumn < range.EndColumn)
        {
            json.WriteNumber("startColumn", range.StartColumn - 1);
            json.WriteNumber("endColumn", range.EndColumn - 1);
        }

        json.WriteEndObject();
    }

    private sealed record Rule(string Id, string Name, string Description, string Quality, Severity Severity);
}
