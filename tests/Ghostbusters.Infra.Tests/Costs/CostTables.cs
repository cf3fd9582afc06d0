using System.Globalization;
using System.Text;
using Ghostbusters.ServiceCost;

namespace Ghostbusters.Infra.Tests.Costs;

/// <summary>The tables of docs/deploy.md.</summary>
internal sealed class CostTables(Graph dev, Graph prod)
{
    private const int Few = 1_000;
    private const int Many = 100_000;

    private readonly StringBuilder _text = new();
    private readonly IReadOnlyList<Cost> _dev = StandingCosts.Of(dev);
    private readonly IReadOnlyList<Cost> _prod = StandingCosts.Of(prod);

    public string Write()
    {
        WriteStanding();
        Line("");
        WriteUsed();
        return _text.ToString();
    }

    private void WriteStanding()
    {
        Line("| a month in which nobody comes | dev | prod | price | $ dev | $ prod |");
        Line("|---|---:|---:|---|---:|---:|");
        foreach (var what in _dev.Concat(_prod).DistinctBy(static cost => cost.What).OrderByDescending(static cost => cost.Dollars))
            Line($"| {what.What} | {Amount(Find(_dev, what))} | {Amount(Find(_prod, what))} | {Text(what.Price)} | {Money(Find(_dev, what)?.Dollars ?? 0)} | {Money(Find(_prod, what)?.Dollars ?? 0)} |");
        Line($"| **all** | | | | **{Money(Sum(_dev))}** | **{Money(Sum(_prod))}** |");
    }

    private void WriteUsed()
    {
        var (inDev, inProd) = (Usage.OfAnAnalysis(HasFirewall(dev)), Usage.OfAnAnalysis(HasFirewall(prod)));
        Line("| what analyses use | an analysis | price | $ for 1,000 | $ for 100,000 |");
        Line("|---|---:|---|---:|---:|");
        foreach (var cost in inProd.OrderByDescending(static cost => cost.Dollars))
            Line($"| {cost.What} | {Number(cost.Amount)} | {Text(cost.Price)} | {Money(Few * cost.Dollars)} | {Money(Many * cost.Dollars)} |");
        WriteSum("all", inProd, []);
        WriteSum("with what stands, dev", inDev, _dev);
        WriteSum("with what stands, prod", inProd, _prod);
    }

    private void WriteSum(string what, IEnumerable<Cost> analysis, IEnumerable<Cost> standing)
    {
        var (used, stands) = (Sum(analysis), Sum(standing));
        Line($"| **{what}** | | | **{Money((Few * used) + stands)}** | **{Money((Many * used) + stands)}** |");
    }

    private static bool HasFirewall(Graph graph) => graph.Of("WebAcl").Any();

    private void Line(string line) => _text.Append(line).Append('\n');

    private static Cost? Find(IEnumerable<Cost> costs, Cost like) => costs.SingleOrDefault(cost => cost.What == like.What);

    private static double Sum(IEnumerable<Cost> costs) => costs.Sum(static cost => cost.Dollars);

    private static string Amount(Cost? cost) => cost is null ? "–" : Math.Round(cost.Amount).ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double amount) => amount.ToString("0.#######", CultureInfo.InvariantCulture);

    private static string Money(double dollars) => dollars.ToString("N2", CultureInfo.InvariantCulture);

    private static string Text(Price price) =>
        string.Create(CultureInfo.InvariantCulture, $"{price.Dollars:0.00####} / {(price.Per == 1 ? "" : price.Per.ToString("N0", CultureInfo.InvariantCulture) + " ")}{price.Unit}");
}
