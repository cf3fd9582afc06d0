using System.IdentityModel.Tokens.Jwt;
using Jose;
using JWT;
using JWT.Builder;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.IdentityModel.Tokens
{
    public class SecurityToken;

    public delegate SecurityToken SignatureValidator(string token, TokenValidationParameters parameters);

    public delegate bool LifetimeValidator(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters);

    public class TokenValidationParameters
    {
        public bool RequireSignedTokens { get; set; } = true;

        public bool ValidateLifetime { get; set; } = true;

        public bool RequireExpirationTime { get; set; } = true;

        public SignatureValidator? SignatureValidator { get; set; }

        public LifetimeValidator? LifetimeValidator { get; set; }
    }
}

namespace System.IdentityModel.Tokens.Jwt
{
    public class JwtSecurityToken(string text) : SecurityToken
    {
        public string Text { get; } = text;
    }
}

namespace JWT.Builder
{
    public class JwtBuilder
    {
        public JwtBuilder DoNotVerifySignature() => this;

        public JwtBuilder WithVerifySignature(bool verify) => verify ? this : new JwtBuilder();

        public string Decode(string token) => token + GetHashCode();
    }
}

namespace JWT
{
    public interface IJwtDecoder
    {
        string Decode(string token, string key, bool verify);
    }

    public class ValidationParameters
    {
        public bool ValidateSignature { get; set; } = true;

        public bool ValidateExpirationTime { get; set; } = true;
    }
}

namespace Jose
{
    public enum JwsAlgorithm
    {
        none,
        HS256,
    }

    public static class JWT
    {
        public static string Decode(string token, object? key, JwsAlgorithm algorithm) => token + key + algorithm;

        public static string Encode(object payload, object? key, JwsAlgorithm algorithm) => payload + "." + key + algorithm;
    }
}

namespace Corpus.GB8206.True
{
    public sealed class Validation
    {
        private const bool Off = false;
        private static readonly bool ChecksTime = false;

        public TokenValidationParameters Unsigned() => new() { RequireSignedTokens = false }; //@true GB8206

        public TokenValidationParameters Endless() => new() { ValidateLifetime = false }; //@true GB8206

        public TokenValidationParameters NoEnd() => new() { RequireExpirationTime = false }; //@true GB8206

        public TokenValidationParameters FromConstant() => new() { ValidateLifetime = Off }; //@true GB8206

        public TokenValidationParameters FromField() => new() { ValidateLifetime = ChecksTime }; //@true GB8206

        public void ByStatement(TokenValidationParameters parameters)
        {
            parameters.RequireSignedTokens = false; //@true GB8206
        }

        public void FromLocal(TokenValidationParameters parameters)
        {
            var check = false;
            parameters.ValidateLifetime = check; //@true GB8206
        }

        public TokenValidationParameters Reads() => new() { SignatureValidator = (token, _) => new JwtSecurityToken(token) }; //@true GB8206

        public TokenValidationParameters ReadsInBlock() => new()
        {
            SignatureValidator = delegate (string token, TokenValidationParameters _) //@true GB8206
            {
                var read = new JwtSecurityToken(token);
                return read;
            },
        };

        public TokenValidationParameters ReadsByGroup() => new() { SignatureValidator = Read }; //@true GB8206

        public TokenValidationParameters AnyTime() => new() { LifetimeValidator = (_, _, _, _) => true }; //@true GB8206

        public TokenValidationParameters AnyTimeInBlock() => new() { LifetimeValidator = delegate { return true; } }; //@true GB8206

        public void SetLater(TokenValidationParameters parameters) => parameters.SignatureValidator = (token, _) => new JwtSecurityToken(token); //@true GB8206

        private static SecurityToken Read(string token, TokenValidationParameters parameters) => new JwtSecurityToken(token);
    }

    public sealed class Decoding(IJwtDecoder decoder)
    {
        public string Off(string token) => new JwtBuilder().DoNotVerifySignature().Decode(token); //@true GB8206

        public string OffByArgument(string token) => new JwtBuilder().WithVerifySignature(false).Decode(token); //@true GB8206

        public string Unverified(string token, string key) => decoder.Decode(token, key, verify: false); //@true GB8206

        public string UnverifiedByPlace(string token, string key) => decoder.Decode(token, key, false); //@true GB8206

        public ValidationParameters Parameters() => new() { ValidateSignature = false }; //@true GB8206

        public ValidationParameters AnyAge() => new() { ValidateExpirationTime = false }; //@true GB8206

        public string None(string token) => Jose.JWT.Decode(token, null, JwsAlgorithm.none); //@true GB8206

        public string Make(object payload) => Jose.JWT.Encode(payload, null, JwsAlgorithm.none); //@true GB8206
    }

    public sealed class Near(IJwtDecoder decoder, bool isDevelopment)
    {
        public TokenValidationParameters Checked() => new() { ValidateLifetime = true, RequireSignedTokens = true }; //@near GB8206

        public TokenValidationParameters OfExpired() => new() { ValidateLifetime = false }; //@near GB8206

        public TokenValidationParameters Configured(bool lifetime) => new() { ValidateLifetime = lifetime }; //@near GB8206

        public TokenValidationParameters OwnLifetime() => new() { ValidateLifetime = false, LifetimeValidator = (_, until, _, _) => until > DateTime.UtcNow }; //@near GB8206

        public TokenValidationParameters RealSignature(Func<string, SecurityToken> verify) => new() { SignatureValidator = (token, _) => verify(token) }; //@near GB8206

        public TokenValidationParameters ChecksAfterReading(Func<string, bool> isSigned) => new()
        {
            SignatureValidator = (token, _) => //@near GB8206
            {
                if (!isSigned(token))
                    throw new InvalidOperationException("The signature is wrong.");
                return new JwtSecurityToken(token);
            },
        };

        public TokenValidationParameters LifetimeOf() => new() { LifetimeValidator = (from, until, _, _) => from < DateTime.UtcNow && until > DateTime.UtcNow }; //@near GB8206

        public void InDevelopment(TokenValidationParameters parameters)
        {
            if (isDevelopment)
                parameters.RequireSignedTokens = false; //@near GB8206
        }

        public bool IsUnsigned(TokenValidationParameters parameters) => parameters.RequireSignedTokens == false; //@near GB8206

        public string Verified(string token, string key) => decoder.Decode(token, key, verify: true); //@near GB8206

        public string On(string token) => new JwtBuilder().WithVerifySignature(true).Decode(token); //@near GB8206

        public string Signed(string token, byte[] key) => Jose.JWT.Decode(token, key, JwsAlgorithm.HS256); //@near GB8206

        public ValidationParameters Parameters() => new() { ValidateSignature = true }; //@near GB8206

        public JwtSecurityToken Show(string token) => new(token); //@near GB8206
    }

    public sealed class RefreshTokens
    {
        public TokenValidationParameters Principal() => new() { ValidateLifetime = false }; //@near GB8206

        public void Renew(TokenValidationParameters parameters) => parameters.RequireExpirationTime = false; //@near GB8206
    }

    public sealed class Logout
    {
        public TokenValidationParameters IdTokenHint() => new() { ValidateLifetime = false }; //@near GB8206
    }

    /// <summary>Properties of one's own that have the names.</summary>
    public sealed class Candles
    {
        public bool ValidateLifetime { get; set; }

        public bool RequireSignedTokens { get; set; }

        public void Burn() => ValidateLifetime = false; //@near GB8206

        public Candles Copy() => new() { RequireSignedTokens = false }; //@near GB8206

        public void Set(bool value) => ValidateLifetime = !value; //@near GB8206
    }
}
