using System.CommandLine;
using Ghostbusters.Engine;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Spectre.Console;

namespace Ghostbusters.Cli.Client;

/// <summary><c>ghostbusters submit</c>: a folder is packed and sent, a repository is named.</summary>
internal sealed class SubmitCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _what = new("what") { Description = "A folder, or the https address of a repository.", DefaultValueFactory = static _ => "." };
    private readonly Option<string> _ref = new("--ref") { Description = "Branch, tag or commit of a repository. Default: its default branch." };
    private readonly Option<string> _base = new("--base") { Description = "Branch, tag or commit of a repository: only findings on lines that are others there are told." };
    private readonly Option<string> _name = new("--name") { Description = "The project's name in lists. Default: the folder's, or the repository's." };
    private readonly Option<string> _rules = new("--rules") { Description = "Only these rules: ids or beginnings of ids, comma-separated; a minus leaves out (GB1,GB3,-GB3003)." };
    private readonly Option<string[]> _experts = new("--experts") { Description = "Only the rules of these experts.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _severity = new("--severity") { Description = "Only findings from this severity on: error, warning or note." };
    private readonly Option<bool> _watch = new("--watch", "-w") { Description = "Waits for the end, and shows the findings." };
    private readonly FailOn _failOn = new();

    private SubmitCommand(CommandContext context) => _context = context;

    public static Command Create(CommandContext context) => new SubmitCommand(context).Build();

    private Command Build()
    {
        var command = new Command("submit", "Has the service analyse a folder or a repository.") { _what, _ref, _base, _name, _rules, _experts, _severity, _watch };
        _severity.AcceptOnlyFromAmong("error", "warning", "note");
        _failOn.AddTo(command);
        command.SetAction((parsed, cancellation) => ServiceCall.RunAsync(_context, Credentials.Find(_context), client => RunAsync(parsed, client, cancellation)));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, GhostbustersClient client, CancellationToken cancellation)
    {
        var accepted = await SubmitAsync(parsed, client, cancellation).ConfigureAwait(false);
        if (!parsed.GetValue(_watch))
        {
            _context.Output.WriteLine(accepted.AnalysisId);
            _context.Errors.WriteLine($"Submitted. `ghostbusters watch {accepted.AnalysisId}` follows it.");
            return ExitCodes.Clean;
        }

        _context.Errors.WriteLine($"Submitted as {accepted.AnalysisId}.");
        return _failOn.ExitCodeOf(parsed, await Watch.RunAsync(_context, client, accepted.AnalysisId, cancellation).ConfigureAwait(false));
    }

    private Task<AnalyzeAccepted> SubmitAsync(ParseResult parsed, GhostbustersClient client, CancellationToken cancellation)
    {
        var what = parsed.GetRequiredValue(_what);
        var options = new AnalyzeOptions
        {
            Rules = parsed.GetValue(_rules),
            BaseRef = parsed.GetValue(_base),
            MinSeverity = parsed.GetValue(_severity),
            Experts = parsed.GetValue(_experts) is { Length: > 0 } experts ? experts : null,
        };
        if (what.StartsWith("http://", StringComparison.Ordinal) || what.StartsWith("https://", StringComparison.Ordinal))
        {
            return client.SubmitAsync(
                new AnalyzeRequest { Repository = new RepositorySource(what, parsed.GetValue(_ref)), ProjectPath = parsed.GetValue(_name), Options = options }, cancellation);
        }

        if (parsed.GetValue(_ref) is not null || parsed.GetValue(_base) is not null) throw new ConfigurationException("--ref and --base are for repositories; a folder is submitted as it is.");
        var folder = _context.Absolute(what);
        if (!Directory.Exists(folder)) throw new ConfigurationException($"There is no folder {folder}. A folder or a repository's address is submitted.");
        return client.SubmitFolderAsync(folder, parsed.GetValue(_name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), options, cancellation);
    }
}
