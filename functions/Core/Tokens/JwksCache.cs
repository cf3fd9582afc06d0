using Microsoft.IdentityModel.Tokens;

namespace Ghostbusters.Functions.Tokens;

/// <summary>
/// The pool's public keys, kept for two hours; a key id that is not among them has them fetched again, at most once a
/// minute, so that made-up ids do not become a storm on the pool.
/// </summary>
/// <param name="fetch">Gets the JWKS document.</param>
public sealed class JwksCache(Func<CancellationToken, Task<string>> fetch, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
    public static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(1);

    private const int LeastBits = 2048;

    private readonly SemaphoreSlim _fetching = new(1);
    private volatile KeySet? _keys;

    /// <summary>The RSA signing key of that id; null where there is none.</summary>
    public async Task<SecurityKey?> FindAsync(string keyId, CancellationToken cancellation)
    {
        if (Usable(_keys, keyId) is { } keys) return keys.ById.GetValueOrDefault(keyId);
        await _fetching.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (Usable(_keys, keyId) is not { } fetched)
                _keys = fetched = new KeySet(Read(await fetch(cancellation).ConfigureAwait(false)), clock.GetUtcNow());
            return fetched.ById.GetValueOrDefault(keyId);
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private KeySet? Usable(KeySet? keys, string keyId)
    {
        if (keys is null) return null;
        var age = clock.GetUtcNow() - keys.FetchedAt;
        return age < (keys.ById.ContainsKey(keyId) ? Lifetime : LeastPause) ? keys : null;
    }

    /// <summary>Only RSA keys for signatures: whatever else stands in the document signs nothing here.</summary>
    private static Dictionary<string, SecurityKey> Read(string document) => new JsonWebKeySet(document).Keys
        .Where(static k => k is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, KeySize: >= LeastBits } && k.Use is null or "sig" && k.Alg is null or SecurityAlgorithms.RsaSha256)
        .GroupBy(static k => k.Kid, StringComparer.Ordinal)
        .ToDictionary(static k => k.Key, static k => (SecurityKey)k.First(), StringComparer.Ordinal);

    private sealed record KeySet(IReadOnlyDictionary<string, SecurityKey> ById, DateTimeOffset FetchedAt);
}
