using System.Text.Json;

namespace Ghostbusters.Engine.Reports;

/// <summary>SARIF 2.1.0: the run, its tool and its notifications. Results are in <see cref="SarifResults"/>.</summary>
internal static class SarifReport
{
    private const string LeftOut = "report/left-out";
    private const string NothingToAnalyse = "analysis/nothing";

    // Sorted, and every one that a notification may refer to.
    private static readonly ImmutableArray<(string Id, string Title)> KnownNotifications =
    [
        ("GB9003", "Something was not analysed"),
        ("GB9004", "A rule failed"),
        (NothingToAnalyse, "There was nothing to analyse"),
        (LeftOut, "Findings were left out of this log"),
    ];

    public static void Write(ReportContent content, SarifSelection selection, Stream output) => JsonOutput.Write(output, json =>
    {
        ImmutableArray<(string Id, string Title)> notifications =
            [.. KnownNotifications, .. content.Result.Notices.Select(static n => n.RuleId).Distinct().Order(StringComparer.Ordinal)
                .Where(static id => KnownNotifications.All(k => k.Id != id)).Select(static id => (id, id))];
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, content, notifications);
        WriteInvocation(json, content, selection, [.. notifications.Select(static n => n.Id)]);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifResults.Root);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the analysed code.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        if (content.Options.Category is { } category)
        {
            json.WriteStartObject("automationDetails");
            json.WriteString("id", category.EndsWith('/') ? category : category + "/");
            json.WriteEndObject();
        }

        json.WriteString("columnKind", "utf16CodeUnits");
        SarifResults.Write(json, content, selection);
        WriteSummary(json, content);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, ReportContent content, ImmutableArray<(string Id, string Title)> notifications)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Ghostbusters");
        json.WriteString("semanticVersion", content.Options.ToolVersion);
        json.WriteObjects("rules", content.Rules, rule => WriteRule(json, rule));
        json.WriteObjects("notifications", notifications, notification =>
        {
            json.WriteString("id", notification.Id);
            WriteText(json, "shortDescription", notification.Title + ".");
            WriteText(json, "fullDescription", notification.Title + ".");
            WriteText(json, "help", "The notification's own message says what happened and what to do.");
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleFacts rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        WriteText(json, "shortDescription", Sentence(rule.Title));
        WriteText(json, "fullDescription", Sentence(rule.Description));
        json.WriteOptional("helpUri", rule.HelpUri);
        json.WriteStartObject("help");
        json.WriteString("text", $"{Sentence(rule.Description)} See {rule.MoreAt}");
        json.WriteString("markdown", rule.HelpUri is { } page ? $"{Sentence(rule.Description)}\n\n[About {rule.Id}, with examples]({page})" : $"{Sentence(rule.Description)}\n\n{rule.MoreAt} shows examples.");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Words.Of(rule.DefaultSeverity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("category", rule.Category);
        json.WriteStrings("tags", TagsOf(rule).Take(CodeScanningReport.MostTags));
        json.WriteOptional("precision", rule.PrecisionWord);
        json.WriteString("problem.severity", rule.DefaultSeverity == Severity.Note ? "recommendation" : Words.Of(rule.DefaultSeverity));
        if (rule.IsSecurity)
            json.WriteString("security-severity", rule.SecuritySeverity);
        json.WriteEndObject();
    }

    // Code scanning groups by these words; a CWE tag needs three digits to match its own.
    private static IEnumerable<string> TagsOf(RuleFacts rule) => rule.IsSecurity
        ? ["security", .. rule.Weaknesses.Select(static w => FormattableString.Invariant($"external/cwe/cwe-{w:000}"))]
        : ["correctness"];

    private static void WriteInvocation(Utf8JsonWriter json, ReportContent content, SarifSelection selection, ImmutableArray<string> ids)
    {
        // Whatever may hide a finding is an execution notification; what is only worth knowing is about configuration.
        var gaps = content.Result.Notices.Where(static n => n.IsPartial).Select(n => new Notification(n.RuleId, "error", Text(n), n.Subject))
            .Concat(selection.Remarks.Select(static r => new Notification(LeftOut, "warning", r, null)));
        if (content.Summary.Status == AnalysisStatus.Nothing)
            gaps = gaps.Prepend(new(NothingToAnalyse, "error", Words.Verdict(content.Summary), null));
        var remarks = content.Result.Notices.Where(static n => !n.IsPartial).Select(n => new Notification(n.RuleId, "note", Text(n), n.Subject));

        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", content.Summary.Status == AnalysisStatus.Complete);
        WriteNotifications(json, "toolExecutionNotifications", gaps, ids);
        WriteNotifications(json, "toolConfigurationNotifications", remarks, ids);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotifications(Utf8JsonWriter json, string name, IEnumerable<Notification> notifications, ImmutableArray<string> ids) =>
        json.WriteObjects(name, notifications, notification =>
        {
            json.WriteStartObject("descriptor");
            json.WriteString("id", notification.Id);
            json.WriteNumber("index", ids.IndexOf(notification.Id));
            json.WriteEndObject();
            json.WriteString("level", notification.Level);
            WriteText(json, "message", notification.Text);
            if (notification.Subject is { } subject)
            {
                json.WriteStartObject("properties");
                json.WriteString("subject", subject);
                json.WriteEndObject();
            }
        });

    private static void WriteSummary(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteStartObject("properties");
        json.WriteString("status", Words.Of(content.Summary.Status));
        if (content.Result.Score is { } score)
            json.WriteNumber("confidenceScore", score);
        JsonReport.WriteSummary(json, content);
        json.WriteEndObject();
    }

    /// <summary>Writes a message object.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Literal(text));
        json.WriteEndObject();
    }

    // "](" is the middle of a link in SARIF's messages. Analysed code must not be able to write one.
    private static string Literal(string text) => text.Replace("](", "] (", StringComparison.Ordinal);

    private static string Text(Notice notice) => $"{notice.Subject}: {Sentence(notice.Reason)} {notice.Remedy}";

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private readonly record struct Notification(string Id, string Level, string Text, string? Subject);
}
