namespace Ghostbusters.Functions.Tenancy;

/// <summary>What somebody is in a tenant; each may do what the ones before may.</summary>
public enum Role
{
    Viewer,
    Member,
    Admin,
    Owner,
}
