using System.Net;
using Ghostbusters.Functions.Client;
using Spectre.Console;

namespace Ghostbusters.Cli.Client;

/// <summary>Runs a verb that asks the service, and says what happened where it does not answer as hoped.</summary>
internal static class ServiceCall
{
    public static async Task<int> RunAsync(CommandContext context, Credentials credentials, Func<GhostbustersClient, Task<int>> work)
    {
        using var client = new GhostbustersClient(credentials.Options);
        try
        {
            return await work(client).ConfigureAwait(false);
        }
        catch (GhostbustersException refusal) when (refusal.Status == HttpStatusCode.Unauthorized)
        {
            context.Errors.WriteLine($"{credentials.Server} does not know your key (any more). Sign in with `ghostbusters login {credentials.Server}`.");
            return ExitCodes.Usage;
        }
        catch (GhostbustersException refusal)
        {
            context.Errors.WriteLine($"{credentials.Server}: {refusal.Message}");
            return refusal.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? ExitCodes.Usage : ExitCodes.Incomplete;
        }
        catch (HttpRequestException failure)
        {
            context.Errors.WriteLine($"{credentials.Server} was not reached ({failure.Message}). Is it running? `ghostbusters serve` starts one here.");
            return ExitCodes.Incomplete;
        }
    }
}
