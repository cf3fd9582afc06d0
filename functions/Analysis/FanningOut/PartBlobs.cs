using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>The outcomes of an analysis' parts, each under its part and the hash of what it was made of.</summary>
internal sealed class PartBlobs(IBlobs blobs, TenantId tenant, string analysis)
{
    /// <summary>Stands for an outcome that is not kept, because a rule failed: it is computed again with the whole.</summary>
    private const string Nothing = "nothing";

    public async Task<bool> HasAsync(int part, CancellationToken cancellation)
    {
        await foreach (var _ in blobs.ListAsync(tenant, AnalysisBlobs.Part(analysis, part), cancellation).ConfigureAwait(false)) return true;
        return false;
    }

    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var _ in blobs.ListAsync(tenant, AnalysisBlobs.Parts(analysis), cancellation).ConfigureAwait(false)) count++;
        return count;
    }

    public async Task PutAsync(int part, CacheFolder folder, CancellationToken cancellation)
    {
        var path = folder.Files.SingleOrDefault();
        await using Stream content = path is null ? new MemoryStream() : File.OpenRead(path);
        var key = AnalysisBlobs.PartOutcome(analysis, part, path is null ? Nothing : Path.GetFileNameWithoutExtension(path));
        await blobs.PutAsync(tenant, key, content, "application/json", cancellation).ConfigureAwait(false);
    }

    public async Task GetAsync(CacheFolder folder, CancellationToken cancellation)
    {
        await foreach (var entry in blobs.ListAsync(tenant, AnalysisBlobs.Parts(analysis), cancellation).ConfigureAwait(false))
        {
            var name = entry.Key.Value[(entry.Key.Value.LastIndexOf('/') + 1)..];
            if (name == Nothing || await blobs.OpenAsync(tenant, entry.Key, cancellation).ConfigureAwait(false) is not { } content) continue;
            await using (content)
            {
                await using var file = File.Create(Path.Combine(folder.Path, name + ".json"));
                await content.Stream.CopyToAsync(file, cancellation).ConfigureAwait(false);
            }
        }
    }
}
