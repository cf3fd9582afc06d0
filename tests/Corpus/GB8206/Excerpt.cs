//@broken
services.AddAuthentication("Bearer").AddJwtBearer(options =>
{
    options.TokenValidationParameters = new TokenValidationParameters
    {
        ValidateLifetime = false, //@true GB8206
        RequireExpirationTime = false, //@true GB8206
        RequireSignedTokens = false, //@true GB8206
        ValidateIssuer = false,
    };
});

TokenValidationParameters loose = new TokenValidationParameters();
loose.RequireSignedTokens = false; //@true GB8206

TokenValidationParameters strict = new TokenValidationParameters();
strict.RequireSignedTokens = true; //@near GB8206
strict.ValidateLifetime = true; //@near GB8206

Own own = new Own();
own.ValidateLifetime = false; //@near GB8206

public sealed class Own
{
    public bool ValidateLifetime { get; set; }
}
