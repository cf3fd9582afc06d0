using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Tests.Corpus;

public class PublishedNumbersTests
{
    private const string KnownErrors = "tests/Corpus/known-errors.tsv";
    private const string NotMeasured = "## Measured\n";

    [Fact]
    public async Task EveryFile_CompilesOrSaysThatItIsBroken() => Assert.Empty((await CorpusMeasurement.OfRepositoryAsync()).WrongCompilations);

    [Fact]
    public async Task Precision_IsAsPublished() =>
        PublishedFile.Verify(PublishedNumbers.Path, PublishedNumbers.Header + string.Concat((await NumbersAsync()).Select(static n => n.Row)));

    // So no case can turn from found to missed, or from silent to a false alarm, unseen, not even one against another.
    [Fact]
    public async Task EveryMissAndFalseAlarm_IsListed() => PublishedFile.Verify(KnownErrors, "rule\tkind\tfile\tline\n" + string.Concat(
        (await NumbersAsync()).SelectMany(static n => n.Rule.Misses.Select(m => $"{n.Rule.Rule}\tmiss\t{m}\n")
            .Concat(n.Rule.FalseAlarms.Select(f => $"{n.Rule.Rule}\tfalse alarm\t{f}\n")))));

    [Fact]
    public async Task EveryPage_ShowsItsNumbers()
    {
        foreach (var numbers in await NumbersAsync())
        {
            var path = $"analyzers/docs/{numbers.Rule.Rule}.md";
            var page = await File.ReadAllTextAsync(Repository.PathOf(path));
            var at = page.IndexOf(NotMeasured, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{path} has no section 'Measured'.");
            PublishedFile.Verify(path, $"{page[..at]}{NotMeasured}\n{numbers.Section}");
        }
    }

    [Fact]
    public async Task EveryRule_HasTwentyTrueAndTwentyNearCases() => Assert.Empty(
        from rule in (await CorpusMeasurement.OfRepositoryAsync()).Rules
        where rule.True < 20 || rule.Near < 20
        select $"{rule.Rule}: {rule.True} true, {rule.Near} near");

    [Fact]
    public void ADate_ChangesOnlyWithItsNumbers()
    {
        var clock = new Noon();
        ImmutableArray<RuleMeasurement> rules = [new("GB0001", 20, 20, 20), new("GB0002", 20, 20, 19)];
        var published = PublishedNumbers.Header + "GB0001\t20\t20\t20\t0\t0\t1.000\t1.000\t2020-01-01\nGB0002\t20\t20\t20\t0\t0\t1.000\t1.000\t2020-01-01\n";

        Assert.Equal(["2020-01-01", "2021-02-03"], PublishedNumbers.Of(rules, published, clock).Select(static n => n.Date));
    }

    private static async Task<ImmutableArray<PublishedNumbers>> NumbersAsync()
    {
        var path = Repository.PathOf(PublishedNumbers.Path);
        var published = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        return PublishedNumbers.Of((await CorpusMeasurement.OfRepositoryAsync()).Rules, published, TimeProvider.System);
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2021, 2, 3, 12, 0, 0, TimeSpan.Zero);
    }
}
