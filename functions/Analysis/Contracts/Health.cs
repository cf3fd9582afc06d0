namespace Ghostbusters.Functions.Analysis.Contracts;

/// <summary>Answer of <c>GET /health</c>: this process answers. It asks no store, so that a check costs nothing.</summary>
public sealed record HealthAnswer(string Status, string Version);
