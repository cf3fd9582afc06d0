using System.CommandLine;
using Ghostbusters.Cli.Client;
using Ghostbusters.Cli.Commands;
using Ghostbusters.Engine;
using Spectre.Console;

namespace Ghostbusters.Cli;

/// <summary>The root: its verbs, and the one place where failures become messages and exit codes.</summary>
internal static class GhostbustersCommand
{
    /// <summary>Runs one command line.</summary>
    public static async Task<int> RunAsync(string[] args, CommandContext context)
    {
        var root = Create(context);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Complain(context, error.Message);
            Complain(context, $"`ghostbusters {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help` shows what is possible.");
            return ExitCodes.Usage;
        }

        try
        {
            // Exceptions become messages here, so that scripts can trust the exit codes.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = parsed.CommandResult.Command.Name == ServeCommand.Name ? null : TimeSpan.FromSeconds(2), // The host ends itself.
                Output = context.Output.Profile.Out.Writer,
                Error = context.Errors.Profile.Out.Writer,
            }).ConfigureAwait(false);
        }
        catch (ConfigurationException e)
        {
            Complain(context, e.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            Complain(context, "Cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            Complain(context, e.Message);
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Complain(context, e.Message);
            return ExitCodes.Incomplete;
        }
    }

    private static RootCommand Create(CommandContext context) => new("Finds the places where C# code is not telling the truth, and its security holes.")
    {
        AnalyzeCommand.Create(context),
        FixCommand.Create(context),
        MutateCommand.Create(context),
        ExplainCommand.Create(context),
        RulesCommand.Create(context),
        InitCommand.Create(context),
        LoginCommand.Create(context),
        SubmitCommand.Create(context),
        WatchCommand.Create(context),
        HistoryCommand.Create(context),
        ServeCommand.Create(context),
    };

    private static void Complain(CommandContext context, string message) => context.Errors.WriteLine(message);
}
