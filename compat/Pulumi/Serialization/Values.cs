using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Marks what a serialised value does not know yet.</summary>
internal sealed class Unknown
{
    public static readonly Unknown Value = new();

    private Unknown()
    {
    }
}

/// <summary>Marks a serialised value as secret.</summary>
internal sealed record Secret(object? Value);

/// <summary>A serialised value without its marks.</summary>
internal readonly record struct Plain(object? Value, bool IsKnown, bool IsSecret)
{
    /// <summary>Takes the marks off: a list or map is unknown or secret if any of its parts is.</summary>
    public static Plain Of(object? serialised)
    {
        switch (serialised)
        {
            case Unknown:
                return new(null, IsKnown: false, IsSecret: false);
            case Secret secret:
                return Of(secret.Value) with { IsSecret = true };
            case ImmutableArray<object?> list:
                var items = list.Select(Of).ToImmutableArray();
                return Combined(items, items.Select(item => item.Value).ToImmutableArray());
            case ImmutableDictionary<string, object?> map:
                var pairs = map.ToImmutableDictionary(pair => pair.Key, pair => Of(pair.Value));
                return Combined(pairs.Values, pairs.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Value));
            default:
                return new(serialised, IsKnown: true, IsSecret: false);
        }
    }

    private static Plain Combined(IEnumerable<Plain> parts, object whole)
    {
        var (isKnown, isSecret) = (true, false);
        foreach (var part in parts) (isKnown, isSecret) = (isKnown && part.IsKnown, isSecret || part.IsSecret);
        return new(isKnown ? whole : null, isKnown, isSecret);
    }
}
