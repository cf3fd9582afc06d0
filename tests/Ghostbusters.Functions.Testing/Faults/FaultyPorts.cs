using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Testing.Faults;

/// <summary>A table that fails as planned.</summary>
public sealed class FaultyTable(ITable inner, FaultPlan plan) : ITable
{
    public Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.GetAsync(tenant, key, cancellation));

    public Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.PutAsync(tenant, item, condition, cancellation));

    public Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.UpdateAsync(tenant, key, change, condition, cancellation));

    public Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.DeleteAsync(tenant, key, condition, cancellation));

    public Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.QueryAsync(tenant, query, cancellation));

    public Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.GetManyAsync(tenant, keys, cancellation));

    public Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.PutManyAsync(tenant, items, cancellation));
}

/// <summary>A list of what waits that fails as planned.</summary>
public sealed class FaultyPendingItems(IPendingItems inner, FaultPlan plan) : IPendingItems
{
    public Task<IReadOnlyList<PendingItem>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.ListAsync(before, limit, cancellation));
}

/// <summary>Queues that fail as planned.</summary>
public sealed class FaultyQueue(IQueue inner, FaultPlan plan) : IQueue
{
    public Task SendAsync(TenantId tenant, QueueName queue, OutgoingMessage message, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.SendAsync(tenant, queue, message, cancellation));

    public Task<IReadOnlyList<SendOutcome>> SendManyAsync(TenantId tenant, QueueName queue, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.SendManyAsync(tenant, queue, messages, cancellation));
}

/// <summary>Receiving that fails as planned.</summary>
public sealed class FaultyQueuePump(IQueuePump inner, FaultPlan plan) : IQueuePump
{
    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(QueueName queue, int maximum, TimeSpan visibility, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.ReceiveAsync(queue, maximum, visibility, cancellation));

    public Task<bool> AcknowledgeAsync(QueueName queue, string receipt, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.AcknowledgeAsync(queue, receipt, cancellation));

    public Task<bool> ReleaseAsync(QueueName queue, string receipt, TimeSpan delay, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.ReleaseAsync(queue, receipt, delay, cancellation));

    public Task<bool> ParkAsync(QueueName queue, ReceivedMessage message, string reason, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.ParkAsync(queue, message, reason, cancellation));
}

/// <summary>Blobs that fail as planned; a list fails when it is begun.</summary>
public sealed class FaultyBlobs(IBlobs inner, FaultPlan plan) : IBlobs
{
    public Task<BlobClaim> PutAsync(TenantId tenant, BlobKey key, Stream content, string contentType, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.PutAsync(tenant, key, content, contentType, cancellation));

    public Task<BlobContent?> OpenAsync(TenantId tenant, BlobKey key, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.OpenAsync(tenant, key, cancellation));

    public Task<BlobHead?> HeadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.HeadAsync(tenant, key, cancellation));

    public Task DeleteAsync(TenantId tenant, BlobKey key, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.DeleteAsync(tenant, key, cancellation));

    public Task<int> DeleteAllAsync(TenantId tenant, BlobPrefix prefix, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.DeleteAllAsync(tenant, prefix, cancellation));

    public async IAsyncEnumerable<BlobEntry> ListAsync(
        TenantId tenant, BlobPrefix prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var list = await plan.CallAsync(() => Task.FromResult(inner.ListAsync(tenant, prefix, cancellation)));
        await foreach (var entry in list) yield return entry;
    }

    public Task<PresignedUpload> PresignUploadAsync(TenantId tenant, UploadRequest request, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.PresignUploadAsync(tenant, request, cancellation));

    public Task<Uri> PresignDownloadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.PresignDownloadAsync(tenant, key, cancellation));
}

/// <summary>Workflows that fail as planned.</summary>
public sealed class FaultyWorkflow(IWorkflow inner, FaultPlan plan) : IWorkflow
{
    public Task<StartOutcome> StartAsync(TenantId tenant, string workflow, ExecutionName execution, string input, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.StartAsync(tenant, workflow, execution, input, cancellation));

    public Task<ExecutionStatus?> GetAsync(TenantId tenant, string workflow, ExecutionName execution, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.GetAsync(tenant, workflow, execution, cancellation));

    public Task<bool> StopAsync(TenantId tenant, string workflow, ExecutionName execution, string reason, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.StopAsync(tenant, workflow, execution, reason, cancellation));
}

/// <summary>Connections that fail as planned.</summary>
public sealed class FaultyConnections(IConnections inner, FaultPlan plan) : IConnections
{
    public Task<PushOutcome> PushAsync(TenantId tenant, string connection, ReadOnlyMemory<byte> message, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.PushAsync(tenant, connection, message, cancellation));
}

/// <summary>Secrets that fail as planned.</summary>
public sealed class FaultySecrets(ISecrets inner, FaultPlan plan) : ISecrets
{
    public Task<SecretVersions?> GetAsync(TenantId tenant, string name, CancellationToken cancellation) =>
        plan.CallAsync(() => inner.GetAsync(tenant, name, cancellation));
}
