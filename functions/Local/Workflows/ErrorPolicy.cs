using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>What a state does about errors.</summary>
internal sealed record ErrorPolicy(IReadOnlyList<Retrier> Retriers, IReadOnlyList<Catcher> Catchers)
{
    public IEnumerable<string> Targets => Catchers.Select(static c => c.Next);

    public static ErrorPolicy Of(JsonObject state) => new(
        [.. (state["Retry"] as JsonArray ?? []).Select(static retrier => Retrier.Of(retrier!.AsObject()))],
        [.. (state["Catch"] as JsonArray ?? []).Select(static catcher => Catcher.Of(catcher!.AsObject()))]);

    /// <summary>How long to wait before the next attempt; null: there is none.</summary>
    /// <param name="used">How often each retrier was used in this visit of the state; counted up here.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public TimeSpan? DelayOf(StatesException error, bool isTask, int[] used, Func<double> jitter)
    {
        for (var i = 0; i < Retriers.Count; i++)
        {
            if (!error.IsTakenBy(Retriers[i].Errors, isTask)) continue;
            return used[i] >= Retriers[i].MaximumAttempts ? null : Retriers[i].Delay(used[i]++, jitter); // The first that fits decides, used up or not.
        }
        return null;
    }

    public Catcher? CatcherOf(StatesException error, bool isTask) => Catchers.FirstOrDefault(catcher => error.IsTakenBy(catcher.Errors, isTask));
}

/// <summary>An entry of <c>Retry</c>.</summary>
internal sealed record Retrier(IReadOnlyList<string> Errors, double IntervalSeconds, int MaximumAttempts, double BackoffRate, double? MaximumDelaySeconds, bool HasJitter)
{
    private static readonly HashSet<string> Fields = ["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment"];

    public static Retrier Of(JsonObject json)
    {
        if (json.FirstOrDefault(static m => !Fields.Contains(m.Key)).Key is { } unknown) throw new FormatException($"This host does not know '{unknown}' of a retrier.");
        return new(
            Names(json), json["IntervalSeconds"]?.GetValue<double>() ?? 1, json["MaxAttempts"]?.GetValue<int>() ?? 3, json["BackoffRate"]?.GetValue<double>() ?? 2,
            json["MaxDelaySeconds"]?.GetValue<double>(), json["JitterStrategy"]?.GetValue<string>() == "FULL");
    }

    public TimeSpan Delay(int before, Func<double> jitter)
    {
        var seconds = Math.Min(IntervalSeconds * Math.Pow(BackoffRate, before), MaximumDelaySeconds ?? double.MaxValue);
        return TimeSpan.FromSeconds(HasJitter ? seconds * jitter() : seconds);
    }

    internal static IReadOnlyList<string> Names(JsonObject json) => json["ErrorEquals"] is JsonArray { Count: > 0 } names
        ? [.. names.Select(static name => name!.GetValue<string>())]
        : throw new FormatException("A retrier or catcher names the errors that it takes.");
}

/// <summary>An entry of <c>Catch</c>.</summary>
internal sealed record Catcher(IReadOnlyList<string> Errors, string Next, JsonObject Json)
{
    public static Catcher Of(JsonObject json) => new(Retrier.Names(json), json["Next"]?.GetValue<string>() ?? throw new FormatException("A catcher says what is next."), json);
}
