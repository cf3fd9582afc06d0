using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a resource was declared with, and what became of it.</summary>
internal sealed class Registration(Resource resource, Resource? parent, ResourceArgs args, ResourceOptions options, bool isCustom, Deployment deployment)
{
    public Resource Resource { get; } = resource;

    public Resource? Parent { get; } = parent;

    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;

    public bool IsCustom { get; } = isCustom;

    public Deployment Deployment { get; } = deployment;

    /// <summary>Null until the arguments are there.</summary>
    public Registered? Result { get; set; }

    /// <summary>What the component or stack registered; null if it did not, or not yet.</summary>
    public ImmutableDictionary<string, object?>? Outputs { get; set; }
}

/// <summary>A registered resource: its URNs and serialised arguments.</summary>
internal sealed record Registered(
    string Urn,
    string? ParentUrn,
    string? Id,
    string? ProviderUrn,
    ImmutableDictionary<string, object?> Inputs,
    ImmutableArray<string> DependsOn,
    ImmutableArray<string> Dependencies);
