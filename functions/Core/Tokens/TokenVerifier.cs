using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ghostbusters.Functions.Tokens;

/// <summary>
/// Verifies access tokens (RFC 8725): RS256 and nothing else, a key of the pool by its id, issuer, times, kind and client.
/// The header never chooses how it is verified.
/// </summary>
public sealed class TokenVerifier(TokenOptions options, JwksCache keys, TimeProvider clock)
{
    private const int MaximumLength = 8192;

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MaximumLength };

    /// <summary>Who shows the token, or why it is refused.</summary>
    /// <exception cref="Exception">The pool's keys cannot be fetched: that is no refusal but an outage, as the fetch threw it.</exception>
    public async Task<TokenOutcome> VerifyAsync(string? text, CancellationToken cancellation)
    {
        if (text is not { Length: > 0 and <= MaximumLength } || Parse(text) is not { } token) return Refused(TokenRefusal.Malformed);
        if (token.Alg != SecurityAlgorithms.RsaSha256) return Refused(TokenRefusal.Algorithm);
        if (string.IsNullOrEmpty(token.Kid) || await keys.FindAsync(token.Kid, cancellation).ConfigureAwait(false) is not { } key)
            return Refused(TokenRefusal.UnknownKey);
        var result = await _handler.ValidateTokenAsync(token, Parameters(key)).ConfigureAwait(false);
        return result.IsValid ? AccessToken.Read(token, options) : Refused(ReasonOf(result.Exception));
    }

    private JsonWebToken? Parse(string text)
    {
        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return null; // Not three parts of base64url JSON: the caller answers that it is malformed.
        }
    }

    /// <summary>The audience is checked by <see cref="AccessToken"/>, because an access token of Cognito has a client instead.</summary>
    private TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        ValidateIssuer = true,
        ValidIssuer = options.Issuer,
        ValidateLifetime = true,
        LifetimeValidator = IsCurrent,
        AudienceValidator = (audiences, _, _) => AccessToken.IsForUs(audiences, options),
    };

    private bool IsCurrent(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (expires is not { } end || end + options.ClockSkew <= now) throw new SecurityTokenExpiredException();
        if (notBefore is { } start && start - options.ClockSkew > now) throw new SecurityTokenNotYetValidException();
        return true;
    }

    private static TokenOutcome Refused(TokenRefusal reason) => new(null, reason);

    private static TokenRefusal ReasonOf(Exception? exception) => exception switch
    {
        SecurityTokenExpiredException or SecurityTokenNoExpirationException => TokenRefusal.Expired,
        SecurityTokenNotYetValidException => TokenRefusal.NotYetValid,
        SecurityTokenInvalidIssuerException => TokenRefusal.Issuer,
        SecurityTokenInvalidAudienceException => TokenRefusal.Client,
        SecurityTokenInvalidAlgorithmException => TokenRefusal.Algorithm,
        SecurityTokenSignatureKeyNotFoundException => TokenRefusal.UnknownKey,
        SecurityTokenInvalidSignatureException => TokenRefusal.Signature,
        _ => TokenRefusal.Malformed,
    };
}
