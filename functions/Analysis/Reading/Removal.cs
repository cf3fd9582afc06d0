using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Reading;

/// <summary>Deletes an analysis: bytes first, so that what is left after a crash can be found and deleted again.</summary>
internal sealed class Removal(AnalysisStore store, [FromKeyedServices(TableNames.Analysis)] ITable table, IBlobs blobs)
{
    /// <summary>False: there is none.</summary>
    public async Task<bool> RemoveAsync(ApiCall call)
    {
        if (await store.FindByPathAsync(call).ConfigureAwait(false) is not { } record) return false;
        await blobs.DeleteAllAsync(call.Tenant, AnalysisBlobs.All(record.Id), call.Cancellation).ConfigureAwait(false);
        if (record.Source is { Kind: SourceKind.Archive, Claim.Key: var upload }) await blobs.DeleteAsync(call.Tenant, upload, call.Cancellation).ConfigureAwait(false);
        await table.DeleteAsync(call.Tenant, AnalysisItem.Key(record.Id), WriteCondition.None, call.Cancellation).ConfigureAwait(false);
        return true;
    }
}
