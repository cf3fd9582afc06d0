using System.CommandLine;
using Ghostbusters.Engine;
using Spectre.Console;

namespace Ghostbusters.Cli.Client;

/// <summary><c>ghostbusters login</c>: asks for a key, tries it, and keeps it. The key is no argument: those are seen by others.</summary>
internal static class LoginCommand
{
    public static Command Create(CommandContext context)
    {
        var server = new Argument<string>("server") { Description = "The service's address: https://…, or http://localhost:5080 for one of your own." };
        var progress = new Option<string?>("--progress") { Description = "Where progress is told, if that is another address: wss://…" };
        var command = new Command("login", $"Signs in to a service. The key is asked for, or read from a pipe; it is kept where only you can read it. A gateway's key is taken from {Credentials.GatewayKeyVariable}.") { server, progress };
        command.SetAction((parsed, cancellation) => RunAsync(context, parsed.GetRequiredValue(server), parsed.GetValue(progress), cancellation));
        return command;
    }

    private static Task<int> RunAsync(CommandContext context, string server, string? progress, CancellationToken cancellation)
    {
        var address = Credentials.ReadServer(server);
        var key = (context.IsInputRedirected
            ? context.Input.ReadLine()
            : SecretPrompt.Ask(context.Errors, "Key:"))?.Trim();
        if (string.IsNullOrEmpty(key))
            throw new ConfigurationException("No key was given. `ghostbusters serve` shows one when it first starts; an owner of the service can make others.");
        var credentials = new Credentials(address, key, progress is null ? null : Credentials.ReadProgress(progress), context.Variable(Credentials.GatewayKeyVariable));
        return ServiceCall.RunAsync(context, credentials, async client =>
        {
            await using (var tried = client.HistoryAsync(new Functions.Client.HistoryQuery { PageSize = 1 }, cancellation).GetAsyncEnumerator(cancellation))
                await tried.MoveNextAsync().ConfigureAwait(false);
            context.Output.WriteLine($"Signed in to {address}. The key is in {credentials.Store(context)}.");
            return ExitCodes.Clean;
        });
    }
}
