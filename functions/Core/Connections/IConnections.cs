using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Connections;

/// <summary>Sends to WebSocket connections that are open.</summary>
public interface IConnections
{
    /// <summary>Sends one text message.</summary>
    /// <param name="tenant">Whose connection it is; a connection of somebody else is <see cref="PushOutcome.Gone"/>.</param>
    /// <param name="connection">As the connect event named it.</param>
    /// <param name="message">UTF-8, at most 32 KB, which is a frame of API Gateway.</param>
    Task<PushOutcome> PushAsync(TenantId tenant, string connection, ReadOnlyMemory<byte> message, CancellationToken cancellation);
}

/// <summary>What became of a message to a connection.</summary>
public enum PushOutcome
{
    /// <summary>It was handed to the connection.</summary>
    Pushed,

    /// <summary>The connection is closed: forget it.</summary>
    Gone,
}
