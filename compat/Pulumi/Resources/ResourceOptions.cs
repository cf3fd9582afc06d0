namespace Pulumi;

/// <summary>How the engine handles a resource.</summary>
public abstract class ResourceOptions
{
    private protected ResourceOptions()
    {
    }

    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn { get => field ??= new(); set; }

    /// <summary>True: the engine refuses to delete it. Children inherit it.</summary>
    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get => field ??= []; set; }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    public List<Input<Alias>> Aliases { get; set; } = [];

    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    public string? PluginDownloadURL { get; set; }

    /// <summary>True: the provider keeps it when the stack forgets it.</summary>
    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    internal abstract ResourceOptions Copy();

    /// <summary>The providers that the resource and its children use.</summary>
    internal virtual IEnumerable<ProviderResource> OwnProviders() => Provider is null ? [] : [Provider];

    /// <summary>Takes over what the other has; lists are joined.</summary>
    private protected void TakeOver(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Urn = other.Urn ?? Urn;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        DependsOn = DependsOn.Concat(other.DependsOn);
        IgnoreChanges = [.. IgnoreChanges, .. other.IgnoreChanges];
        ResourceTransformations = [.. ResourceTransformations, .. other.ResourceTransformations];
        Aliases = [.. Aliases, .. other.Aliases];
        ReplaceOnChanges = [.. ReplaceOnChanges, .. other.ReplaceOnChanges];
    }
}

/// <summary>How the engine handles a provider's resource.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    public string? ImportId { get; set; }

    /// <summary>Both; where both say something, the second.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<CustomResourceOptions>())
        {
            merged.TakeOver(options);
            merged.DeleteBeforeReplace = options.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = options.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs = [.. merged.AdditionalSecretOutputs, .. options.AdditionalSecretOutputs];
        }

        return merged;
    }

    internal override ResourceOptions Copy() => Merge(this, null);
}

/// <summary>How the engine handles a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <summary>Both; where both say something, the second; of two providers of a package the second's.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<ComponentResourceOptions>())
        {
            merged.TakeOver(options);
            merged.Providers = [.. merged.Providers.ExceptBy(options.Providers.Select(p => p.Package), p => p.Package), .. options.Providers];
        }

        return merged;
    }

    internal override ResourceOptions Copy() => Merge(this, null);

    internal override IEnumerable<ProviderResource> OwnProviders() => [.. base.OwnProviders(), .. Providers];
}

/// <summary>What is set for the resources of a stack.</summary>
public class StackOptions
{
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }
}

/// <summary>How long the engine waits.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }
}

/// <summary>A name that the resource had before.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }
}

/// <summary>How a provider's function is called.</summary>
public class InvokeOptions
{
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}

/// <summary>How a provider's function is called whose result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get => field ??= new(); set; }
}
