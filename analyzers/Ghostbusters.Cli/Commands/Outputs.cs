using Ghostbusters.Engine;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Cli.Commands;

/// <summary>One report to write: its format, and the file, or null for the standard output.</summary>
internal sealed record Output(ReportFormat Format, string? Path)
{
    private static readonly Dictionary<string, ReportFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text"] = ReportFormat.Text,
        ["json"] = ReportFormat.Json,
        ["sarif"] = ReportFormat.Sarif,
        ["sarif-full"] = ReportFormat.SarifFull,
        ["html"] = ReportFormat.Html,
        ["markdown"] = ReportFormat.Markdown,
        ["gitlab"] = ReportFormat.GitLab,
        ["sonar"] = ReportFormat.Sonar,
    };

    /// <summary>The names of the formats.</summary>
    public static IEnumerable<string> FormatNames => Formats.Keys;

    /// <summary>A format by its name.</summary>
    /// <exception cref="ConfigurationException">There is none of that name.</exception>
    public static ReportFormat FormatOf(string name) => Formats.TryGetValue(name, out var format) ? format
        : throw new ConfigurationException($"There is no format '{name}'. There are: {string.Join(", ", FormatNames)}.");

    /// <summary>Reads <c>kind:file</c>.</summary>
    /// <exception cref="ConfigurationException">It is not of that form, or there is no such kind.</exception>
    public static Output Parse(string text, CommandContext context)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
            throw new ConfigurationException($"--out takes kind:file, such as sarif:report.sarif; '{text}' is not of that form.");
        return new Output(FormatOf(text[..colon]), context.Absolute(text[(colon + 1)..]));
    }

    /// <summary>Writes a result: into the files, and in the format to the standard output.</summary>
    public static void Write(CommandContext context, AnalysisResult result, IEnumerable<Output> files, ReportFormat format, ReportOptions options)
    {
        foreach (var output in files)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(output.Path!)!);
            using var file = File.Create(output.Path!);
            Report.Write(output.Format, result, file, options);
        }

        if (format == ReportFormat.Text)
        {
            TerminalReport.Write(result, options, context);
            return;
        }

        using var stream = context.OutputStream();
        Report.Write(format, result, stream, options);
    }
}
