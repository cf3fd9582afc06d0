using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Tokens;

/// <summary>Whether a token is good.</summary>
/// <param name="Caller">Who shows it; null where it is refused.</param>
/// <param name="Refusal">Why, for the log only: who shows a bad token is not told.</param>
public sealed record TokenOutcome(Caller? Caller, TokenRefusal Refusal);

/// <summary>Why a token is refused.</summary>
public enum TokenRefusal
{
    None,
    Malformed,
    Algorithm,
    UnknownKey,
    Signature,
    Issuer,
    Expired,
    NotYetValid,
    NotAnAccessToken,
    Client,
    Subject,
    Tenant,
}
