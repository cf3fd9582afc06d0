using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>Calls of forges' APIs and of callbacks: JSON there, JSON back.</summary>
internal sealed class ForgeCalls(SafeHttp http)
{
    private const int MaximumAnswer = 16 * 1024 * 1024;

    /// <exception cref="ForgeRefusedException">The other side will not have it, now or later.</exception>
    /// <exception cref="HttpRequestException">The other side fails for now.</exception>
    public Task<byte[]> SendAsync<T>(
        HttpMethod method, string url, IReadOnlyDictionary<string, string> credentials, T? body, JsonTypeInfo<T>? type, CancellationToken cancellation) => http.SendAsync(
        new OutboundRequest(method, new Uri(url))
        {
            Credentials = credentials,
            Accept = "application/json",
            Body = body is null || type is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, type),
        },
        static async (response, token) =>
        {
            if (IsRefusal(response)) throw new ForgeRefusedException((int)response.StatusCode);
            response.EnsureSuccessStatusCode();
            return await BoundedCopy.ReadAsync(response, MaximumAnswer, token).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>What there is; null where there is none.</summary>
    public async Task<T?> FindAsync<T>(string url, IReadOnlyDictionary<string, string> credentials, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await SendAsync<object>(HttpMethod.Get, url, credentials, null, null, cancellation).ConfigureAwait(false), type);
        }
        catch (ForgeRefusedException refused) when (refused.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Makes something, and says what was made.</summary>
    /// <exception cref="InvalidDataException">The answer says nothing.</exception>
    public async Task<TMade> MakeAsync<T, TMade>(
        string url, IReadOnlyDictionary<string, string> credentials, T body, JsonTypeInfo<T> type, JsonTypeInfo<TMade> made, CancellationToken cancellation) =>
        JsonSerializer.Deserialize(await SendAsync(HttpMethod.Post, url, credentials, body, type, cancellation).ConfigureAwait(false), made)
        ?? throw new InvalidDataException("The forge answered nothing.");

    /// <summary>GitHub answers 403 as well where one asks too often; then it says when one may again.</summary>
    private static bool IsRefusal(HttpResponseMessage response) => (int)response.StatusCode is >= 300 and < 500 and not 408 and not 429
        && !(response.StatusCode == HttpStatusCode.Forbidden && (response.Headers.RetryAfter is not null || IsUsedUp(response)));

    private static bool IsUsedUp(HttpResponseMessage response) => response.Headers.TryGetValues("x-ratelimit-remaining", out var left) && left.Contains("0");
}

/// <summary>The other side refuses for good.</summary>
internal sealed class ForgeRefusedException(int status) : Exception(FormattableString.Invariant($"The answer is {status}: trying again does not help."))
{
    public int Status { get; } = status;
}
