using System.CommandLine;

namespace Ghostbusters.Cli.Client;

/// <summary><c>ghostbusters watch</c>.</summary>
internal static class WatchCommand
{
    public static Command Create(CommandContext context)
    {
        var id = new Argument<string>("id") { Description = "The id that `submit` and `history` say." };
        var failOn = new FailOn();
        var command = new Command("watch", "Shows how an analysis of the service goes on, and its findings when it has ended.") { id };
        failOn.AddTo(command);
        command.SetAction((parsed, cancellation) => ServiceCall.RunAsync(context, Credentials.Find(context), async client =>
            failOn.ExitCodeOf(parsed, await Watch.RunAsync(context, client, parsed.GetRequiredValue(id), cancellation).ConfigureAwait(false))));
        return command;
    }
}
