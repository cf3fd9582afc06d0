using System.Text.Json;

namespace Ghostbusters.Engine.Reports;

/// <summary>The results of a SARIF log.</summary>
internal static class SarifResults
{
    /// <summary>The base of every path; its own place is unknown on purpose, because it differs by machine.</summary>
    public const string Root = "SRCROOT";

    public static void Write(Utf8JsonWriter json, ReportContent content, SarifSelection selection) =>
        json.WriteObjects("results", selection.Findings, finding =>
        {
            json.WriteString("ruleId", finding.RuleId);
            json.WriteNumber("ruleIndex", content.RuleIndex[finding.RuleId]);
            json.WriteString("level", Words.Of(finding.Severity));
            SarifReport.WriteText(json, "message", finding.Message);
            json.WriteStartArray("locations");
            json.WriteStartObject();
            WritePhysicalLocation(json, finding.Location, ExcerptText.Stored(finding.Excerpt));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("partialFingerprints");
            json.WriteString("ghostbusters/v1", finding.Fingerprint);
            json.WriteString("primaryLocationLineHash", finding.LineHash);
            json.WriteEndObject();
            WriteRelatedLocations(json, finding, selection.RelatedLocations);
            if (finding.EvidenceLocations.Length > 1)
                WriteCodeFlow(json, finding, selection.FlowLocations);
            if (selection.IsFull)
            {
                WriteStates(json, finding);
                WriteFix(json, finding);
            }

            WriteProperties(json, finding, content.RuleOf(finding));
        });

    private static void WriteRelatedLocations(Utf8JsonWriter json, Finding finding, int most)
    {
        IEnumerable<(SourceLocation Place, string Text)> related = PathEnds.Of(finding.EvidencePath, most - 1);
        if (finding.ClaimLocation is { } claimed)
            related = related.Prepend((claimed, $"The claim: {finding.Claim}"));
        var places = related.ToList();
        if (places.Count == 0)
            return;

        var id = 0;
        json.WriteObjects("relatedLocations", places, place =>
        {
            json.WriteNumber("id", ++id);
            WritePhysicalLocation(json, place.Place, excerpt: null);
            SarifReport.WriteText(json, "message", place.Text);
        });
    }

    private static void WriteCodeFlow(Utf8JsonWriter json, Finding finding, int most)
    {
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        var path = PathEnds.Of(finding.EvidencePath, most);
        var step = 0;
        json.WriteObjects("locations", path, at =>
        {
            json.WriteStartObject("location");
            WritePhysicalLocation(json, at.Place, excerpt: null);
            SarifReport.WriteText(json, "message", FormattableString.Invariant($"Step {++step} of {path.Length}: {at.Text}"));
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteStates(Utf8JsonWriter json, Finding finding)
    {
        json.WriteOptional("baselineState", Words.Of(finding.BaselineState));
        // An empty array says "asked, and not suppressed"; SARIF wants either every result to say so or none.
        json.WriteObjects("suppressions", finding.Suppression is { } s ? [s] : ImmutableArray<Suppression>.Empty, suppression =>
        {
            json.WriteString("kind", "inSource");
            json.WriteOptional("justification", suppression.Reason);
        });
    }

    private static void WriteFix(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Fix is not { } fix)
            return;
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        SarifReport.WriteText(json, "description", fix.Title);
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifact(json, finding.Location.Path);
        json.WriteObjects("replacements", fix.Edits, edit =>
        {
            json.WriteStartObject("deletedRegion");
            WriteRange(json, edit.Range);
            json.WriteEndObject();
            SarifReport.WriteText(json, "insertedContent", edit.NewText);
        });
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", RelativeUri.Of(path));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, SourceRange range)
    {
        json.WriteNumber("startLine", range.StartLine);
        json.WriteNumber("startColumn", range.StartColumn);
        json.WriteNumber("endLine", range.EndLine);
        json.WriteNumber("endColumn", range.EndColumn);
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding, RuleFacts rule)
    {
        json.WriteStartObject("properties");
        json.WriteString("basis", finding.Basis);
        json.WriteOptional("claim", finding.Claim);
        json.WriteString("evidence", finding.Evidence);
        json.WriteString("project", finding.Project);
        json.WriteBoolean("fixable", finding.Fix is not null);
        if (rule.Precision is { } precision)
            json.WriteNumber("confidence", precision);
        json.WriteEndObject();
    }

    private static void WritePhysicalLocation(Utf8JsonWriter json, SourceLocation location, Excerpt? excerpt)
    {
        var range = location.Range;
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, location.Path);
        json.WriteStartObject("region");
        WriteRange(json, range);
        if (excerpt is not null && ExcerptText.Within(excerpt, range) is { } snippet)
            WriteCode(json, snippet);
        json.WriteEndObject();
        if (excerpt is not null && ExcerptText.Surrounds(excerpt, range))
        {
            json.WriteStartObject("contextRegion");
            json.WriteNumber("startLine", excerpt.FirstLine);
            json.WriteNumber("endLine", excerpt.FirstLine + excerpt.Lines.Length - 1);
            WriteCode(json, string.Join('\n', excerpt.Lines));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Code is no message: nothing in it is a link, and it stays as it stands.
    private static void WriteCode(Utf8JsonWriter json, string code)
    {
        json.WriteStartObject("snippet");
        json.WriteString("text", code);
        json.WriteEndObject();
    }
}
