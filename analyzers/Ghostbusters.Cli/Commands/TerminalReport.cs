using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary>The text report on a terminal: the same lines as in a file, painted where colour helps the eye.</summary>
internal static class TerminalReport
{
    /// <summary>Writes it.</summary>
    public static void Write(AnalysisResult result, ReportOptions options, CommandContext context)
    {
        using var buffer = new MemoryStream();
        Report.Write(ReportFormat.Text, result, buffer, options);
        var text = System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        if (!context.Output.Profile.Capabilities.Ansi)
        {
            context.Output.Profile.Out.Writer.Write(text);
            return;
        }

        foreach (var line in text.TrimEnd('\n').Split('\n'))
            context.Output.Write(new Text(line + "\n", StyleOf(line)));
    }

    private static Style StyleOf(string line)
    {
        if (line.Contains(": error GB", StringComparison.Ordinal))
            return new Style(Color.Red, decoration: Decoration.Bold);
        if (line.Contains(": warning GB", StringComparison.Ordinal))
            return new Style(Color.Yellow);
        if (line.StartsWith("gap ", StringComparison.Ordinal))
            return new Style(Color.Fuchsia);
        if (line.Contains("| ", StringComparison.Ordinal) && line.Contains('^', StringComparison.Ordinal))
            return new Style(Color.Red);
        if (line.StartsWith("      claim", StringComparison.Ordinal) || line.StartsWith("      evidence", StringComparison.Ordinal))
            return new Style(Color.Grey);
        return line.Length > 0 && !char.IsWhiteSpace(line[0]) ? new Style(decoration: Decoration.Bold) : Style.Plain;
    }
}
