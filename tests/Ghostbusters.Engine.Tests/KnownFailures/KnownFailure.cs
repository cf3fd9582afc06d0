namespace Ghostbusters.Engine.Tests.KnownFailures;

/// <summary>A failure that the world knows, told again as C#: what was claimed, and what was done.</summary>
/// <param name="Name">What it is known as.</param>
/// <param name="RuleId">The rule that has to speak of it.</param>
/// <param name="Files">Its code and documents, by path.</param>
internal sealed record KnownFailure(string Name, string RuleId, params (string Path, string Text)[] Files);
