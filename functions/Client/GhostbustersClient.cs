using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Ghostbusters.Functions.Client.Http;
using Ghostbusters.Functions.Client.Models;
using Ghostbusters.Functions.Client.Progress;
using Ghostbusters.Functions.Client.Uploads;

namespace Ghostbusters.Functions.Client;

/// <summary>The Ghostbusters API. One for the program's life; any number of threads may use it.</summary>
/// <remarks>
/// Every call may throw <see cref="GhostbustersException"/> (the service refused it), <see cref="HttpRequestException"/> (it was
/// not reached) and <see cref="OperationCanceledException"/>.
/// </remarks>
public sealed class GhostbustersClient : IDisposable
{
    private readonly ClientOptions _options;
    private readonly HttpClient _http;
    private readonly ApiCalls _calls;

    /// <exception cref="ArgumentException">The address is none, or would send the key in plain text over a network.</exception>
    public GhostbustersClient(ClientOptions options)
        : this(options, new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
    }

    internal GhostbustersClient(ClientOptions options, HttpMessageHandler handler)
    {
        if (!IsSafe(options.Server)) throw new ArgumentException($"{options.Server} is no https address, and not this machine: the key would be read on the way.", nameof(options));
        if (options.Progress is { } progress && !IsSafe(progress)) throw new ArgumentException($"{progress} is no wss address, and not this machine: the key would be read on the way.", nameof(options));
        _options = options;
        _http = new HttpClient(handler);
        _calls = new ApiCalls(_http, options);
    }

    /// <summary>Whether a key may be sent there.</summary>
    public static bool IsSafe(Uri server) =>
        server.IsAbsoluteUri && (server.Scheme == Uri.UriSchemeHttps || server.Scheme == Uri.UriSchemeWss || ((server.Scheme == Uri.UriSchemeHttp || server.Scheme == Uri.UriSchemeWs) && server.IsLoopback));

    /// <summary>Submits what the request names.</summary>
    public Task<AnalyzeAccepted> SubmitAsync(AnalyzeRequest request, CancellationToken cancellation = default)
    {
        var key = NewKey(); // The same for every try: a repetition is no second analysis.
        return _calls.SendAsync(
            () =>
            {
                var post = ApiCalls.Post("/ghostbusters/analyze", request, ClientJson.Default.AnalyzeRequest);
                post.Headers.Add("idempotency-key", key);
                return post;
            },
            ClientJson.Default.AnalyzeAccepted, cancellation);
    }

    /// <summary>Packs a folder, sends it and submits it.</summary>
    /// <exception cref="InvalidDataException">There is nothing to submit, or it is too much.</exception>
    public async Task<AnalyzeAccepted> SubmitFolderAsync(string folder, string project, AnalyzeOptions? analyze = null, CancellationToken cancellation = default)
    {
        using var archive = await FolderArchive.PackAsync(folder, cancellation).ConfigureAwait(false);
        var upload = await UploadAsync(archive, cancellation).ConfigureAwait(false);
        return await SubmitAsync(new AnalyzeRequest { Upload = upload, ProjectPath = project, Options = analyze }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends an archive and says its id.</summary>
    public async Task<string> UploadAsync(FolderArchive archive, CancellationToken cancellation = default)
    {
        var announced = new UploadAnnouncement(archive.Length, archive.Sha256, FolderArchive.ContentType);
        var ticket = await _calls.SendAsync(
            () => ApiCalls.Post("/ghostbusters/uploads", announced, ClientJson.Default.UploadAnnouncement), ClientJson.Default.UploadTicket, cancellation).ConfigureAwait(false);
        var bytes = await archive.ReadAsync(cancellation).ConfigureAwait(false);
        // Without the key: the address itself is the permission, and it may be another host's.
        using var response = await _calls.SendAsync(() => Put(ticket, bytes), cancellation).ConfigureAwait(false);
        return ticket.UploadId;
    }

    /// <summary>The result, or how far it is.</summary>
    public async Task<AnalysisResult> GetResultAsync(string analysisId, CancellationToken cancellation = default)
    {
        var document = await _calls.SendAsync(() => ApiCalls.Get(PathOf(analysisId), "application/json"), ClientJson.Default.JsonElement, cancellation).ConfigureAwait(false);
        return new AnalysisResult(document.Deserialize(ClientJson.Default.AnalysisSummary)!, document);
    }

    /// <summary>The result in another form: <c>application/sarif+json</c> or <c>text/html</c>.</summary>
    public async Task<string> GetResultAsync(string analysisId, string mediaType, CancellationToken cancellation = default)
    {
        using var response = await _calls.SendAsync(() => _calls.Signed(ApiCalls.Get(PathOf(analysisId), mediaType)), cancellation).ConfigureAwait(false);
        return await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>All analyses, newest first, page by page as they are asked for.</summary>
    public async IAsyncEnumerable<AnalysisSummary> HistoryAsync(HistoryQuery? query = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? cursor = null;
        do
        {
            var path = (query ?? new HistoryQuery()).PathOf(cursor);
            var page = await _calls.SendAsync(() => ApiCalls.Get(path), ClientJson.Default.HistoryPage, cancellation).ConfigureAwait(false);
            foreach (var item in page.Items) yield return item;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    /// <summary>Deletes an analysis and all that belongs to it. False: there is none (any more).</summary>
    public async Task<bool> DeleteAsync(string analysisId, CancellationToken cancellation = default)
    {
        try
        {
            using var response = await _calls.SendAsync(
                () => _calls.Signed(new HttpRequestMessage(HttpMethod.Delete, new Uri(PathOf(analysisId), UriKind.Relative))), cancellation).ConfigureAwait(false);
            return true;
        }
        catch (GhostbustersException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return false; // Perhaps a try before this one deleted it: it is gone either way.
        }
    }

    /// <summary>Asks for repairs; ask again while the status is <c>recovering</c>.</summary>
    /// <param name="wanted"><see cref="RecoveryRequest.Patch"/>, or <see cref="RecoveryRequest.PullRequest"/>.</param>
    public Task<RecoveryAnswer> RecoverAsync(string analysisId, string wanted = RecoveryRequest.Patch, CancellationToken cancellation = default) => _calls.SendAsync(
        () => ApiCalls.Post(PathOf(analysisId) + "/recover", new RecoveryRequest(wanted), ClientJson.Default.RecoveryRequest), ClientJson.Default.RecoveryAnswer, cancellation);

    /// <summary>
    /// Each step of an analysis, once and in order, from its begin to its end; a connection that drops is made anew and goes on
    /// after the last step that was seen.
    /// </summary>
    /// <param name="after">The sequence of the last step that is known; 0: none.</param>
    public IAsyncEnumerable<ProgressEvent> WatchAsync(string analysisId, long after = 0, CancellationToken cancellation = default) =>
        new ProgressStream(_options, analysisId).ReadAsync(after, cancellation);

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Put(UploadTicket ticket, byte[] bytes)
    {
        var put = new HttpRequestMessage(HttpMethod.Put, ticket.Url) { Content = new ByteArrayContent(bytes) };
        foreach (var (name, value) in ticket.Headers)
            if (!put.Headers.TryAddWithoutValidation(name, value)) put.Content.Headers.TryAddWithoutValidation(name, value);
        return put;
    }

    private static string PathOf(string analysisId) => "/ghostbusters/results/" + Uri.EscapeDataString(analysisId);

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
