using System.CommandLine;
using Ghostbusters.Functions.Client.Models;

namespace Ghostbusters.Cli.Client;

/// <summary>The exit code of an analysis that the service made: the same as if it had been made here.</summary>
internal sealed class FailOn
{
    private readonly Option<string> _option = new("--fail-on") { Description = "Exit code 1 from this severity on: error, warning, note or none.", DefaultValueFactory = static _ => "warning" };

    /// <summary>Puts the option on a verb.</summary>
    public void AddTo(Command command)
    {
        _option.AcceptOnlyFromAmong("error", "warning", "note", "none");
        command.Add(_option);
    }

    /// <summary>Incomplete outranks findings.</summary>
    public int ExitCodeOf(ParseResult parsed, AnalysisSummary summary)
    {
        if (summary.Status != "done") return ExitCodes.Incomplete;
        var counting = parsed.GetValue(_option) switch
        {
            "error" => summary.Errors,
            "warning" => summary.Errors + summary.Warnings,
            "note" => summary.Errors + summary.Warnings + summary.Notes,
            _ => 0,
        };
        return counting > 0 ? ExitCodes.Findings : ExitCodes.Clean;
    }
}
