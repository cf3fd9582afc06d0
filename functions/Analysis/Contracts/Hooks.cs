using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.Contracts;

/// <summary>Body of <c>POST /ghostbusters/hooks</c>: a webhook that may have one repository analysed.</summary>
/// <param name="Kind"><c>github</c>, <c>gitlab</c> or <c>ci</c>.</param>
/// <param name="Repository">Its address as people see it; events about another one are ignored.</param>
/// <param name="Floor">As in <see cref="AnalyzeOptions.Floor"/>, for every analysis that the webhook has made.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HookRequest(string? Kind, string? Repository, string? Floor = null);

/// <summary>A hook.</summary>
/// <param name="Path">The address to enter at the forge, on this host.</param>
public sealed record HookInfo(string HookId, string Kind, string Repository, string? Floor, string Path, DateTimeOffset CreatedAt);

/// <summary>Answer 201: the secret, this once.</summary>
/// <param name="Secret">For GitHub and GitLab as it is; for <c>ci</c> it is a Standard Webhooks secret (<c>whsec_…</c>).</param>
public sealed record HookCreated(string Secret, HookInfo Info);

/// <summary>Answer of <c>GET /ghostbusters/hooks</c>.</summary>
public sealed record HookList(IReadOnlyList<HookInfo> Items);

/// <summary>Answer of a webhook that has an analysis made.</summary>
public sealed record HookAccepted(string AnalysisId);

/// <summary>Body of <c>POST /webhooks/ci</c>.</summary>
/// <param name="Event"><c>push</c>; others are answered 204.</param>
/// <param name="Repository">The hook's.</param>
/// <param name="Ref">Branch or tag.</param>
/// <param name="Commit">What is analysed.</param>
/// <param name="CallbackUrl">As in <see cref="AnalyzeOptions.CallbackUrl"/>.</param>
public sealed record CiEvent(string? Event, string? Repository, string? Ref, string? Commit, string? CallbackUrl);
