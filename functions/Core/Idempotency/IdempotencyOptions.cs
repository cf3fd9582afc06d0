namespace Ghostbusters.Functions.Idempotency;

/// <summary>How idempotency behaves.</summary>
public sealed record IdempotencyOptions
{
    /// <summary>
    /// How long an outcome is remembered. Default 15 days: longer than a queue and its dead-letter queue keep a message, so
    /// that a late redrive is still recognised.
    /// </summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(15);

    /// <summary>Added to the remaining time of the invocation: the platform ends it a little after its own deadline. Default 1 s.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(1);
}
