using System.Collections.Immutable;
using Xunit.Abstractions;

namespace Ghostbusters.Analyzers.Tests.Taint.Flows;

/// <summary>
/// What the taint engine finds of programs whose label is what they do when they run. A program's name is its seed:
/// <see cref="FlowCorpus"/> writes the same one again.
/// </summary>
public sealed class FlowTableTests(ITestOutputHelper output)
{
    private const int EachAtLeast = 30;
    private const double Gate = 0.9;

    [Fact]
    public void EveryFeature_IsFollowedAsPublished()
    {
        var programs = FlowCorpus.Write(FlowTemplate.ReadAll());
        var oracle = new FlowOracle();
        var reached = oracle.Run(programs);
        Assert.Empty(programs.Where(p => p.IsFixed && reached[p.Name] != p.Keeps).Select(static p => $"{p.Feature}, {p.Title}: says {(p.Keeps ? "" : "no ")}flow, and is wrong.\n{p.Code}"));

        var table = FlowTable.Of(programs, reached, oracle);
        foreach (var row in table.Rows)
            Print(row);
        Assert.Empty(table.Rows.Where(static r => r.Positives < EachAtLeast || r.Negatives < EachAtLeast).Select(static r => r.Feature));
        PublishedFile.Verify("docs/taint-flows.md", table.ToMarkdown());
        Assert.True(table.Recall >= Gate && table.Precision >= Gate, $"Recall {table.Recall:0.000}, precision {table.Precision:0.000}.");
    }

    [Fact]
    public void TheSameSeed_WritesTheSamePrograms() =>
        Assert.Equal(FlowCorpus.Write(FlowTemplate.ReadAll()).Select(static p => p.Code), FlowCorpus.Write(FlowTemplate.ReadAll()).Select(static p => p.Code));

    [Fact]
    public void ATemplate_HasTwoWaysOrOne()
    {
        var templates = FlowTemplate.Parse("loops", "=== one\nvar $out = «$in¦$clean»;\n---\nclass A$n;\n\n=== + two\nProbe.Sink($in);\n").ToList();

        Assert.Equal(new FlowTemplate("loops", "one", "var $out = «$in¦$clean»;", "class A$n;", Keeps: true, Loses: true), templates[0]);
        Assert.Equal((true, false, true), (templates[1].Keeps, templates[1].Loses, templates[1].IsLast));
    }

    private void Print(FlowRow row)
    {
        foreach (var (what, programs) in new (string, ImmutableArray<FlowCase>)[] { ("missed", row.Missed), ("false", row.False) })
        {
            foreach (var template in programs.GroupBy(static p => p.Title))
                output.WriteLine($"{row.Feature}, {template.Key}: {what} {string.Join(" ", template.Select(static p => p.Name))}");
        }
    }
}
