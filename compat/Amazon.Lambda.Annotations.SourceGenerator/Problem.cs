namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A descriptor's identifier and what its message names.</summary>
internal readonly record struct Problem(string Id, string Argument);
