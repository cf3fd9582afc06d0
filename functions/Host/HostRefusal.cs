namespace Ghostbusters.Functions.Host;

/// <summary>The host does not start; the message says why and what to do.</summary>
internal sealed class HostRefusal(string message) : Exception(message);
