using System.Collections.Immutable;
using System.Globalization;

namespace Ghostbusters.Analyzers.Tests.Taint.Flows;

/// <summary>What the engine found of the programs of one feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Missed">Programs whose flow it does not report.</param>
/// <param name="False">Programs without a flow where it reports one.</param>
/// <param name="Positives">How many have a flow.</param>
/// <param name="Negatives">How many have none.</param>
internal sealed record FlowRow(string Feature, ImmutableArray<FlowCase> Missed, ImmutableArray<FlowCase> False, int Positives, int Negatives)
{
    /// <summary>How many flows it reports.</summary>
    public int Found => Positives - Missed.Length;
}

/// <summary>What the engine found of all programs.</summary>
internal sealed record FlowTable(ImmutableArray<FlowRow> Rows)
{
    /// <summary>The share of the flows that it reports.</summary>
    public double Recall => (double)Rows.Sum(static r => r.Found) / Rows.Sum(static r => r.Positives);

    /// <summary>The share of what it reports that is a flow.</summary>
    public double Precision => (double)Rows.Sum(static r => r.Found) / Rows.Sum(static r => r.Found + r.False.Length);

    /// <summary>Asks the engine about every program.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="reached">What happened when they ran.</param>
    /// <param name="oracle">The engine.</param>
    public static FlowTable Of(ImmutableArray<FlowCase> programs, IReadOnlyDictionary<string, bool> reached, FlowOracle oracle)
    {
        var reports = programs.AsParallel().AsOrdered().Select(p => (Program: p, Reported: oracle.Reports(p))).ToList();
        return new FlowTable([.. reports.GroupBy(static r => r.Program.Feature).Select(f => new FlowRow(
            f.Key,
            [.. f.Where(r => reached[r.Program.Name] && !r.Reported).Select(static r => r.Program)],
            [.. f.Where(r => !reached[r.Program.Name] && r.Reported).Select(static r => r.Program)],
            f.Count(r => reached[r.Program.Name]),
            f.Count(r => !reached[r.Program.Name])))]);
    }

    /// <summary>The page.</summary>
    public string ToMarkdown()
    {
        var rows = Rows.Select(static r => Line(r.Feature.Replace('-', ' '), r.Positives, r.Found, r.Negatives, r.False.Length));
        var sum = Line("all", Rows.Sum(static r => r.Positives), Rows.Sum(static r => r.Found), Rows.Sum(static r => r.Negatives), Rows.Sum(static r => r.False.Length));
        return Head + string.Concat(rows) + sum;
    }

    private static string Line(string feature, int positives, int found, int negatives, int wrong) => string.Create(
        CultureInfo.InvariantCulture, $"| {feature} | {positives} | {found} | {(double)found / positives:0.00} | {negatives} | {wrong} | {(found + wrong == 0 ? 0 : (double)found / (found + wrong)):0.00} |\n");

    private const string Head = """
        # Data flow, feature by feature

        Small programs are written from the templates in `tests/Flows` by seeded chance: a source gives a text, one step
        of the feature keeps it or loses it, other steps may stand beside, and a sink takes what comes out. Each program is compiled and
        run, for several inputs: what the sink got is the label, so that none can be wrong. Then the taint engine is asked
        whether data of the source reaches the sink. `FlowTableTests` measures this anew at every build and fails when a number changes.

        | feature | flows | found | recall | none | false | precision |
        |---|---:|---:|---:|---:|---:|---:|

        """;
}
