using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.Contracts;

/// <summary>Body of <c>POST /ghostbusters/keys</c>.</summary>
/// <param name="Label">1 to 100 characters.</param>
/// <param name="Scopes">Of the caller's own.</param>
/// <param name="ExpiresInDays">1 to 366. Default 90.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record KeyRequest(string? Label, IReadOnlyList<string>? Scopes, int? ExpiresInDays);

/// <summary>What is known of a key.</summary>
/// <param name="LastUsedAt">To within an hour; null: never.</param>
public sealed record KeyInfo(
    string KeyId, string Label, IReadOnlyList<string> Scopes, string Role, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>Answer 201: the key itself, this once.</summary>
public sealed record KeyCreated(string Key, KeyInfo Info);

/// <summary>Answer of <c>GET /ghostbusters/keys</c>, oldest first.</summary>
public sealed record KeyList(IReadOnlyList<KeyInfo> Items);
