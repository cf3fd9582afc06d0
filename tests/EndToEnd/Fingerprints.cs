using System.Text.Json;

namespace Ghostbusters.EndToEnd;

/// <summary>What identifies the findings of a result, in an order of its own.</summary>
internal static class Fingerprints
{
    public static IReadOnlyList<string> Of(JsonElement document) => [.. Lines(document.GetProperty("delusions_detected").EnumerateArray())];

    /// <summary>Without those that the code silences.</summary>
    public static IReadOnlyList<string> Open(JsonElement document) =>
        [.. Lines(document.GetProperty("delusions_detected").EnumerateArray().Where(static f => !f.TryGetProperty("suppression", out _)))];

    private static IOrderedEnumerable<string> Lines(IEnumerable<JsonElement> findings) =>
        findings.Select(static f => $"{f.GetProperty("rule")} {f.GetProperty("fingerprint")}").Order(StringComparer.Ordinal);
}
