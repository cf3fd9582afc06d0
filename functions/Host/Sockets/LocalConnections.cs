using System.Collections.Concurrent;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Host.Sockets;

/// <summary>The WebSocket connections that are open here.</summary>
internal sealed class LocalConnections : IConnections
{
    private readonly ConcurrentDictionary<string, OpenSocket> _open = new(StringComparer.Ordinal);

    public IEnumerable<OpenSocket> Open => _open.Values;

    public void Add(OpenSocket socket) => _open[socket.Id] = socket;

    public void Remove(OpenSocket socket) => _open.TryRemove(socket.Id, out _);

    public async Task<PushOutcome> PushAsync(TenantId tenant, string connection, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        if (!_open.TryGetValue(connection, out var socket) || socket.Tenant != tenant) return PushOutcome.Gone;
        return await socket.SendAsync(message, cancellation).ConfigureAwait(false) ? PushOutcome.Pushed : PushOutcome.Gone;
    }
}
