namespace Ghostbusters.Functions.Queues;

/// <summary>Attributes that the queues themselves write.</summary>
public static class MessageAttributeNames
{
    /// <summary>Carries the tenant where the queue has no place of its own for it; no sender may set it.</summary>
    public const string Tenant = "tenant";

    /// <summary>Says why a message is among the dead letters.</summary>
    public const string Reason = "dead-letter-reason";
}
