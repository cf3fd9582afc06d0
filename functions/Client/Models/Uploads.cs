namespace Ghostbusters.Functions.Client.Models;

/// <summary>The bytes that will come.</summary>
public sealed record UploadAnnouncement(long Length, string Sha256, string? ContentType);

/// <summary>Where to PUT them, with these headers as they are, within five minutes.</summary>
public sealed record UploadTicket(string UploadId, string Method, string Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);
