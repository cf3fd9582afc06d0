using System.Net;
using System.Security.Cryptography;

namespace Ghostbusters.Functions.Client.Http;

/// <summary>Whether and when a call is tried again.</summary>
internal static class RetryDelay
{
    /// <summary>Answers that a later try may better.</summary>
    public static bool IsPassing(HttpStatusCode status) => status is
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>What the service asks for, in seconds or as a date; null where it asks for nothing.</summary>
    public static TimeSpan? Asked(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>Doubles with each try, a quarter more or less, so that many clients do not come back together.</summary>
    public static TimeSpan Own(ClientOptions options, int attempt)
    {
        var whole = options.FirstDelay * Math.Pow(2, attempt - 1);
        var share = 0.75 + RandomNumberGenerator.GetInt32(0, 501) / 1000.0;
        return whole * share is var delay && delay < options.LongestDelay ? delay : options.LongestDelay;
    }
}
