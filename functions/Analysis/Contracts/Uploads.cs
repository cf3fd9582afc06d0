using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.Contracts;

/// <summary>Body of <c>POST /ghostbusters/uploads</c>: the bytes that will come.</summary>
/// <param name="Length">1 to 209,715,200 bytes.</param>
/// <param name="Sha256">Their SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="ContentType"><c>application/zip</c> (default), <c>application/x-tar</c> or <c>application/gzip</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UploadAnnouncement(long? Length, string? Sha256, string? ContentType);

/// <summary>Answer 201: where to PUT the bytes, with these headers as they are, within five minutes.</summary>
/// <param name="UploadId">For <see cref="AnalyzeRequest.Upload"/>.</param>
public sealed record UploadTicket(string UploadId, string Method, string Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);
