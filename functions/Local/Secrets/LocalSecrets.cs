using System.Security.Cryptography;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Secrets;

/// <summary>Secrets in the local host's file, which only its user can read: the file's permissions are their protection.</summary>
public sealed class LocalSecrets(SqliteStore store) : ISecrets
{
    private const int Length = 32;

    public Task<SecretVersions?> GetAsync(TenantId tenant, string name, CancellationToken cancellation)
    {
        _ = tenant.Value;
        return store.ReadAsync(session => Find(session, tenant, name), cancellation);
    }

    /// <summary>The secret of that name; a random one is made where there is none.</summary>
    public Task<SecretVersions> GetOrMakeAsync(TenantId tenant, string name, CancellationToken cancellation)
    {
        _ = tenant.Value;
        return store.WriteAsync(
            session =>
            {
                session.Execute("INSERT OR IGNORE INTO secrets (tenant, name, current) VALUES ($tenant, $name, $current)",
                    ("$tenant", tenant.Value), ("$name", name), ("$current", RandomNumberGenerator.GetBytes(Length)));
                return Find(session, tenant, name)!;
            },
            cancellation);
    }

    /// <summary>Makes a secret the current one; the one before still verifies until <see cref="RetireAsync"/> or the next rotation.</summary>
    public Task RotateAsync(TenantId tenant, string name, Secret secret, CancellationToken cancellation)
    {
        _ = tenant.Value;
        var bytes = secret.Bytes.ToArray();
        return store.WriteAsync(
            session => session.Execute(
                """
                INSERT INTO secrets (tenant, name, current) VALUES ($tenant, $name, $current)
                ON CONFLICT (tenant, name) DO UPDATE SET previous = current, current = excluded.current
                """,
                ("$tenant", tenant.Value), ("$name", name), ("$current", bytes)),
            cancellation);
    }

    /// <summary>Ends a rotation: the one before verifies no more.</summary>
    public Task RetireAsync(TenantId tenant, string name, CancellationToken cancellation)
    {
        _ = tenant.Value;
        return store.WriteAsync(
            session => session.Execute("UPDATE secrets SET previous = NULL WHERE tenant = $tenant AND name = $name", ("$tenant", tenant.Value), ("$name", name)),
            cancellation);
    }

    private static SecretVersions? Find(SqliteSession session, TenantId tenant, string name) => session.Query(
        "SELECT current, previous FROM secrets WHERE tenant = $tenant AND name = $name",
        static row => new SecretVersions(new Secret(row.GetFieldValue<byte[]>(0)), row.IsDBNull(1) ? null : new Secret(row.GetFieldValue<byte[]>(1))),
        ("$tenant", tenant.Value), ("$name", name)).SingleOrDefault();
}
