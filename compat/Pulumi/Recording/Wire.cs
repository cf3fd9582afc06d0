using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi.Serialization;

namespace Pulumi.Recording;

/// <summary>JSON of serialised values; keys in order.</summary>
internal static class Wire
{
    public static JsonObject Json(ImmutableDictionary<string, object?>? map) =>
        new((map ?? ImmutableDictionary<string, object?>.Empty).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Value))));

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        Unknown => new JsonObject { ["$unknown"] = true },
        Secret secret => new JsonObject { ["$secret"] = Value(secret.Value) },
        bool flag => flag,
        double number => number,
        string text => text,
        AssetOrArchive asset => new JsonObject { [$"${asset.Kind}"] = new JsonObject { [asset.Property] = Content(asset.Value) } },
        ImmutableArray<object?> list => new JsonArray([.. list.Select(Value)]),
        ImmutableDictionary<string, object?> map => Json(map),
        _ => throw new InvalidOperationException($"{value.GetType()} is no serialised value"),
    };

    private static JsonNode? Content(object content) => content is ImmutableDictionary<string, AssetOrArchive> assets
        ? Json(assets.ToImmutableDictionary(pair => pair.Key, pair => (object?)pair.Value))
        : Value(content);
}
