using System.CommandLine;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Baselines;
using Ghostbusters.Engine.Model;

namespace Ghostbusters.Cli.Commands;

/// <summary><c>ghostbusters analyze</c>: its options.</summary>
internal sealed class AnalyzeCommand
{
    private readonly CommandContext _context;
    private readonly Inputs _inputs = new();
    private readonly Option<string> _format = new("--format") { Description = "What the standard output gets.", DefaultValueFactory = static _ => "text" };
    private readonly Option<string[]> _out = new("--out", "-o") { Description = "A report into a file, as kind:file (sarif:report.sarif). Repeatable." };
    private readonly Option<string> _baseline = new("--baseline") { Description = $"Findings that are in this file do not count. Default: {BaselineFile.DefaultPath}, where it is there." };
    private readonly Option<bool> _updateBaseline = new("--update-baseline") { Description = "Writes the findings of today as the baseline." };
    private readonly Option<string> _diff = new("--diff") { Description = "Only findings on lines that changed since this commit, branch or tag (since the common ancestor)." };
    private readonly Option<string> _diffFile = new("--diff-file") { Description = "Only findings on lines that this unified diff changes." };
    private readonly Option<string> _failOn = new("--fail-on") { Description = "Exit code 1 from this severity on: error, warning, note or none.", DefaultValueFactory = static _ => "warning" };
    private readonly Option<string> _severity = new("--severity") { Description = "Shows only findings from this severity on: error, warning or note.", DefaultValueFactory = static _ => "note" };
    private readonly Option<bool> _allowPartial = new("--allow-partial") { Description = "What could not be analysed does not make the exit code 2." };
    private readonly Option<bool> _fixes = new("--fixes") { Description = "Tries and proves repairs, and puts them into the reports." };
    private readonly Option<bool> _timings = new("--timings") { Description = "Shows where the time went: loading, rules (the dearest first)." };
    private readonly Option<bool> _watch = new("--watch", "-w") { Description = "Analyses again whenever a file changes, until it is stopped." };

    private AnalyzeCommand(CommandContext context) => _context = context;

    /// <summary>The verb.</summary>
    public static Command Create(CommandContext context) => new AnalyzeCommand(context).Build();

    private Command Build()
    {
        var command = new Command("analyze", "Analyses C# without building or running it.");
        _inputs.AddTo(command);
        foreach (var option in new Option[] { _format, _out, _baseline, _updateBaseline, _diff, _diffFile, _failOn, _severity, _allowPartial, _fixes, _timings, _watch })
            command.Add(option);
        _format.CompletionSources.Add([.. Output.FormatNames]);
        _failOn.AcceptOnlyFromAmong("error", "warning", "note", "none");
        _severity.AcceptOnlyFromAmong("error", "warning", "note");
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var run = new AnalyzeRun(_context, Read(parsed));
        return parsed.GetValue(_watch)
            ? await Watching.RunAsync(_context, _inputs.PathOf(parsed), run.OnceAsync, cancellation).ConfigureAwait(false)
            : await run.OnceAsync(cancellation).ConfigureAwait(false);
    }

    private AnalyzeSettings Read(ParseResult parsed)
    {
        if (parsed.GetValue(_diff) is not null && parsed.GetValue(_diffFile) is not null)
            throw new ConfigurationException("--diff and --diff-file say the same thing in two ways: give one of them.");
        return new AnalyzeSettings
        {
            Request = () => _inputs.ToRequest(parsed, _context, parsed.GetValue(_fixes)),
            Path = _inputs.PathOf(parsed),
            Format = Output.FormatOf(parsed.GetValue(_format)!),
            Outputs = [.. (parsed.GetValue(_out) ?? []).Select(text => Output.Parse(text, _context))],
            Baseline = parsed.GetValue(_baseline),
            UpdateBaseline = parsed.GetValue(_updateBaseline),
            DiffReference = parsed.GetValue(_diff),
            DiffFile = parsed.GetValue(_diffFile),
            FailOn = parsed.GetValue(_failOn) is "none" or null ? null : SeverityOf(parsed.GetValue(_failOn)!),
            Shown = SeverityOf(parsed.GetValue(_severity)!),
            AllowPartial = parsed.GetValue(_allowPartial),
            Timings = parsed.GetValue(_timings),
        };
    }

    private static Severity SeverityOf(string word) => Enum.Parse<Severity>(word, ignoreCase: true);
}
