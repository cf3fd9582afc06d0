//@broken
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.GB8206.Unbound;

public static class Startup
{
    public static void Configure(IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer(options =>
        {
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidateIssuer = false, //@near GB8206
                ValidateIssuerSigningKey = false, //@near GB8206
                RequireSignedTokens = false, //@true GB8206
                ValidateLifetime = false, //@true GB8206
            };
            options.TokenValidationParameters.ValidateLifetime = true; //@near GB8206
            options.TokenValidationParameters.RequireExpirationTime = false; //@true GB8206
        });
    }
}
