using Ghostbusters.Functions.Host.Http;
using Ghostbusters.Functions.Local.Folder;
using Ghostbusters.Functions.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ghostbusters.Functions.Host.Uploads;

/// <summary>Takes what was announced, at the address that was signed for it: what S3 does for the service on AWS.</summary>
internal sealed class UploadEndpoint(LocalUploads uploads, FolderBlobs blobs)
{
    public const string Prefix = "/" + LocalUploads.Path;

    public static Problem NotSigned { get; } =
        new(403, "upload-refused", "This address takes no upload") { Detail = "It was not given by this host, or its five minutes are over. Ask for another." };

    public async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Method != HttpMethods.Put)
        {
            http.Response.Headers.Allow = HttpMethods.Put;
            await ProblemAnswers.WriteAsync(http.Response, ProblemAnswers.MethodNotAllowed).ConfigureAwait(false);
            return;
        }
        if (!uploads.TryRead(http.Request.Path.Value![Prefix.Length..], out var upload))
        {
            await ProblemAnswers.WriteAsync(http.Response, NotSigned).ConfigureAwait(false);
            return;
        }
        if (http.Request.ContentType != upload!.ContentType)
        {
            await ProblemAnswers.WriteAsync(http.Response, Problem.UnsupportedMedia("The content type is not the announced one.")).ConfigureAwait(false);
            return;
        }
        // The announced length is the limit, and the store stops at the first byte too many.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        await FinishAsync(http, await blobs.ReceiveAsync(upload, http.Request.Body, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static Task FinishAsync(HttpContext http, UploadRefusal refusal)
    {
        if (refusal != UploadRefusal.None)
            return ProblemAnswers.WriteAsync(http.Response, Problem.Invalid($"The {(refusal == UploadRefusal.Length ? "length" : "checksum")} is not the announced one; nothing was stored."));
        http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }
}
