using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Tokens;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>Who calls: an API key or an access token, from the header or, where a browser cannot set one, from the WebSocket's protocols.</summary>
/// <param name="tokens">Null: this deployment has no user pool, and tokens are refused.</param>
internal sealed class Authentication(Functions.Keys.ApiKeys keys, TokenVerifier? tokens = null)
{
    /// <summary>The protocol that a WebSocket client offers before its key or token.</summary>
    public const string SocketProtocol = "ghostbusters.v1";

    private const string Bearer = "Bearer ";

    /// <summary>The caller; null where nobody, or nobody known, shows a key or token.</summary>
    public async Task<Caller?> CallerOfAsync(APIGatewayProxyRequest request, CancellationToken cancellation)
    {
        if (Shown(request) is not { } text) return null;
        if (text.StartsWith("gb_", StringComparison.Ordinal)) return await keys.VerifyAsync(text, cancellation).ConfigureAwait(false);
        return tokens is null ? null : (await tokens.VerifyAsync(text, cancellation).ConfigureAwait(false)).Caller;
    }

    private static string? Shown(APIGatewayProxyRequest request)
    {
        if (request.HeaderOf("authorization") is { } header)
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
        if (request.HeaderOf("x-api-key") is { } key) return key.Trim();
        var protocols = request.HeaderOf("sec-websocket-protocol")?.Split(',', StringSplitOptions.TrimEntries);
        return protocols is [SocketProtocol, var shown] ? shown : null;
    }
}
