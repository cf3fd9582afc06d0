using System.CommandLine;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;
using Ghostbusters.Mutation;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary><c>ghostbusters mutate</c>: the one command that runs code, and asks before it does.</summary>
internal sealed class MutateCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string> _path = new("path") { Description = "A folder, .sln, .slnx or .csproj with code and its tests.", DefaultValueFactory = static _ => "." };
    private readonly Option<bool> _allow = new("--allow-execution") { Description = "Yes: build a copy of this code and run its tests, with all that they do." };
    private readonly Option<string> _framework = new("--framework", "-f") { Description = "The target framework where a project has several." };
    private readonly Option<int?> _most = new("--max-methods") { Description = "Tries no more than this many methods, spread over the code." };
    private readonly Option<int> _parallel = new("--parallel") { Description = "Mutants at a time. Tests that share ports or files need 1.", DefaultValueFactory = static _ => 1 };
    private readonly Option<int> _timeout = new("--timeout") { Description = "Minutes after which a build, or all tests of a project, are ended.", DefaultValueFactory = static _ => 10 };
    private readonly Option<string> _format = new("--format") { Description = "What the standard output gets.", DefaultValueFactory = static _ => "text" };
    private readonly Option<string[]> _out = new("--out", "-o") { Description = "A report into a file, as kind:file (sarif:report.sarif). Repeatable." };
    private readonly Option<bool> _allowPartial = new("--allow-partial") { Description = "What could not be tried does not make the exit code 2." };

    private MutateCommand(CommandContext context) => _context = context;

    /// <summary>The verb.</summary>
    public static Command Create(CommandContext context) => new MutateCommand(context).Build();

    private Command Build()
    {
        var command = new Command("mutate", "Takes the body of each tested method away, in a copy, and reports those whose loss no test notices (GB1012). Builds and runs the code.")
        {
            _path, _allow, _framework, _most, _parallel, _timeout, _format, _out, _allowPartial,
        };
        _format.CompletionSources.Add([.. Output.FormatNames]);
        foreach (var option in new Option<int>[] { _parallel, _timeout })
        {
            option.Validators.Add(result =>
            {
                if (result.GetValue(option) < 1)
                    result.AddError($"{option.Name} takes a number from 1 on.");
            });
        }

        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_path);
        if (!parsed.GetValue(_allow))
            throw new ConfigurationException($"`mutate` builds a copy of {path} and runs its tests: whatever they and the build do, happens on this machine. If that is what you want, add --allow-execution.");
        var outputs = (parsed.GetValue(_out) ?? []).Select(text => Output.Parse(text, _context)).ToList();
        var format = Output.FormatOf(parsed.GetValue(_format)!);
        var (tree, entryPoint) = FileTrees.Open(_context.Absolute(path));
        var request = new MutationRequest
        {
            Tree = tree as FolderTree ?? throw new ConfigurationException($"{path} is an archive: extract it, `mutate` builds a copy of a folder."),
            Load = new LoadOptions { EntryPoint = entryPoint, TargetFramework = parsed.GetValue(_framework) },
            Parallel = parsed.GetValue(_parallel),
            MaximumMethods = parsed.GetValue(_most),
            Limit = TimeSpan.FromMinutes(parsed.GetValue(_timeout)),
        };
        var mutation = await ShowAsync(progress => MutationAnalysis.RunAsync(request with { Progress = progress }, _context.Clock, cancellation)).ConfigureAwait(false);
        Output.Write(_context, mutation.Result, outputs, format, new ReportOptions
        {
            PrecisionOf = RulePrecision.Find,
            ToolVersion = ToolVersion.Text,
            Rules = [Analyzers.Rules.Descriptors.GB1012_PseudoTested],
        });
        Tell(mutation.Counts);
        if (mutation.Result.Status == AnalysisStatus.Partial && !parsed.GetValue(_allowPartial))
            return ExitCodes.Incomplete;
        return mutation.Counts.PseudoTested > 0 ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private void Tell(MutationCounts counts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Methods").AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, count) in new[]
        {
            ("whose body could be taken away", counts.Found), ("of them run by tests", counts.Covered), ("of them noticed when gone", counts.Noticed),
            ("of them not noticed: pseudo-tested", counts.PseudoTested), ("undecided", counts.Undecided), ("not tried", counts.Untried), ("mutants that were run", counts.Mutants),
        })
        {
            table.AddRow(name, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        _context.Errors.Write(table);
    }

    private Task<MutationResult> ShowAsync(Func<IProgress<MutationProgress>, Task<MutationResult>> work)
    {
        if (!_context.Errors.Profile.Capabilities.Interactive || !_context.Errors.Profile.Capabilities.Ansi)
            return work(new Lines(_context));
        return _context.Errors.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async display => await work(new Bar(display.AddTask("loading"))).ConfigureAwait(false));
    }

    private sealed class Bar(ProgressTask task) : IProgress<MutationProgress>
    {
        public void Report(MutationProgress value)
        {
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            task.Description = Markup.Escape(value.Step);
        }
    }

    // In a log every tenth step is enough: it takes minutes, and silence looks like a hang.
    private sealed class Lines(CommandContext context) : IProgress<MutationProgress>
    {
        public void Report(MutationProgress value)
        {
            if (value.Total == 0)
                context.Errors.WriteLine(value.Step);
            else if (value.Done % Math.Max(1, value.Total / 10) == 0)
                context.Errors.WriteLine($"{value.Done} of {value.Total} methods tried");
        }
    }
}
