using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns arguments into what goes over the wire: null, booleans, doubles, strings, lists, maps, assets, with <see cref="Unknown"/> and
/// <see cref="Secret"/> where they are so. Notes the resources that the values stem from.
/// </summary>
internal sealed class Serializer
{
    private readonly HashSet<Resource> _dependencies = [];

    public IReadOnlyCollection<Resource> Dependencies => _dependencies;

    public async Task<object?> SerializeAsync(string path, object? value)
    {
        switch (value)
        {
            case null or bool or double or string:
                return value;
            case int number:
                return (double)number;
            case InputArgs args:
                return await MapAsync(path, args.Members()).ConfigureAwait(false);
            case AssetOrArchive:
                return value;
            case Task:
                throw new InvalidOperationException($"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}");
            case IInput input:
                return await OutputAsync(path, input.Parts).ConfigureAwait(false);
            case IOutput output:
                return await OutputAsync(path, output).ConfigureAwait(false);
            case IUnion union:
                return await SerializeAsync(path, union.Value).ConfigureAwait(false);
            case JsonElement element:
                return OfJson(element);
            case CustomResource resource:
                _dependencies.Add(resource);
                return await SerializeAsync($"{path}.id", resource.Id).ConfigureAwait(false);
            case ComponentResource component:
                return await SerializeAsync($"{path}.urn", component.Urn).ConfigureAwait(false);
            case IDictionary map:
                return await MapAsync(path, Pairs(path, map)).ConfigureAwait(false);
            case IList list:
                return await ListAsync(path, list).ConfigureAwait(false);
            case Enum named when named.GetTypeCode() == TypeCode.Int32:
                return (double)(int)value;
            default:
                return await OfTypeAsync(path, value).ConfigureAwait(false);
        }
    }

    /// <summary>As the official SDK, a map leaves out what is null.</summary>
    public async Task<ImmutableDictionary<string, object?>> MapAsync(string path, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var map = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, value) in pairs)
        {
            if (await SerializeAsync($"{path}.{key}", value).ConfigureAwait(false) is { } serialised) map.Add(key, serialised);
        }

        return map.ToImmutable();
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(string path, IDictionary map)
    {
        foreach (DictionaryEntry pair in map)
        {
            if (pair.Key is not string key)
                throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{path}");
            yield return new(key, pair.Value);
        }
    }

    private static object? OfJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Array => element.EnumerateArray().Select(OfJson).ToImmutableArray(),
        JsonValueKind.Object => element.EnumerateObject().ToImmutableDictionary(p => p.Name, p => OfJson(p.Value)),
        _ => null,
    };

    private static bool IsDefault(IList list) =>
        list.GetType().GetProperty(nameof(ImmutableArray<object>.IsDefault))?.GetValue(list) is true;

    private async Task<object?> OutputAsync(string path, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        _dependencies.UnionWith(data.Resources);
        if (!data.IsKnown) return Unknown.Value;
        var value = await SerializeAsync(path, data.Value).ConfigureAwait(false);
        return data.IsSecret ? new Secret(value) : value;
    }

    private async Task<ImmutableArray<object?>> ListAsync(string path, IList list)
    {
        if (IsDefault(list)) return [];
        var items = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var i = 0; i < list.Count; i++) items.Add(await SerializeAsync($"{path}[{i}]", list[i]).ConfigureAwait(false));
        return items.MoveToImmutable();
    }

    private async Task<object?> OfTypeAsync(string path, object value)
    {
        var type = value.GetType();
        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute)))
        {
            var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])
                ?? throw new InvalidOperationException($"Expected {type.FullName} to have an explicit conversion operator to String or Double.\n\t{path}");
            return conversion.Invoke(null, [value]);
        }

        if (!type.IsDefined(typeof(OutputTypeAttribute)))
            throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{path}");

        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(field => field.IsInitOnly);
        return await MapAsync(path, fields.Select(field =>
            KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value)))).ConfigureAwait(false);
    }
}
