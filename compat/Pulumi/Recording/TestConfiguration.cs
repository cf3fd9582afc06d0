using System.Collections.Immutable;

namespace Pulumi.Recording;

/// <summary>The configuration of the runs that this flow of control starts, so that runs side by side need not share the environment.</summary>
public static class TestConfiguration
{
    private static readonly AsyncLocal<Configuration?> Local = new();

    internal static Configuration? Current => Local.Value;

    /// <summary>Sets the configuration for the runs that the caller starts from here on.</summary>
    /// <param name="values">By full key, <c>project:key</c>.</param>
    /// <param name="secrets">Full keys of what is secret.</param>
    public static void Use(IReadOnlyDictionary<string, string> values, params string[] secrets) =>
        Local.Value = new(values.ToImmutableDictionary(), [.. secrets]);
}
