using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Testing;

/// <summary>Callers as the verifiers make them, for tests of what comes after.</summary>
public static class TestCallers
{
    public static Caller Of(TenantId tenant, Role role = Role.Member, params string[] scopes) => new(tenant, "user-1", scopes, role);
}
