using System.Globalization;
using Ghostbusters.ServiceCost;
using Ghostbusters.Testing;

namespace Ghostbusters.Infra.Tests.Costs;

/// <summary>What was measured: <c>bench/servicecost.tsv</c> and <c>bench/coldstart.tsv</c>.</summary>
internal static class Usage
{
    /// <summary>No table is asked by a native function that is there already in longer than by one that starts.</summary>
    public static TimeSpan SlowestFirstAnswer => Rows("bench/coldstart.tsv").Where(static row => row[2] == "one table write, native").Max(static row => TimeSpan.FromMilliseconds(Number(row[5])));

    /// <summary>What an analysis costs; of a stack with a firewall that too.</summary>
    public static IReadOnlyList<Cost> OfAnAnalysis(bool hasFirewall)
    {
        var measured = Rows("bench/servicecost.tsv").Select(static row => new Cost(row[0], Number(row[1]), Prices.Of(row[0]))).ToList();
        measured.Add(new Cost("traces, one an invocation at most", AmountOf(measured, Bill.Invocations), Prices.Trace));
        if (hasFirewall) measured.Add(new Cost("requests through the firewall", AmountOf(measured, Bill.RestRequests), Prices.FirewallRequest));
        return measured;
    }

    private static double AmountOf(List<Cost> costs, string what) => costs.Single(cost => cost.What == what).Amount;

    private static IEnumerable<string[]> Rows(string path) => File.ReadAllLines(Repository.PathOf(path)).Skip(1).Select(static line => line.Split('\t'));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
