namespace Ghostbusters.Functions.Aws.Sqs;

/// <summary>Where a queue is.</summary>
/// <param name="Url">Its address.</param>
/// <param name="DeadLetters">Its dead-letter queue's address; null: it has none.</param>
public sealed record SqsAddress(string Url, string? DeadLetters = null);
