namespace Ghostbusters.Engine.Reports;

/// <summary>Writes a result. Equal results and options give equal bytes.</summary>
public static class Report
{
    /// <summary>Writes the result to the stream, as UTF-8 without a byte order mark, and leaves the stream open.</summary>
    /// <exception cref="IOException">The stream refused the bytes.</exception>
    public static void Write(ReportFormat format, AnalysisResult result, Stream output, ReportOptions options)
    {
        // Masked once, before any format sees it: no format can forget to.
        var content = ReportContent.Of(SecretMask.Apply(result), options);
        switch (format)
        {
            case ReportFormat.Text: TextReport.Write(content, output); break;
            case ReportFormat.Json: JsonReport.Write(content, output); break;
            case ReportFormat.Sarif: CodeScanningReport.Write(content, output); break;
            case ReportFormat.SarifFull: SarifReport.Write(content, SarifSelection.Everything(content), output); break;
            case ReportFormat.Html: HtmlReport.Write(content, output); break;
            case ReportFormat.Markdown: MarkdownReport.Write(content, output); break;
            case ReportFormat.GitLab: GitLabReport.Write(content, output); break;
            case ReportFormat.Sonar: SonarReport.Write(content, output); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown report format.");
        }
    }
}
