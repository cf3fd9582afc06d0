using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The outputs of a resource, which are set when the resource is registered.</summary>
internal sealed class ResourceOutputs
{
    private readonly ImmutableDictionary<string, IPromise> _promises;

    private ResourceOutputs(ImmutableDictionary<string, IPromise> promises) => _promises = promises;

    private interface IPromise
    {
        Type Type { get; }

        object Output { get; }

        void Set(object? value, bool isKnown, bool isSecret);

        void Fail(Exception exception);
    }

    /// <summary>Gives every output property of the resource an output. What a component declares itself, it sets itself.</summary>
    public static ResourceOutputs Of(Resource resource)
    {
        var promises = ImmutableDictionary.CreateBuilder<string, IPromise>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } output) continue;
            if (resource is ComponentResource && property.DeclaringType != typeof(Resource)) continue;
            var name = output.Name ?? property.Name;
            if (!property.PropertyType.IsConstructedGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
                throw RunException.OutputsHaveIncorrectType([name]);

            var promise = (IPromise)Activator.CreateInstance(typeof(Promise<>).MakeGenericType(property.PropertyType.GetGenericArguments()), resource)!;
            var setter = property.DeclaringType!.GetProperty(property.Name)!.GetSetMethod(nonPublic: true)
                ?? throw new InvalidOperationException($"[Output] {resource.GetType().FullName}.{property.Name} did not have a 'set' method");
            setter.Invoke(resource, [promise.Output]);
            promises.Add(name, promise);
        }

        return new(promises.ToImmutable());
    }

    /// <summary>
    /// What the state lacks is unknown in a preview, and the type's default otherwise. As the engine does, and the official mocks do not,
    /// what was given as secret comes back as secret.
    /// </summary>
    public void Set(string urn, string? id, ImmutableDictionary<string, object?> state, ImmutableHashSet<string> secrets, bool isPreview)
    {
        foreach (var (name, promise) in _promises)
        {
            if (name == "urn") promise.Set(urn, isKnown: true, isSecret: false);
            else if (name == "id") promise.Set(id ?? "", isKnown: !string.IsNullOrEmpty(id), isSecret: false);
            else if (!state.TryGetValue(name, out var serialised)) promise.Set(null, isKnown: !isPreview, secrets.Contains(name));
            else
            {
                var (value, isKnown, isSecret) = Plain.Of(serialised);
                promise.Set(Deserializer.To(promise.Type, value, $"{urn} {name}"), isKnown, isSecret || secrets.Contains(name));
            }
        }
    }

    public void Fail(Exception exception)
    {
        foreach (var promise in _promises.Values) promise.Fail(exception);
    }

    private sealed class Promise<T> : IPromise
    {
        private readonly ImmutableHashSet<Resource> _resource;
        private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Output<T> _output;

        public Promise(Resource resource)
        {
            _resource = [resource];
            _output = new(_source.Task);
        }

        public Type Type => typeof(T);

        public object Output => _output;

        public void Set(object? value, bool isKnown, bool isSecret) =>
            _source.SetResult(new(_resource, value is null ? default! : (T)value, isKnown, isSecret));

        public void Fail(Exception exception) => _source.TrySetException(exception);
    }
}
