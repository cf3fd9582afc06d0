using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ghostbusters.CodeFixes.Tests;

public class RepairProviderTests
{
    private const string LostTask = """
        public sealed class Orders
        {
            private readonly StreamWriter _log = new("orders.log");

            public async Task SaveAsync(string order)
            {
                await _log.WriteLineAsync(order);
            }

            public async Task PlaceAsync(string order)
            {
                SaveAsync(order); // keep me
                await _log.FlushAsync();
            }
        }
        """;

    // The repair of each assertion moves the other, and the last assertion, which can fail, has to stay.
    private const string TwoVacuousAssertions = """
        public class OrderTests
        {
            [Xunit.Fact]
            public void Adds()
            {
                var orders = new List<int> { 1 };
                Xunit.Assert.True(true);
                Xunit.Assert.True(orders.Count >= 0);
                Xunit.Assert.Single(orders);
            }
        }
        """;

    [Fact]
    public async Task LightBulb_AwaitsTheLostTask_AndTheSquiggleGoes()
    {
        using var ide = new Ide(LostTask);
        var squiggle = Assert.Single(await ide.SquigglesAsync(0));
        Assert.Equal("GB3006", squiggle.Id);

        await ide.ApplyAsync(Assert.Single(await ide.LightBulbAsync(0, squiggle)));

        Assert.Equal(LostTask.Replace("        SaveAsync(order); // keep me", "        await SaveAsync(order); // keep me", StringComparison.Ordinal), await ide.TextAsync(0));
        Assert.Empty(await ide.SquigglesAsync(0));
    }

    [Fact]
    public async Task LightBulb_OfAFindingOfAnEarlierTree_StillWorks()
    {
        using var ide = new Ide(LostTask);
        var squiggle = Assert.Single(await ide.SquigglesAsync(0));
        var copy = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(LostTask, path: "File0.cs");
        var old = Diagnostic.Create(squiggle.Descriptor, Location.Create(copy, squiggle.Location.SourceSpan));

        Assert.Single(await ide.LightBulbAsync(0, old));
    }

    [Fact]
    public async Task LightBulb_OffersNothing_WhereTheRepairWouldBreakTheCode()
    {
        // The await would need an async caller all the way up: an iterator cannot be one.
        using var ide = new Ide("""
            public sealed class Orders
            {
                public async Task SaveAsync(string order) => await File.WriteAllTextAsync("orders.log", order);

                public IEnumerable<int> Place(string order)
                {
                    SaveAsync(order);
                    yield return 1;
                }
            }
            """);
        var squiggle = Assert.Single(await ide.SquigglesAsync(0));
        Assert.Empty(await ide.LightBulbAsync(0, squiggle));
    }

    [Fact]
    public async Task FixAll_InADocument_IsSingleFixesOneAfterTheOther()
    {
        using var single = new Ide(TwoVacuousAssertions);
        while (true)
        {
            var actions = (await single.SquigglesAsync(0)).Select(s => single.LightBulbAsync(0, s)).ToList();
            var next = (await Task.WhenAll(actions)).SelectMany(static a => a).FirstOrDefault();
            if (next is null) break;
            await single.ApplyAsync(next);
        }

        using var all = new Ide(TwoVacuousAssertions);
        var first = (await all.SquigglesAsync(0))[0];
        await all.FixAllAsync(0, Assert.Single(await all.LightBulbAsync(0, first)), first.Id, FixAllScope.Document);

        Assert.Equal(await single.TextAsync(0), await all.TextAsync(0));
        Assert.Contains("Assert.Single(orders)", await all.TextAsync(0), StringComparison.Ordinal);
        Assert.DoesNotContain("Assert.True", await all.TextAsync(0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task FixAll_BeyondADocument_MendsEveryFile(FixAllScope scope)
    {
        using var ide = new Ide(LostTask, LostTask.Replace("class Orders", "class Invoices", StringComparison.Ordinal));
        var squiggle = Assert.Single(await ide.SquigglesAsync(0));
        await ide.FixAllAsync(0, Assert.Single(await ide.LightBulbAsync(0, squiggle)), squiggle.Id, scope);

        Assert.Empty(await ide.SquigglesAsync(0));
        Assert.Empty(await ide.SquigglesAsync(1));
        Assert.Contains("await SaveAsync", await ide.TextAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public void TheProvider_IsFoundAsAnIdeFindsIt()
    {
        var export = (ExportCodeFixProviderAttribute)Assert.Single(typeof(RepairProvider).GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false));
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal(RepairCatalog.Repairs.Select(static r => r.RuleId).Distinct(), new RepairProvider().FixableDiagnosticIds);
    }
}
