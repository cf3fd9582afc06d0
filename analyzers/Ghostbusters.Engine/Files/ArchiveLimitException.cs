namespace Ghostbusters.Engine.Files;

/// <summary>An archive reached a limit; reading it ends. The message names the limit.</summary>
internal sealed class ArchiveLimitException(string message) : Exception(message);
