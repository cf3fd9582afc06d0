using Ghostbusters.ServiceCost;
using Ghostbusters.Testing;

namespace Ghostbusters.Infra.Tests.Costs;

/// <summary>What docs/deploy.md says of costs is counted from what would be deployed and from what was measured.</summary>
public sealed class CostTests
{
    private const string Page = "docs/deploy.md";
    private const string Begin = "<!-- costs: written by the tests of infra -->\n";
    private const string End = "<!-- end of costs -->\n";

    [Fact]
    public async Task ThePage_SaysWhatIsCounted()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf(Page));
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        Assert.Contains($"of {Prices.Year}", page, StringComparison.Ordinal);
        PublishedFile.Verify(Page, page[..begin] + new CostTables(await StackRun.OfAsync("dev"), await StackRun.OfAsync("prod")).Write() + page[end..]);
    }

    /// <summary>By hand, from the numbers of docs/infrastructure.md: whoever changes a price or a count sees it here.</summary>
    [Fact]
    public async Task AStackThatStands_CostsItsAlarmsAndWhatRunsByTheClock()
    {
        var costs = StandingCosts.Of(await StackRun.OfAsync("prod")).ToDictionary(static cost => cost.What);
        Assert.Equal(10.00, costs["alarms"].Dollars, 6); // 100 at 0.10.
        Assert.Equal((3.00, 1.00, 5.00), (costs["dashboards"].Dollars, costs["keys of one's own"].Dollars, costs["web ACLs"].Dollars));
        Assert.Equal(1.5552, costs["polls of empty queues"].Dollars, 6); // 6 queues, 5 pollers, 3 a minute, 43,200 minutes, at 0.40 a million.
        Assert.Equal(0.216, costs["traces of schedules"].Dollars, 6); // 43,200 at 5.00 a million.
        Assert.Equal(0.0432, costs["table read units by schedules"].Dollars, 6); // 43,200 of 8 shards at 0.125 a million.
    }

    [Fact]
    public async Task ATypeThatNobodyKnows_IsNotFree()
    {
        var graph = await StackRun.OfAsync("dev");
        graph.Nodes.Add(graph.First("Queue") with { Type = "aws:ec2/natGateway:NatGateway" });
        Assert.Contains("NatGateway", Assert.Throws<NotSupportedException>(() => StandingCosts.Of(graph)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryTypeThatIsFree_IsThere()
    {
        var types = (await StackRun.OfAsync("prod")).Nodes.Select(static node => node.Type).ToHashSet();
        Assert.Subset(types, StandingCosts.Free.Keys.ToHashSet());
    }
}
