namespace Ghostbusters.Functions.RateLimits;

/// <summary>A token bucket.</summary>
/// <param name="Name">What is limited, 1 to 64 of a–z, 0–9 and '-'.</param>
/// <param name="Capacity">Calls that may come at once.</param>
/// <param name="PerSecond">Calls a second in the long run.</param>
/// <param name="WhenUnavailable">What happens while the store cannot say.</param>
public sealed record RateLimit(string Name, int Capacity, decimal PerSecond, StoreFailurePolicy WhenUnavailable);

/// <summary>What a limit does while its store fails.</summary>
public enum StoreFailurePolicy
{
    /// <summary>Refuse: for what costs, such as scans. A store that is down must not open the purse.</summary>
    Closed,

    /// <summary>Allow: for reads, which cost little and matter most in an outage.</summary>
    Open,
}

/// <summary>Whether a call may go on.</summary>
/// <param name="IsAllowed">If not, answer 429.</param>
/// <param name="RetryAfter">When a token will be there; zero where the call is allowed.</param>
/// <param name="Failure">The store's failure, where the policy decided; log it.</param>
public sealed record RateDecision(bool IsAllowed, TimeSpan RetryAfter, Exception? Failure = null);
