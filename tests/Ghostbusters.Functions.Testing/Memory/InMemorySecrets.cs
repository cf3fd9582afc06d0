using System.Collections.Concurrent;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Testing.Memory;

/// <summary>Secrets that a test sets.</summary>
public sealed class InMemorySecrets : ISecrets
{
    private readonly ConcurrentDictionary<(TenantId, string), SecretVersions> _secrets = new();

    public void Set(TenantId tenant, string name, SecretVersions secret) => _secrets[(tenant, name)] = secret;

    public Task<SecretVersions?> GetAsync(TenantId tenant, string name, CancellationToken cancellation) => Task.FromResult(_secrets.GetValueOrDefault((tenant, name)));
}
