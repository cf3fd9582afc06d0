using System.Text.Json;

namespace Ghostbusters.Engine.Reports;

/// <summary>The project's own JSON; docs/result.schema.json describes it.</summary>
internal static class JsonReport
{
    public static void Write(ReportContent content, Stream output) => JsonOutput.Write(output, json =>
    {
        var result = content.Result;
        json.WriteStartObject();
        json.WriteString("format", "ghostbusters/result/v1");
        json.WriteString("engine_version", content.Options.ToolVersion);
        json.WriteString("target", result.Target);
        json.WriteString("status", Words.Of(result.Status));
        if (result.Score is { } score)
            json.WriteNumber("confidence_score", score);
        else
            json.WriteNull("confidence_score");
        WriteCoverage(json, result.Coverage);
        WriteSummary(json, content);
        json.WriteObjects("delusions_detected", result.Findings, finding => WriteFinding(json, finding, content.RuleOf(finding)));
        json.WriteObjects("recovery_actions", result.RecoveryActions, action =>
        {
            json.WriteString("type", action.Type);
            json.WriteString("status", Words.Of(action.Status));
            json.WriteString("description", action.Description);
            json.WriteString("rule", action.RuleId);
            json.WriteString("fingerprint", action.Fingerprint);
            json.WriteString("patch", action.Patch);
        });
        json.WriteObjects("not_analysed", result.Notices, notice =>
        {
            json.WriteString("rule", notice.RuleId);
            json.WriteString("subject", notice.Subject);
            json.WriteString("reason", notice.Reason);
            json.WriteString("remedy", notice.Remedy);
            json.WriteBoolean("partial", notice.IsPartial);
        });
        json.WriteEndObject();
    });

    /// <summary>Writes the property <c>summary</c>; SARIF's run carries the same.</summary>
    public static void WriteSummary(Utf8JsonWriter json, ReportContent content)
    {
        var summary = content.Summary;
        json.WriteStartObject("summary");
        json.WriteNumber("open", summary.Open);
        json.WriteNumber("errors", summary.Errors);
        json.WriteNumber("warnings", summary.Warnings);
        json.WriteNumber("notes", summary.Notes);
        json.WriteNumber("suppressed", summary.Suppressed);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("notices", summary.Notices);
        json.WriteNumber("gaps", summary.Gaps);
        json.WriteBoolean("clean", summary.IsClean);
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("files_found", coverage.FilesFound);
        json.WriteNumber("files_analysed", coverage.FilesAnalysed);
        json.WriteNumber("lines", coverage.Lines);
        json.WriteNumber("projects", coverage.Projects);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, RuleFacts rule)
    {
        json.WriteString("type", rule.Category);
        json.WriteString("rule", finding.RuleId);
        json.WriteString("severity", Words.Of(finding.Severity));
        if (rule.Precision is { } precision)
            json.WriteNumber("confidence", precision);
        else
            json.WriteNull("confidence");
        json.WriteString("description", finding.Message);
        WritePlace(json, finding.Location);
        json.WriteString("claim", finding.Claim);
        if (finding.ClaimLocation is { } claimed)
        {
            json.WriteStartObject("claim_location");
            WritePlace(json, claimed);
            json.WriteEndObject();
        }

        json.WriteString("evidence", finding.Evidence);
        json.WriteObjects("path", finding.EvidencePath, step =>
        {
            WritePlace(json, step.Place);
            if (!finding.EvidenceSteps.IsEmpty)
                json.WriteString("text", step.Text);
        });
        json.WriteString("basis", finding.Basis);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("line_hash", finding.LineHash);
        json.WriteString("project", finding.Project);
        json.WriteBoolean("fixable", finding.Fix is not null);
        json.WriteStrings("cwe", rule.Weaknesses.Select(static w => FormattableString.Invariant($"CWE-{w}")));
        json.WriteOptional("help", rule.HelpUri);
        if (finding.Suppression is { } suppression)
        {
            json.WriteStartObject("suppression");
            json.WriteString("reason", suppression.Reason);
            json.WriteEndObject();
        }

        json.WriteOptional("baseline_state", Words.Of(finding.BaselineState));
        json.WriteStartObject("excerpt");
        json.WriteNumber("first_line", finding.Excerpt.FirstLine);
        json.WriteStrings("lines", ExcerptText.Stored(finding.Excerpt).Lines);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceLocation place)
    {
        json.WriteString("file", place.Path);
        json.WriteNumber("line", place.Range.StartLine);
        json.WriteNumber("column", place.Range.StartColumn);
        json.WriteNumber("end_line", place.Range.EndLine);
        json.WriteNumber("end_column", place.Range.EndColumn);
    }
}
