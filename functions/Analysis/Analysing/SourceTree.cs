using System.Text.Json;
using Ghostbusters.Engine.Files;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>The files of an analysis as the engine reads them: from the blob that its claim names, in memory, nothing on disk.</summary>
internal static class SourceTree
{
    private const int MaximumBytes = 256 * 1024 * 1024;

    /// <summary>What the source is compared with; null where nothing was asked for.</summary>
    /// <exception cref="StageRefusedException">It is gone, or no archive.</exception>
    public static async Task<FileTree?> OpenBaseAsync(IBlobs blobs, TenantId tenant, AnalysisRecord record, CancellationToken cancellation)
    {
        if (record.Options.BaseRef is null) return null;
        await using var content = await blobs.OpenAsync(tenant, AnalysisBlobs.Base(record.Id), cancellation).ConfigureAwait(false) ?? throw new StageRefusedException("base-gone");
        if (content.Head.Length > MaximumBytes) throw new StageRefusedException("base-not-readable");
        using var bytes = new MemoryStream();
        await content.Stream.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
        bytes.Position = 0;
        try
        {
            return ArchiveTree.Read(bytes, "base");
        }
        catch (InvalidDataException damaged)
        {
            throw new StageRefusedException("base-not-readable", damaged);
        }
    }

    /// <exception cref="StageRefusedException">The bytes are gone, are not what the claim says, or are no archive.</exception>
    public static async Task<FileTree> OpenAsync(IBlobs blobs, TenantId tenant, AnalysisRecord record, CancellationToken cancellation)
    {
        var claim = record.Source.Claim ?? throw new StageRefusedException("source-missing");
        var name = record.Project[(record.Project.LastIndexOf('/') + 1)..];
        try
        {
            var bytes = await ClaimCheck.ReadAsync(blobs, tenant, claim, MaximumBytes, cancellation).ConfigureAwait(false);
            if (record.Source.Kind != SourceKind.Files) return ArchiveTree.Read(new MemoryStream(bytes, writable: false), name);
            var files = JsonSerializer.Deserialize(bytes, AnalysisJson.Default.SourceFiles)?.Files ?? [];
            return new MemoryTree(files.Select(static file => (file.Path!, file.Content!)), name);
        }
        catch (FileNotFoundException gone)
        {
            throw new StageRefusedException("source-gone", gone);
        }
        catch (InvalidDataException damaged)
        {
            throw new StageRefusedException("source-not-readable", damaged);
        }
    }
}
