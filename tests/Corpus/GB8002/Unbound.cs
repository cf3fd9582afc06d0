//@broken
using BCrypt.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.GB8002.Unbound;

public sealed class Logins(JsonWebTokenHandler handler, TokenValidationParameters parameters)
{
    public void Login(string password, string hash)
    {
        BCrypt.Net.BCrypt.Verify(password, hash); //@true GB8002
        Console.WriteLine("Welcome.");
    }

    public string Check(string password, string hash) => BCrypt.Net.BCrypt.Verify(password, hash) ? "yes" : "no"; //@near GB8002

    public async Task<string> ReadAsync(string token)
    {
        await handler.ValidateTokenAsync(token, parameters); //@true GB8002
        return token;
    }

    public async Task<bool> IsRightAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, parameters); //@near GB8002
        return result.IsValid;
    }
}
