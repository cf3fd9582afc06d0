using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Recording;

namespace Pulumi;

/// <summary>
/// The stack's configuration: by name (<c>project:key</c>), with what is secret. From the environment as the CLI passes it on, or from
/// <see cref="TestConfiguration"/>.
/// </summary>
internal sealed record Configuration(ImmutableDictionary<string, string> Values, ImmutableHashSet<string> Secrets)
{
    public static Configuration Read() => TestConfiguration.Current ?? new(
        Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { } values ? Parse(values) : ImmutableDictionary<string, string>.Empty,
        Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") is { } keys
            ? [.. JsonSerializer.Deserialize<string[]>(keys) ?? []]
            : []);

    private static ImmutableDictionary<string, string> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToImmutableDictionary(value => Clean(value.Name), value => value.Value.ToString());
    }

    /// <summary>A key may be written <c>project:config:key</c>.</summary>
    private static string Clean(string key) =>
        key.Split(':', 3) is [var project, "config", var name] ? $"{project}:{name}" : key;
}
