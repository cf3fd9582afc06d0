using Ghostbusters.Functions.Host.Http;
using Ghostbusters.Functions.Host.OpenApi;
using Ghostbusters.Functions.Host.Sockets;
using Ghostbusters.Functions.Host.Uploads;
using Ghostbusters.Functions.Problems;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>
/// Where requests come in. Shut until all is made that answers them: the port is known only when the server listens, and
/// addresses for uploads hold the port.
/// </summary>
internal sealed class Gate
{
    private Doors? _doors;

    public void Open(Doors doors) => Volatile.Write(ref _doors, doors);

    public Task AnswerAsync(HttpContext http)
    {
        if (Volatile.Read(ref _doors) is not { } doors)
            return ProblemAnswers.WriteAsync(http.Response, Problem.Unavailable(TimeSpan.FromSeconds(1)));
        var path = http.Request.Path.Value ?? "/";
        if (path.StartsWith(UploadEndpoint.Prefix, StringComparison.Ordinal)) return doors.Uploads.AnswerAsync(http);
        if (path.StartsWith(DownloadEndpoint.Prefix, StringComparison.Ordinal)) return doors.Downloads.AnswerAsync(http);
        return path switch
        {
            SocketEndpoint.Path => doors.Sockets.AnswerAsync(http),
            DocumentEndpoint.DocumentPath or DocumentEndpoint.PagePath => doors.Documents.AnswerAsync(http),
            _ => doors.Functions.AnswerAsync(http),
        };
    }
}

/// <summary>What answers requests.</summary>
internal sealed record Doors(FunctionEndpoint Functions, SocketEndpoint Sockets, UploadEndpoint Uploads, DownloadEndpoint Downloads, DocumentEndpoint Documents);
