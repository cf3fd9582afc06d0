namespace Ghostbusters.Engine.Reports;

/// <summary>GitLab's code quality report: one object a finding. GitLab drops those whose fingerprint repeats; ours do not.</summary>
internal static class GitLabReport
{
    public static void Write(ReportContent content, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var finding in content.Result.Open)
            WriteIssue(finding.Message, finding.RuleId, finding.Fingerprint, SeverityOf(finding.Severity), finding.Location.Path, finding.Location.Range.StartLine);
        foreach (var gap in Gap.Of(content))
            WriteIssue(gap.Text, gap.RuleId, gap.Fingerprint, "blocker", gap.Subject, line: 1);
        json.WriteEndArray();

        void WriteIssue(string description, string check, string fingerprint, string severity, string path, int line)
        {
            json.WriteStartObject();
            json.WriteString("description", description);
            json.WriteString("check_name", check);
            json.WriteString("fingerprint", fingerprint);
            json.WriteString("severity", severity);
            json.WriteStartObject("location");
            json.WriteString("path", path);
            json.WriteStartObject("lines");
            json.WriteNumber("begin", line);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    });

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "critical",
        Severity.Warning => "major",
        _ => "minor",
    };
}
