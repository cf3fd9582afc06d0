using System.CommandLine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Diff;
using Ghostbusters.Engine.Files;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary>
/// <c>ghostbusters fix</c>: shows the proved repairs as a diff; <c>--apply</c> writes them. Rounds go on until nothing
/// provable is left, because one repair can touch the lines of another.
/// </summary>
internal static class FixCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandContext context)
    {
        var inputs = new Inputs();
        var apply = new Option<bool>("--apply") { Description = "Writes the changes. Without it they are only shown." };
        var command = new Command("fix", "Repairs what can be repaired with proof: the changed code compiles, loses exactly its finding and gains none.");
        inputs.AddTo(command);
        command.Add(apply);
        command.SetAction(RunAsync);
        return command;

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var root = context.Absolute(inputs.PathOf(parsed));
            var request = inputs.ToRequest(parsed, context, proveFixes: true);
            var outcome = await ProgressDisplay.RunAsync(
                context, progress => FixRounds.RunAsync(request with { Progress = progress }, cancellation)).ConfigureAwait(false);
            foreach (var change in outcome.Changes)
                context.Output.Profile.Out.Writer.Write(UnifiedDiff.Between(change.Path, change.Before, change.After));
            return Finish(context, request, outcome, parsed.GetValue(apply), root);
        }
    }

    private static int Finish(CommandContext context, AnalysisRequest request, FixOutcome outcome, bool apply, string root)
    {
        if (outcome.Changes.IsEmpty)
        {
            context.Errors.WriteLine("Nothing here can be repaired with proof.");
            return ExitCodes.Clean;
        }

        if (!apply)
        {
            context.Errors.WriteLine($"{outcome.Repaired} findings in {outcome.Changes.Length} files can be repaired. `--apply` writes the changes.");
            return ExitCodes.Clean;
        }

        if (request.Tree is not FolderTree folder)
            throw new Engine.ConfigurationException($"{root} is not a folder of files: nothing can be written into an archive. The diff above can be applied with `git apply`.");
        foreach (var change in outcome.Changes)
            File.WriteAllBytes(Path.Combine(folder.Root, change.Path), change.Content.ToArray());
        context.Errors.WriteLine($"{outcome.Repaired} findings in {outcome.Changes.Length} files were repaired.");
        return ExitCodes.Clean;
    }
}
