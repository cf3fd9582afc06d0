using Ghostbusters.Analyzers.Taint.Values;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>One way in which a function ends.</summary>
/// <param name="Result">What it returns, or the exception that leaves it.</param>
/// <param name="State">What is known then.</param>
internal readonly record struct Outcome(Value Result, State State);

/// <summary>All ways in which a function ends.</summary>
/// <param name="Returned">By returning.</param>
/// <param name="Thrown">By an exception.</param>
internal sealed record Outcomes(List<Outcome> Returned, List<Outcome> Thrown)
{
    // More ways are joined: every one of them is followed on its own by the caller.
    private const int Most = 4;

    /// <summary>None yet.</summary>
    public static Outcomes New() => new([], []);

    /// <summary>The same with ways of equal results joined.</summary>
    public Outcomes Condensed() => new(Condense(Returned), Condense(Thrown));

    private static List<Outcome> Condense(List<Outcome> outcomes)
    {
        if (outcomes.Count <= 1)
            return outcomes;
        var groups = new List<Outcome>();
        foreach (var outcome in outcomes)
        {
            var at = groups.FindIndex(g => IsAlike(g.Result, outcome.Result));
            if (at < 0)
                groups.Add(outcome);
            else
                groups[at] = Join(groups[at], outcome);
        }

        return groups.Count <= Most ? groups : [groups.Aggregate(Join)];
    }

    private static Outcome Join(Outcome a, Outcome b) => new(a.Result.Join(b.Result), a.State.Join(b.State));

    // Callers branch on constants and on null; where those are the same, nothing is lost by joining.
    private static bool IsAlike(Value a, Value b) => a.Open == b.Open && a.Constants.Length == b.Constants.Length && a.Constants.All(c => b.Constants.Contains(c))
        && a.Objects.IsEmpty == b.Objects.IsEmpty;
}
