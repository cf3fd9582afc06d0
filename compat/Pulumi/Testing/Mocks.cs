using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Stands in for the engine and the providers in tests.</summary>
public interface IMocks
{
    /// <summary>A resource is registered: gives its identity (none for a component) and its state, a dictionary or an object.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>A provider's function is called: gives its result, a dictionary or an object.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>A component or the stack registers its outputs.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

/// <summary>The resource that is registered. Secrets are plain, and what is unknown is left out.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    public string? Provider { get; set; }

    public string? Id { get; set; }
}

/// <summary>The function that is called.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    public string? Provider { get; set; }
}

/// <summary>The outputs that a component or the stack registers.</summary>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    public readonly string Urn = urn;

    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}

/// <summary>Gives no identity, and the inputs as state.</summary>
public class EmptyMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>((null, args.Inputs));

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args);
}

/// <summary>What a test run is told of its project and stack.</summary>
public class TestOptions
{
    /// <summary>Default: <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    public string? RootDirectory { get; set; }

    /// <summary>Default: <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Default: true.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>Default: <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }
}
