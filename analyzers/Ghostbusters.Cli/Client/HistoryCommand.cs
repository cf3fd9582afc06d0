using System.CommandLine;
using System.Globalization;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Spectre.Console;

namespace Ghostbusters.Cli.Client;

/// <summary><c>ghostbusters history</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create(CommandContext context)
    {
        var project = new Option<string>("--project") { Description = "Only of this project." };
        var status = new Option<string>("--status") { Description = "Only with this status: queued, running, done, partial or failed." };
        var most = new Option<int>("--limit", "-n") { Description = "So many at most.", DefaultValueFactory = static _ => 20 };
        status.AcceptOnlyFromAmong("queued", "running", "done", "partial", "failed");
        most.Validators.Add(result =>
        {
            if (result.GetValue(most) < 1)
                result.AddError("--limit takes a number from 1 on.");
        });
        var command = new Command("history", "Lists the service's analyses, newest first.") { project, status, most };
        command.SetAction((parsed, cancellation) => ServiceCall.RunAsync(context, Credentials.Find(context), async client =>
        {
            var limit = parsed.GetValue(most);
            var query = new HistoryQuery { Project = parsed.GetValue(project), Status = parsed.GetValue(status), PageSize = Math.Min(limit, 100) };
            var found = await ReadAsync(client, query, limit, cancellation).ConfigureAwait(false);
            if (found.Count == 0) context.Errors.WriteLine("There is none. `ghostbusters submit` makes one.");
            else context.Output.Write(TableOf(found));
            return ExitCodes.Clean;
        }));
        return command;
    }

    private static async Task<List<AnalysisSummary>> ReadAsync(GhostbustersClient client, HistoryQuery query, int limit, CancellationToken cancellation)
    {
        var found = new List<AnalysisSummary>();
        await foreach (var analysis in client.HistoryAsync(query, cancellation).ConfigureAwait(false))
        {
            found.Add(analysis);
            if (found.Count == limit) break;
        }

        return found;
    }

    private static Table TableOf(IEnumerable<AnalysisSummary> analyses)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Id", "When", "Project", "Status");
        table.AddColumn(new TableColumn("Score").RightAligned());
        table.AddColumn(new TableColumn("Findings").RightAligned());
        foreach (var each in analyses)
        {
            table.AddRow(
                each.AnalysisId, each.Timestamp.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Markup.Escape(each.Project), each.Status,
                each.ConfidenceScore is { } score ? string.Create(CultureInfo.InvariantCulture, $"{score * 100:0}") : "", each.Open?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        return table;
    }
}
