using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Fetching;

/// <summary>Brings a repository's archive from its forge into a blob: through a file, never whole in memory.</summary>
internal sealed class RepositoryFetch(SafeHttp http, IBlobs blobs, ISecrets secrets, OutboundOptions options)
{
    /// <exception cref="FetchRefusedException">The forge does not give it: trying again does not help.</exception>
    /// <exception cref="OutboundException">It may not be asked, or gives too much.</exception>
    public async Task<BlobClaim> FetchAsync(TenantId tenant, AnalysisRecord record, CancellationToken cancellation)
    {
        if (record.Options.BaseRef is { } reference) await FetchAsync(tenant, record, reference, AnalysisBlobs.Base(record.Id), cancellation).ConfigureAwait(false);
        return await FetchAsync(tenant, record, record.Source.ReportTo ?? record.Source.Ref, AnalysisBlobs.Source(record.Id), cancellation).ConfigureAwait(false);
    }

    private async Task<BlobClaim> FetchAsync(TenantId tenant, AnalysisRecord record, string? reference, BlobKey key, CancellationToken cancellation)
    {
        var address = RepositoryAddress.Find(record.Source.Repository, options) ?? throw new FetchRefusedException("repository-unknown-forge");
        var request = new OutboundRequest(HttpMethod.Get, address.Archive(reference))
        {
            Credentials = await ForgeTokens.HeadersAsync(secrets, tenant, address.Forge.Kind, cancellation).ConfigureAwait(false),
        };
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await http.SendAsync(request, async (response, token) =>
        {
            if (Refusal((int)response.StatusCode) is { } reason) throw new FetchRefusedException(reason);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
            await BoundedCopy.CopyAsync(body, file, options.MaximumArchive, token).ConfigureAwait(false);
            return true;
        }, cancellation).ConfigureAwait(false);
        file.Position = 0;
        return await blobs.PutAsync(tenant, key, file, "application/zip", cancellation).ConfigureAwait(false);
    }

    /// <summary>Answers that will be the same the next time.</summary>
    private static string? Refusal(int status) => status switch
    {
        401 or 403 => "repository-forbidden",
        404 or 410 or 422 => "repository-not-found",
        _ => null,
    };
}

/// <summary>The sources cannot be had, now or later.</summary>
internal sealed class FetchRefusedException(string reason) : Exception("The repository cannot be fetched: " + reason + ".")
{
    /// <summary>For the analysis' record.</summary>
    public string Reason { get; } = reason;
}
