using System.Text.Json.Serialization;

namespace Ghostbusters.Engine.Analysis;

/// <summary>What the cache keeps of one project.</summary>
internal sealed record CachedProject(ImmutableArray<Finding> Findings, ImmutableArray<Notice> Notices);

[JsonSerializable(typeof(CachedProject))]
internal sealed partial class CacheJson : JsonSerializerContext;
