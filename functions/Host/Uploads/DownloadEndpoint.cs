using Ghostbusters.Functions.Host.Http;
using Ghostbusters.Functions.Local.Folder;
using Ghostbusters.Functions.Problems;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.Uploads;

/// <summary>Gives out what is too large for an answer, at the address that was signed for it: what S3 does for the service on AWS.</summary>
internal sealed class DownloadEndpoint(LocalDownloads downloads, FolderBlobs blobs)
{
    public const string Prefix = "/" + LocalDownloads.Path;

    public async Task AnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Get;
            await ProblemAnswers.WriteAsync(http.Response, ProblemAnswers.MethodNotAllowed).ConfigureAwait(false);
            return;
        }
        if (!downloads.TryRead(http.Request.Path.Value![Prefix.Length..], out var tenant, out var key))
        {
            await ProblemAnswers.WriteAsync(http.Response, new Problem(403, "download-refused", "This address gives nothing out") { Detail = "It was not given by this host, or its five minutes are over. Ask for another." }).ConfigureAwait(false);
            return;
        }
        if (await blobs.OpenAsync(tenant, key, http.RequestAborted).ConfigureAwait(false) is not { } content)
        {
            await ProblemAnswers.WriteAsync(http.Response, Problem.NotFound).ConfigureAwait(false);
            return;
        }
        await using (content.ConfigureAwait(false))
        {
            http.Response.ContentType = content.Head.ContentType;
            http.Response.ContentLength = content.Head.Length;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            // A page of a result runs its own script and nothing else.
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; sandbox allow-scripts";
            await content.Stream.CopyToAsync(http.Response.Body, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
