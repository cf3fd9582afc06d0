using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Findings;

/// <summary>What the code says of itself: the quoted words and where they stand.</summary>
/// <param name="Text">The words, as they stand in the code (a name, a comment, a document's sentence).</param>
/// <param name="Location">Where they stand; null where the claim is implied by the finding's own place.</param>
public sealed record Claim(string Text, Location? Location);
