using System.IO.Compression;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Analysis.Reading;

/// <summary>Hands out a result in the form that <c>Accept</c> chooses; JSON says how far it is while there is none.</summary>
internal sealed class ResultReading(AnalysisStore store, IBlobs blobs)
{
    /// <summary>Lambda's answers have 6 MB, with base64 and everything around.</summary>
    private const int MaximumBody = 4 * 1024 * 1024;

    private const int CompressFrom = 64 * 1024;

    public async Task<APIGatewayProxyResponse> ReadAsync(ApiCall call)
    {
        var record = await store.FindByPathAsync(call).ConfigureAwait(false);
        if (record is null) return Answers.Problem(Problem.NotFound);
        var form = ResultForm.Of(call.Header("accept"));
        if (form is null) return Answers.Problem(new Problem(406, "not-acceptable", "There is no such form") { Detail = "There are application/json, application/sarif+json and text/html." });
        if (record.Counts is null)
        {
            return form == ResultForm.Json
                ? Answers.Json(200, record.Summary, AnalysisJson.Default.AnalysisSummary)
                : Answers.Problem(Problem.Conflict(record.Phase.IsEnd() ? "The analysis failed and has no result." : "The analysis has not ended yet."));
        }
        await using var content = await blobs.OpenAsync(call.Tenant, form.Key(record.Id), call.Cancellation).ConfigureAwait(false);
        if (content is null) return Answers.Problem(Problem.NotFound);
        return await BodyAsync(call, content, form).ConfigureAwait(false) ?? await ElsewhereAsync(call, form.Key(record.Id)).ConfigureAwait(false);
    }

    /// <summary>What is too large for an answer is got from the store itself, at an address that is good for five minutes.</summary>
    private async Task<APIGatewayProxyResponse> ElsewhereAsync(ApiCall call, BlobKey key)
    {
        var answer = Answers.Empty(303);
        answer.Headers["location"] = (await blobs.PresignDownloadAsync(call.Tenant, key, call.Cancellation).ConfigureAwait(false)).AbsoluteUri;
        return answer;
    }

    /// <summary>Null: it is too large.</summary>
    private static async Task<APIGatewayProxyResponse?> BodyAsync(ApiCall call, BlobContent content, ResultForm form)
    {
        using var bytes = new MemoryStream();
        await content.Stream.CopyToAsync(bytes, call.Cancellation).ConfigureAwait(false);
        var headers = Answers.Headers(form.MediaType);
        headers["vary"] = "accept, accept-encoding";
        if (form == ResultForm.Html) headers["content-security-policy"] = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; sandbox allow-scripts";
        var compresses = bytes.Length > CompressFrom && call.Header("accept-encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true;
        if (!compresses)
        {
            return bytes.Length > MaximumBody
                ? null
                : new APIGatewayProxyResponse { StatusCode = 200, Headers = headers, Body = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) };
        }
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), call.Cancellation).ConfigureAwait(false);
        if (packed.Length > MaximumBody) return null;
        headers["content-encoding"] = "gzip";
        return new APIGatewayProxyResponse { StatusCode = 200, Headers = headers, Body = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length), IsBase64Encoded = true };
    }
}

/// <summary>A form of a result.</summary>
internal sealed record ResultForm(string MediaType, Func<string, BlobKey> Key)
{
    public static ResultForm Json { get; } = new("application/json", AnalysisBlobs.Json);

    public static ResultForm Sarif { get; } = new("application/sarif+json", AnalysisBlobs.Sarif);

    public static ResultForm Html { get; } = new("text/html; charset=utf-8", AnalysisBlobs.Html);

    /// <summary>The first that is accepted, JSON where anything is; null: none is.</summary>
    public static ResultForm? Of(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept)) return Json;
        foreach (var part in accept.Split(','))
        {
            switch (part.Split(';')[0].Trim().ToLowerInvariant())
            {
                case "application/json" or "application/*" or "*/*": return Json;
                case "application/sarif+json": return Sarif;
                case "text/html" or "text/*": return Html;
            }
        }
        return null;
    }
}
