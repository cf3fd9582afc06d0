namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>What a key or token may do here.</summary>
internal static class Scopes
{
    public const string Read = "analyses:read";
    public const string Write = "analyses:write";
    public const string Keys = "keys:admin";
    public const string Hooks = "hooks:admin";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal) { Read, Write, Keys, Hooks };
}
