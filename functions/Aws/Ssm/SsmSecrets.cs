using System.Collections.Concurrent;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Aws.Ssm;

/// <summary>
/// Secrets as encrypted parameters named prefix/tenant/name. The value is base64 of the current version and, during a
/// rotation, a space and base64 of the one before: one read, so the two always fit together. Kept for five minutes.
/// </summary>
/// <param name="prefix">Such as <c>/ghostbusters/dev</c>.</param>
public sealed class SsmSecrets(IAmazonSimpleSystemsManagement client, string prefix, TimeProvider clock) : ISecrets
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (SecretVersions? Secret, DateTimeOffset ReadAt)> _kept = new(StringComparer.Ordinal);

    public async Task<SecretVersions?> GetAsync(TenantId tenant, string name, CancellationToken cancellation)
    {
        var parameter = $"{prefix}/{tenant.Value}/{name}";
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(parameter, out var kept) && now - kept.ReadAt < Lifetime) return kept.Secret;
        var secret = await ReadAsync(parameter, cancellation).ConfigureAwait(false);
        _kept[parameter] = (secret, now);
        return secret;
    }

    private async Task<SecretVersions?> ReadAsync(string parameter, CancellationToken cancellation)
    {
        try
        {
            var response = await client.GetParameterAsync(new GetParameterRequest { Name = parameter, WithDecryption = true }, cancellation).ConfigureAwait(false);
            return Parse(response.Parameter.Value);
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
    }

    /// <exception cref="FormatException">The value is not of that form; it is not in the message.</exception>
    internal static SecretVersions Parse(string value) => value.Split(' ') switch
    {
        [var current] => new SecretVersions(Read(current), null),
        [var current, var previous] => new SecretVersions(Read(current), Read(previous)),
        _ => throw new FormatException("A secret is one or two versions in base64."),
    };

    private static Secret Read(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > 0
            ? new Secret(bytes.AsSpan(0, length))
            : throw new FormatException("A secret's version is not base64.");
    }
}
