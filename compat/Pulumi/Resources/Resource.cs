using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something that a program declares: a component or a provider's resource.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations;
    private readonly ImmutableDictionary<string, ProviderResource> _providers;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options)
    {
        if (string.IsNullOrEmpty(type)) throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        if (string.IsNullOrEmpty(name)) throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        var deployment = Deployment.Running;
        var outputs = ResourceOutputs.Of(this);

        (_type, _name) = (type, name);
        var parent = type == Stack.TypeToken ? null : options.Parent ?? deployment.Root;
        _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
        foreach (var transformation in _transformations)
        {
            if (transformation(new(this, args, options)) is not { } transformed) continue;
            if (transformed.Options.Parent != options.Parent)
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            (args, options) = (transformed.Args, transformed.Options);
        }

        if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);

        options = options.Copy();
        options.Protect ??= options.Parent?._protect;
        _protect = options.Protect;
        _providers = options.Parent?._providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (custom && options.Provider is null) options.Provider = _providers.GetValueOrDefault(type.Split(':')[0]);
        foreach (var provider in options.OwnProviders()) _providers = _providers.SetItem(provider.Package, provider);

        Registration = new(this, parent, args, options, custom, deployment);
        deployment.Register(Registration, outputs);
    }

    /// <summary>The name that the engine gives to the resource.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal Registration Registration { get; }

    /// <summary>The type's token; a method, so that it takes no output's name.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name in the program; a method, so that it takes no output's name.</summary>
    public string GetResourceName() => _name;
}
