using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Engine.Analysis;

namespace Ghostbusters.Engine.Tests;

public class RulePrecisionTests
{
    private const string Header = "rule\ttrue\tprecision\tdate\n";

    [Fact]
    public void EveryRule_HasAPrecision() =>
        Assert.All(RuleCatalog.Descriptors, static rule => Assert.InRange(RulePrecision.Of(rule.Id), 0.5, 1));

    [Fact]
    public void AnUnknownRule_IsAsLikelyWrongAsRight() => Assert.Equal(RulePrecision.OfUnmeasuredRule, RulePrecision.Of("GB0000"));

    [Fact]
    public void Table_IsReadByItsColumnNames()
    {
        var table = RulePrecision.Parse(Header + "GB1001\t20\t0.925\t2026-01-02\r\nGB1002\t20\t-\t2026-01-02\n");

        Assert.Equal(0.925, Assert.Single(table).Value);
        Assert.True(table.ContainsKey("GB1001"));
    }

    [Theory]
    [InlineData("", "no column 'rule'")]
    [InlineData("rule\tprecision\nGB1001\n", "line 2: 1 cells, and 2 columns")]
    [InlineData("rule\tprecision\nGB1001\tmuch\n", "line 2: 'much' is no share")]
    [InlineData("rule\tprecision\nGB1001\t1.5\n", "line 2: '1.5' is no share")]
    [InlineData("rule\tprecision\nGB1001\t1\nGB1001\t1\n", "line 3: GB1001 is there twice")]
    public void AnUnreadableTable_NamesItsLine(string table, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => RulePrecision.Parse(table)).Message, StringComparison.Ordinal);
}
