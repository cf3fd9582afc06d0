using System.Collections.Concurrent;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Testing.Memory;

/// <summary>Connections that a test opens and closes; what was pushed is kept.</summary>
public sealed class InMemoryConnections : IConnections
{
    private readonly ConcurrentDictionary<(TenantId, string), ConcurrentQueue<byte[]>> _open = new();

    /// <summary>What happens between a function's decision to push and its push: how one push overtakes another.</summary>
    public Func<ReadOnlyMemory<byte>, Task>? BeforePush { get; set; }

    public void Open(TenantId tenant, string connection) => _open[(tenant, connection)] = new ConcurrentQueue<byte[]>();

    public void Close(TenantId tenant, string connection) => _open.TryRemove((tenant, connection), out _);

    public IReadOnlyCollection<byte[]> Pushed(TenantId tenant, string connection) => _open.GetValueOrDefault((tenant, connection))?.ToArray() ?? [];

    public async Task<PushOutcome> PushAsync(TenantId tenant, string connection, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        if (BeforePush is { } before) await before(message);
        if (!_open.TryGetValue((tenant, connection), out var pushed)) return PushOutcome.Gone;
        pushed.Enqueue(message.ToArray());
        return PushOutcome.Pushed;
    }
}
