using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>A run of a program. This one has mocks for an engine: see <see cref="RunAsync(Action)"/>.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Local = new();

    private readonly IMocks _mocks;
    private readonly TestOptions _options;
    private readonly DeploymentInstance _instance;
    private readonly List<Registration> _registrations = [];

    private Deployment(IMocks mocks, TestOptions? options)
    {
        _mocks = mocks;
        _options = options ?? new();
        _instance = new(this);
    }

    /// <exception cref="InvalidOperationException">No program runs.</exception>
    public static DeploymentInstance Instance => Running._instance;

    internal static Deployment? Current => Local.Value;

    internal static Deployment Running =>
        Local.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal RunningTasks Tasks { get; } = new();

    internal Configuration Configuration { get; } = Configuration.Read();

    internal Stack? Root { get; set; }

    internal string OrganizationName => _options.OrganizationName ?? "organization";

    internal string ProjectName => _options.ProjectName ?? "project";

    internal string StackName => _options.StackName ?? "stack";

    internal string RootDirectory => _options.RootDirectory
        ?? throw new InvalidOperationException("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    internal bool IsPreview => _options.IsPreview ?? true;

    internal void Register(Registration registration, ResourceOutputs outputs)
    {
        lock (_registrations) _registrations.Add(registration);
        Tasks.Add(RegisterAsync(registration, outputs));
    }

    internal void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        Tasks.Add(Registered());

        async Task Registered()
        {
            var urn = await component.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            var serialised = await new Serializer().SerializeAsync(urn, outputs).ConfigureAwait(false);
            component.Registration.Outputs = Plain.Of(serialised).Value is null && serialised is not ImmutableDictionary<string, object?>
                ? ImmutableDictionary<string, object?>.Empty
                : (ImmutableDictionary<string, object?>)serialised!;
            var values = component.Registration.Outputs.ToImmutableDictionary(pair => pair.Key, pair => Read(pair.Value));
            await _mocks.RegisterResourceOutputs(new(urn, values)).ConfigureAwait(false);
        }
    }

    internal async Task<OutputData<T>> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var serializer = new Serializer();
        var inputs = await serializer.MapAsync(token, args.Members()).ConfigureAwait(false);
        var plain = Plain.Of(inputs);
        ImmutableHashSet<Resource> dependencies = [.. serializer.Dependencies];
        if (!plain.IsKnown) return new(dependencies, default!, IsKnown: false, plain.IsSecret);

        var provider = await ReferenceAsync(options?.Provider).ConfigureAwait(false);
        var result = await _mocks.CallAsync(new() { Token = token, Args = Known(inputs), Provider = provider }).ConfigureAwait(false);
        var (value, isKnown, isSecret) = Plain.Of(await StateAsync(token, result).ConfigureAwait(false));
        return new(dependencies, (T)Deserializer.To(typeof(T), value, token)!, isKnown, isSecret || plain.IsSecret);
    }

    private static Output<object?> Read(object? serialised)
    {
        var (value, isKnown, isSecret) = Plain.Of(serialised);
        return new(Task.FromResult(new OutputData<object?>([], value, isKnown, isSecret)));
    }

    /// <summary>What a mock is told: secrets are plain, and what is unknown is left out.</summary>
    private static ImmutableDictionary<string, object> Known(ImmutableDictionary<string, object?> inputs) =>
        inputs.Select(pair => (pair.Key, Plain: Plain.Of(pair.Value)))
            .Where(pair => pair.Plain is { IsKnown: true, Value: not null })
            .ToImmutableDictionary(pair => pair.Key, pair => pair.Plain.Value!);

    private static async Task<ImmutableDictionary<string, object?>> StateAsync(string path, object state) =>
        await new Serializer().SerializeAsync(path, state).ConfigureAwait(false) as ImmutableDictionary<string, object?>
        ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");

    private static async Task<string?> ReferenceAsync(ProviderResource? provider)
    {
        if (provider is null) return null;
        var urn = await provider.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var id = await provider.Id.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        return $"{urn}::{(id == "" ? "04da6b54-80e4-46f7-96ec-b56ff0331ba9" : id)}";
    }

    private static async Task<ImmutableArray<string>> UrnsAsync(IEnumerable<Resource> resources)
    {
        var urns = await Task.WhenAll(resources.Select(resource => resource.Urn.GetValueAsync(whenUnknown: ""))).ConfigureAwait(false);
        return [.. urns.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>As the official mocks name a resource: of the types above it, the outermost alone.</summary>
    private string UrnOf(string? parent, string type, string name)
    {
        if (parent is not null) type = $"{parent.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{StackName}::{ProjectName}::{type}::{name}";
    }

    private async Task RegisterAsync(Registration registration, ResourceOutputs outputs)
    {
        try
        {
            var resource = registration.Resource;
            var (type, name, options) = (resource.GetResourceType(), resource.GetResourceName(), registration.Options);
            var explicitly = await ((Output<ImmutableArray<Resource>>)options.DependsOn).GetValueAsync(whenUnknown: []).ConfigureAwait(false);
            var serializer = new Serializer();
            var inputs = await serializer.MapAsync(name, registration.Args.Members()).ConfigureAwait(false);
            var parent = registration.Parent is null ? null : await registration.Parent.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            var provider = registration.IsCustom ? await ReferenceAsync(options.Provider).ConfigureAwait(false) : null;
            var urn = UrnOf(parent, type, name);

            var id = (options as CustomResourceOptions)?.ImportId;
            var state = ImmutableDictionary<string, object?>.Empty;
            if (type != Stack.TypeToken)
            {
                var (given, stateOfMock) = await _mocks.NewResourceAsync(
                    new() { Type = type, Name = name, Inputs = Known(inputs), Provider = provider, Id = id }).ConfigureAwait(false);
                id = given ?? id;
                state = await StateAsync(name, stateOfMock).ConfigureAwait(false);
            }

            registration.Result = new(
                urn, parent, id, provider, inputs,
                await UrnsAsync(explicitly).ConfigureAwait(false),
                await UrnsAsync(serializer.Dependencies).ConfigureAwait(false));
            var secrets = inputs.Where(input => Plain.Of(input.Value).IsSecret).Select(input => input.Key);
            outputs.Set(urn, id, state, [.. secrets, .. (options as CustomResourceOptions)?.AdditionalSecretOutputs ?? []], IsPreview);
        }
        catch (Exception exception)
        {
            outputs.Fail(exception);
            throw;
        }
    }
}
