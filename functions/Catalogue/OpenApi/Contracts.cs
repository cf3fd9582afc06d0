using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ghostbusters.Functions.Catalogue.OpenApi;

/// <summary>The JSON contracts that the functions really read and write with: the generated contexts of their assemblies.</summary>
internal sealed class Contracts
{
    private readonly List<JsonSerializerContext> _contexts;

    public Contracts(IEnumerable<Assembly> assemblies) => _contexts =
    [
        .. assemblies.SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => type.IsSubclassOf(typeof(JsonSerializerContext)) && !type.IsAbstract)
            .Select(static type => type.GetProperty("Default", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null))
            .OfType<JsonSerializerContext>(),
    ];

    /// <exception cref="CatalogueException">A route is annotated with a type that no context knows: the function could not write it.</exception>
    public JsonTypeInfo Of(Type type) =>
        _contexts.Select(context => context.GetTypeInfo(type)).FirstOrDefault(static info => info is not null)
        ?? throw new CatalogueException($"{type.Name} stands in a route's annotation and in no JsonSerializerContext: add it to the one of its assembly.");
}
