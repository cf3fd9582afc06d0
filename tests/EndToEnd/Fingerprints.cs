using System.Text.Json;

namespace Ghostbusters.EndToEnd;

/// <summary>What makes two results the same: each finding's rule and fingerprint.</summary>
internal static class Fingerprints
{
    public static IReadOnlyList<string> Of(JsonElement result) =>
        [.. result.GetProperty("delusions_detected").EnumerateArray().Select(static f => $"{f.GetProperty("rule")} {f.GetProperty("fingerprint")}").Order(StringComparer.Ordinal)];
}
