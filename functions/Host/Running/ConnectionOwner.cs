using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>Whose a connection is: the owner of the key that it was opened with.</summary>
internal static class ConnectionOwner
{
    private const string Bearer = "Bearer ";

    /// <summary>Null where no good key came with it; its function may let it in nevertheless, and no progress goes there.</summary>
    public static async Task<TenantId?> OfAsync(ApiKeys keys, APIGatewayProxyRequest connect)
    {
        var text = Find(connect.Headers, "authorization") is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : Find(connect.Headers, "x-api-key");
        return (await keys.VerifyAsync(text, CancellationToken.None).ConfigureAwait(false))?.Tenant;
    }

    private static string? Find(IDictionary<string, string>? values, string name) =>
        values?.FirstOrDefault(v => v.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
