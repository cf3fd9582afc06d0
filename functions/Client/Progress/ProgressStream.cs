using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Ghostbusters.Functions.Client.Http;
using Ghostbusters.Functions.Client.Models;

namespace Ghostbusters.Functions.Client.Progress;

/// <summary>The steps of one analysis over a WebSocket that may drop.</summary>
internal sealed class ProgressStream(ClientOptions options, string analysisId)
{
    /// <exception cref="GhostbustersException">The service refused to tell, or was not reached so often in a row as the options say.</exception>
    public async IAsyncEnumerable<ProgressEvent> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var failures = 0;
        while (true)
        {
            using var socket = new ProgressSocket(options, analysisId);
            var isOpen = await OpenAsync(socket, after, failures + 1, cancellation).ConfigureAwait(false);
            while (isOpen && await socket.NextAsync(cancellation).ConfigureAwait(false) is { } step)
            {
                failures = 0;
                if (step.Sequence <= after) continue; // Sent again, because two sides cannot know what arrived.
                if (step.Follows > after)
                {
                    // It overtook a step, which may be lost: both are told again, in order.
                    if (!await IsAskedAgainAsync(socket, after, cancellation).ConfigureAwait(false)) break;
                    continue;
                }
                after = step.Sequence;
                yield return step;
                if (step.IsEnd) yield break;
            }
            failures++;
            await Task.Delay(RetryDelay.Own(options, failures), options.Clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>False: the connection broke.</summary>
    private static async Task<bool> IsAskedAgainAsync(ProgressSocket socket, long after, CancellationToken cancellation)
    {
        try
        {
            await socket.SubscribeAsync(after, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (WebSocketException)
        {
            return false; // It is opened anew, from the same step.
        }
    }

    /// <summary>False: try again later.</summary>
    private async Task<bool> OpenAsync(ProgressSocket socket, long after, int attempt, CancellationToken cancellation)
    {
        try
        {
            await socket.OpenAsync(after, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (WebSocketException exception)
        {
            // Who is refused will be refused again; who did not reach it may.
            if (socket.Refusal is HttpStatusCode status && !RetryDelay.IsPassing(status)) throw new GhostbustersException(status, null);
            if (attempt >= options.Attempts) throw new HttpRequestException($"{options.Server} was not reached for progress: {exception.Message}", exception);
            return false;
        }
    }
}
