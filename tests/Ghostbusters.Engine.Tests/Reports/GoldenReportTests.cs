using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Engine.Tests.Reports;

public class GoldenReportTests
{
    [Theory]
    [InlineData(ReportFormat.Text, "report.txt")]
    [InlineData(ReportFormat.Json, "report.json")]
    [InlineData(ReportFormat.Sarif, "report.github.sarif")]
    [InlineData(ReportFormat.SarifFull, "report.full.sarif")]
    [InlineData(ReportFormat.Html, "report.html")]
    [InlineData(ReportFormat.Markdown, "report.md")]
    [InlineData(ReportFormat.GitLab, "report.gitlab.json")]
    [InlineData(ReportFormat.Sonar, "report.sonar.json")]
    public void APartialResultWithFindings_IsWrittenAsAccepted(ReportFormat format, string name) =>
        Golden.Verify(name, Samples.Write(format, Samples.Partial));
}
