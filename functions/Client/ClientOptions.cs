namespace Ghostbusters.Functions.Client;

/// <summary>Which service, and how patiently.</summary>
/// <param name="Server">Its address, with the path that it is served under; https unless it is this machine.</param>
/// <param name="Key">An API key or an access token.</param>
public sealed record ClientOptions(Uri Server, string Key)
{
    /// <summary>Where progress is told, <c>wss://…</c>. Default: at the server, as <c>ghostbusters serve</c> does.</summary>
    public Uri? Progress { get; init; }

    /// <summary>What a gateway before the service knows this group of machines by; sent as <c>x-api-key</c>. Default none.</summary>
    public string? GatewayKey { get; init; }

    /// <summary>How often a call is tried at most. Default 4; 1 tries once.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Before the second try; doubles with each. Where the service says when to come back, that counts. Default half a second.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Where the service wants a longer wait, the call fails instead, with its <c>RetryAfter</c>. Default one minute.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock of delays.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The key does not stand in logs.</summary>
    public override string ToString() => Server.ToString();
}
