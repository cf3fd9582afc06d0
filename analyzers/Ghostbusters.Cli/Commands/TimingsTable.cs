using System.Globalization;
using Ghostbusters.Engine.Model;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary><c>--timings</c>: the rules by what they cost, and the whole.</summary>
internal static class TimingsTable
{
    /// <summary>Writes it to the error stream, so that it never mixes with a report.</summary>
    public static void Write(CommandContext context, AnalysisResult result, TimeSpan elapsed)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Rule").AddColumn(new TableColumn("ms, all threads").RightAligned());
        foreach (var timing in result.Timings)
            table.AddRow(timing.RuleId, Milliseconds(timing.Time));
        table.AddRow("everything, by the clock", Milliseconds(elapsed));
        context.Errors.Write(table);
        if (result.Timings.IsEmpty)
            context.Errors.WriteLine("No rule ran: every project came from the cache (--no-cache runs them).");
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture);
}
