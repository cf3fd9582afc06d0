using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Pulumi.Recording;

/// <summary>Everything that a run registered, in an order that does not depend on the run.</summary>
/// <param name="Resources">Components and providers' resources, by type and name; the stack itself is not among them.</param>
/// <param name="Outputs">The stack's outputs, in the form of <see cref="RecordedResource.Inputs"/>.</param>
public sealed record ResourceGraph(ImmutableArray<RecordedResource> Resources, JsonObject Outputs)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The graph of the run that gave these resources.</summary>
    /// <param name="resources">What <c>Deployment.TestAsync</c> returned.</param>
    public static ResourceGraph Of(IEnumerable<Resource> resources)
    {
        var registrations = resources.Select(resource => resource.Registration).ToImmutableArray();
        var stack = registrations.Select(registration => registration.Deployment.Root?.Registration).FirstOrDefault();
        return new(
            [.. from registration in registrations
                where registration.Resource is not Stack
                let recorded = Of(registration)
                orderby recorded.Type, recorded.Name, recorded.Urn
                select recorded],
            Wire.Json(stack?.Outputs));
    }

    /// <summary>JSON that the judge reads; the same for the same graph.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    private static RecordedResource Of(Registration registration)
    {
        var registered = registration.Result
            ?? throw new InvalidOperationException($"{registration.Resource.GetResourceName()} is not registered: its run has not ended");
        return new(
            registration.Resource.GetResourceType(),
            registration.Resource.GetResourceName(),
            registered.Urn,
            registered.ParentUrn,
            registration.IsCustom,
            registered.Id,
            Wire.Json(registered.Inputs),
            Wire.Json(registration.Outputs),
            registered.Dependencies,
            Of(registration.Options, registered));
    }

    private static RecordedOptions Of(ResourceOptions options, Registered registered)
    {
        var custom = options as CustomResourceOptions;
        return new(
            options.Protect,
            options.RetainOnDelete,
            custom?.DeleteBeforeReplace,
            registered.ProviderUrn,
            custom?.ImportId,
            options.DeletedWith?.Registration.Result?.Urn,
            registered.DependsOn,
            [.. options.IgnoreChanges],
            [.. options.ReplaceOnChanges],
            [.. custom?.AdditionalSecretOutputs ?? []],
            options.CustomTimeouts?.Create,
            options.CustomTimeouts?.Update,
            options.CustomTimeouts?.Delete);
    }
}
