using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>
/// The user pool whose access tokens are taken: <c>GHOSTBUSTERS_TOKEN_ISSUER</c>, and <c>GHOSTBUSTERS_TOKEN_CLIENTS</c> separated by
/// spaces. Without them, and without a host's own verifier, only API keys are.
/// </summary>
internal static class UserPool
{
    private const int MaximumDocument = 64 * 1024;

    public static void Register(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("GHOSTBUSTERS_TOKEN_ISSUER") is not { Length: > 0 } issuer) return;
        var clients = (Environment.GetEnvironmentVariable("GHOSTBUSTERS_TOKEN_CLIENTS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var options = new TokenOptions { Issuer = issuer, Clients = new HashSet<string>(clients, StringComparer.Ordinal) };
        services.TryAddSingleton(provider => new JwksCache(
            cancellation => FetchAsync(provider.GetRequiredService<SafeHttp>(), issuer, cancellation), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new TokenVerifier(options, provider.GetRequiredService<JwksCache>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static Task<string> FetchAsync(SafeHttp http, string issuer, CancellationToken cancellation) => http.SendAsync(
        new OutboundRequest(HttpMethod.Get, new Uri(issuer.TrimEnd('/') + "/.well-known/jwks.json")),
        static async (response, token) =>
        {
            response.EnsureSuccessStatusCode();
            return System.Text.Encoding.UTF8.GetString(await BoundedCopy.ReadAsync(response, MaximumDocument, token).ConfigureAwait(false));
        },
        cancellation);
}
