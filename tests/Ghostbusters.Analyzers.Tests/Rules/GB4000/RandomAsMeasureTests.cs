using Ghostbusters.Analyzers.Rules.GB4000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB4000;

public class RandomAsMeasureTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<RandomAsMeasure>($$"""
        public class ScanReport { public double Score { get; set; } public int Id { get; set; } }
        public class Scanner
        {
            readonly Random _random = new();
            readonly List<double> _rows = [];
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public double [|GetConfidence|](string text) => _random.NextDouble();")]
    [InlineData("public double [|GetConfidence|](string text) { var c = 0.5; if (text.Length > 3) c += _random.NextDouble(); return c; }")]
    [InlineData("public double [|GetConfidence|](string text) => Two(); double Two() => One(); double One() => _random.NextDouble();")]
    [InlineData("public ScanReport Scan(string text) => new() { [|Score = _random.Next(100)|] };")]
    public Task ChanceFeedsIt_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public double GetConfidence(string text) => text.Length;")]
    [InlineData("public double GetConfidence(string text) => _rows[_random.Next(3)];")]
    [InlineData("public double GetConfidence(string text) { _random.Next(); return text.Length; }")]
    [InlineData("public double RandomScore(string text) => _random.NextDouble();")]
    [InlineData("public ScanReport Scan(string text) => new() { Id = _random.Next(100) };")]
    [InlineData("public TimeSpan RetryDelay(int n) => TimeSpan.FromSeconds(_random.Next(n));")]
    public Task ChanceIsElsewhere_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesMemberNounAndSource()
    {
        var found = await RuleTest.VerifyAsync<RandomAsMeasure>("class Model { public double [|GetAccuracy|]() => Random.Shared.NextDouble(); }");
        Assert.Equal(
            "'GetAccuracy' reports an accuracy, but 'Random.NextDouble' feeds it, so it says nothing about what it names. Measure or compute it, or name it as the random value that it is.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<RandomAsMeasure>("class C { double GetScore() { var s = new Random(.Next(); return s; } X Price => Y.Next(); }");
}
