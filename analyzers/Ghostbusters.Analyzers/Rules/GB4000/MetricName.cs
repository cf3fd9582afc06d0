namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Names of measurements: what somebody has to have worked out, counted or timed.</summary>
internal static class MetricName
{
    private const int MostCharacters = 60;

    private static readonly Dictionary<string, string> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["score"] = "a score",
        ["confidence"] = "a confidence",
        ["accuracy"] = "an accuracy",
        ["probability"] = "a probability",
        ["likelihood"] = "a likelihood",
        ["similarity"] = "a similarity",
        ["relevance"] = "a relevance",
        ["recall"] = "a recall",
        ["coverage"] = "a coverage",
        ["utilization"] = "a utilization",
        ["utilisation"] = "a utilisation",
        ["progress"] = "a progress",
        ["elapsed"] = "a duration",
        ["duration"] = "a duration",
        ["latency"] = "a latency",
        ["throughput"] = "a throughput",
        ["uptime"] = "an uptime",
    };

    private static readonly HashSet<string> Rates = new(StringComparer.OrdinalIgnoreCase)
    {
        "success", "error", "hit", "failure", "conversion", "churn", "completion", "pass", "retention", "growth", "miss", "match", "detection",
    };

    private static readonly HashSet<string> Times = new(StringComparer.OrdinalIgnoreCase) { "processing", "response", "execution", "elapsed", "run", "query", "render" };

    private static readonly HashSet<string> Resources = new(StringComparer.OrdinalIgnoreCase) { "cpu", "memory", "disk", "gpu", "network", "ram" };

    private static readonly HashSet<string> Deeds = new(StringComparer.OrdinalIgnoreCase)
    {
        "processed", "imported", "exported", "deleted", "updated", "sent", "scanned", "analyzed", "analysed", "found", "migrated", "synced", "matched",
        "detected", "indexed", "cleaned", "removed", "inserted", "saved", "validated", "failed", "succeeded", "affected", "skipped", "archived", "delivered",
    };

    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "ms", "milliseconds", "seconds", "minutes", "percent", "percentage", "pct", "value", "async", "for", "of", "count", "total", "time", "rate", "average", "avg",
    };

    private static readonly HashSet<string> Quantities = new(StringComparer.OrdinalIgnoreCase)
    {
        "price", "cost", "balance", "rating", "revenue", "sales", "visitors", "views", "count", "total", "average", "percentage", "percent", "rate", "risk", "trend", "usage", "load",
    };

    // A number of these names is somebody's choice, or the name of something else: nobody claims to have measured it.
    private static readonly HashSet<string> Chosen = new(StringComparer.OrdinalIgnoreCase)
    {
        "default", "defaults", "min", "max", "minimum", "maximum", "limit", "limits", "threshold", "thresholds", "weight", "weights", "priority", "order", "factor", "base", "initial", "expected",
        "target", "required", "allowed", "cutoff", "capacity", "timeout", "interval", "delay", "level", "penalty", "bonus", "boost", "multiplier",
        "step", "budget", "baseline", "sample", "test", "demo", "fake", "mock", "stub", "dummy", "simulated", "fallback", "reserved", "estimated", "planned",
        "scheduled", "cache", "cached", "animation", "transition", "fade", "lock", "lockout", "ban", "session", "lease", "window", "sla", "goal", "perfect", "full",
        "size", "width", "height", "bar", "color", "style", "format", "scale", "column", "index", "id", "key", "passing", "assumed", "nominal", "constant", "fixed",
        "set", "reset", "not", "clear", "unit", "precision", "decimals", "digits", "neutral", "worst", "best", "unknown", "none", "seed", "retention", "validity", "lifetime", "example",
    };

    /// <summary>What the name says is measured, in words such as <c>a score</c>; null where it names no measurement.</summary>
    public static string? Of(string name)
    {
        if (name.Length is < 5 or > MostCharacters || !MayMatter(name))
            return null;
        var words = PascalWords.Of(name);
        if (words.Any(Chosen.Contains))
            return null;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (NounAt(words, i) is { } noun)
                return noun;
            if (!Units.Contains(words[i]))
                return null;
        }

        return null;
    }

    /// <summary>The same, and quantities that nobody would make up by chance: prices, balances, visitors.</summary>
    public static string? OrQuantity(string name)
    {
        if (Of(name) is { } noun)
            return noun;
        var words = PascalWords.Of(name);
        return words.IsEmpty || words.Any(Chosen.Contains) || !Quantities.Contains(words[words.Length - 1]) ? null : "a " + words[words.Length - 1].ToLowerInvariant();
    }

    /// <summary>What a method that is called to count or to measure gives: <c>CountOrders</c>; null where its name says no such thing.</summary>
    public static string? OfDeed(string name)
    {
        var words = PascalWords.Of(name);
        return words.Length < 2 || words.Any(Chosen.Contains) ? null : words[0] switch { "Count" => "a count", "Measure" => "a measurement", _ => null };
    }

    private static string? NounAt(IReadOnlyList<string> words, int i)
    {
        var before = i > 0 ? words[i - 1] : "";
        if (Nouns.TryGetValue(words[i], out var noun))
            return noun;
        return words[i].ToLowerInvariant() switch
        {
            "rate" when Rates.Contains(before) => $"a rate of {before.ToLowerInvariant()}",
            "time" when Times.Contains(before) => "a duration",
            "usage" or "load" when Resources.Contains(before) => "a usage",
            "count" or "total" when Deeds.Contains(before) => "a count",
            "complete" when before.Equals("percent", StringComparison.OrdinalIgnoreCase) => "a progress",
            _ => Deeds.Contains(words[i]) && words.Count > 1 ? "a count" : null,
        };
    }

    // Most names are ruled out before they are taken apart.
    private static bool MayMatter(string name)
    {
        var last = char.ToLowerInvariant(name[name.Length - 1]);
        return last is 'e' or 'y' or 'd' or 's' or 't' or 'r' or 'f' or 'l' or 'n' or 'c' or 'g' or 'h';
    }
}
