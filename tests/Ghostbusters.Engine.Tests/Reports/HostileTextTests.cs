using System.Text.Json;
using System.Text.RegularExpressions;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Engine.Tests.Reports;

public class HostileTextTests
{
    [Fact]
    public void Html_HasNoMarkupFromAnalysedCode()
    {
        var html = Samples.Text(ReportFormat.Html, Samples.Hostile);
        Assert.Equal(1, Regex.Count(html, "<script"));
        Assert.DoesNotMatch("<(img|b |b>|svg onload)", html);
        Assert.DoesNotMatch("href=\"(?!https://docs\\.example/|#findings)", html);
        Assert.Contains("default-src 'none'", html);
    }

    [Fact]
    public void Html_AsksForNothingOutside() =>
        Assert.DoesNotMatch("(src=|url\\(|@import|<link|<iframe|fetch\\()", Samples.Text(ReportFormat.Html, Samples.Many));

    [Fact]
    public void Markdown_HasNoMarkupFromAnalysedCode()
    {
        var markdown = Samples.Text(ReportFormat.Markdown, Samples.Hostile);
        // Code between fences and in spans is text for every renderer.
        var prose = Regex.Replace(markdown, "^(`{3,})text\n.*?\n\\1$", "", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.NotEqual(markdown, prose);
        prose = Regex.Replace(prose, "(?<!`)(`+)(?!`) .*? \\1(?!`)", "");
        Assert.DoesNotMatch("@\\w", prose);
        Assert.DoesNotMatch("(?<!&)#\\d", prose);
        Assert.DoesNotMatch("<(?!/?(details|summary|b|code)>)", prose.Replace("\\<", ""));
        // A line that starts with an element of ours is HTML up to the next empty line: no Markdown is read in it.
        var markup = Regex.Replace(prose, "<details>.*", "");
        Assert.DoesNotMatch("(?<!\\\\)!\u200b?\\[", markup);
        Assert.DoesNotMatch("\\]\\((?!https://docs\\.example/)", markup);
        Assert.DoesNotMatch("(evil\\.example.*://|://evil|www\\.evil)", prose);
    }

    [Fact]
    public void Text_HasNoControlCharacterAndNoDirectionMark() =>
        Assert.DoesNotMatch("[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]", Samples.Text(ReportFormat.Text, Samples.Hostile));

    [Fact]
    public void Json_IsReadableWhateverTheTextsAre()
    {
        foreach (var format in new[] { ReportFormat.Json, ReportFormat.Sarif, ReportFormat.SarifFull, ReportFormat.GitLab, ReportFormat.Sonar })
        {
            using var json = JsonDocument.Parse(Samples.Write(format, Samples.Hostile));
            Assert.Equal(format == ReportFormat.GitLab ? JsonValueKind.Array : JsonValueKind.Object, json.RootElement.ValueKind);
        }
    }

    [Fact]
    public void Markdown_IsNeverLongerThanItMayBe_AndSaysWhatIsMissing()
    {
        var findings = Enumerable.Range(1, 3_000).Select(static i => Samples.Find("GB3003", Severity.Warning, "a.cs", new(i, 1, i, 2), new string('*', 5_000), i, [new string('x', 100_000)]));
        // Control characters become six visible ones each, and backslashes are doubled.
        var notices = Enumerable.Repeat(Notice.NotAnalysed(new string('\u001b', 90_000), new string('\u001b', 90_000), "m"), 500);
        var markdown = Samples.Text(ReportFormat.Markdown, Samples.Result([.. findings], [.. notices]));
        Assert.InRange(markdown.Length, 1, Samples.Options.MarkdownLength);
        Assert.Matches("[\\d,]+ findings not shown here", markdown);
        Assert.Matches("and \\d+ notices more", markdown);
    }

    [Fact]
    public void ALineOfAMegabyte_IsShownInPart()
    {
        var result = Samples.Result([Samples.Find("GB3003", Severity.Error, "a.cs", new(1, 500_001, 1, 500_005), "m", 1, [new string('x', 500_000) + "BAD!" + new string('y', 500_000)])], []);
        foreach (var format in new[] { ReportFormat.Text, ReportFormat.Html, ReportFormat.Markdown })
        {
            Assert.InRange(Samples.Text(format, result).Length, 1, 40_000);
            Assert.Contains("BAD!", Samples.Text(format, result));
        }

        foreach (var format in new[] { ReportFormat.Json, ReportFormat.Sarif, ReportFormat.SarifFull })
            Assert.InRange(Samples.Text(format, result).Length, 1, 40_000);
    }
}
