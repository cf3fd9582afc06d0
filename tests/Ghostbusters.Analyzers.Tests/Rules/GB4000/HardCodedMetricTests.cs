using Ghostbusters.Analyzers.Rules.GB4000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB4000;

public class HardCodedMetricTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<HardCodedMetric>($$"""
        using Microsoft.Extensions.Logging;
        public class ScanResult { public double Score { get; set; } public string Name { get; set; } = ""; }
        public class Scanner
        {
            readonly List<string> _rows = [];
            static void Work() { }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public double [|GetConfidence|](string text) => 0.95;")]
    [InlineData("public int [|CountRows|](Stream stream) { stream.ReadByte(); return 42; }")]
    [InlineData("public class ScanOptions { public double [|GetConfidence|](string text) => 0.95; }")]
    [InlineData("public double [|Accuracy|] => 0.97;")]
    [InlineData("public double [|Accuracy|] { get { return 0.97; } }")]
    [InlineData("public double [|GetScore|](string text) { Work(); var s = 0.5; if (text.Length > 3) Work(); return s; }")]
    [InlineData("public double [|GetScore|](string text) => One(text); double One(string t) => Two(); double Two() => 0.4;")]
    [InlineData("public async Task<double> [|GetScoreAsync|](string text) { await Task.Yield(); Work(); return 0.4; }")]
    [InlineData("public ScanResult Scan(string text) { Work(); return new ScanResult { [|Score = 0.8|] }; }")]
    [InlineData("public void Scan(ILogger log) { Work(); log.LogInformation([|\"accuracy: 95.2%\"|]); }")]
    public Task NoInputHasASay_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public double GetConfidence(string text) => text.Length / 10.0;")]
    [InlineData("public double GetConfidence(string text) => text.Length > 3 ? 0.9 : 0.2;")]
    [InlineData("public double GetConfidence(string text) { if (text.Length > 3) return 0.9; return 0.2; }")]
    [InlineData("public virtual double GetConfidence(string text) => 0.9;")]
    [InlineData("public double MinConfidence => 0.9;")]
    [InlineData("public int CountRows(Stream stream) { stream.ReadByte(); return 1; }")]
    [InlineData("public int CountRows() { Work(); return 42; }")]
    [InlineData("public class ScanOptions { public double Confidence => 0.95; }")]
    [InlineData("public class ScanRule { public double GetConfidence(string text) => 0.95; }")]
    [InlineData("public const double Confidence = 0.9;")]
    [InlineData("public double Confidence { get; set; } = 0.9;")]
    [InlineData("public double GetScore(string text) => 0;")]
    [InlineData("public double GetScore(string text) => One(text); double One(string t) => t.Length * 0.4;")]
    [InlineData("public ScanResult Scan(string text) => new() { Score = text.Length };")]
    [InlineData("public ScanResult Scan(string text) => new() { Score = 0.8 }; public ScanResult Best(string text) => new() { Score = 0.9 };")]
    [InlineData("public ScanResult? Scan(string text) { if (text.Length > 5) return null; return new() { Score = 0.8 }; }")]
    [InlineData("public void Scan(ILogger log, int n) { Work(); log.LogInformation(\"accuracy: {Accuracy}\", n / 3.0); }")]
    [InlineData("public static double Accuracy => 0.9;")]
    public Task AnInputHasASay_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesMemberNounAndValue()
    {
        var found = await RuleTest.VerifyAsync<HardCodedMetric>("class Model { int _n = 1; public double [|GetConfidence|](string text) => 0.95; }");
        Assert.Equal(
            "'GetConfidence' reports a confidence, but every way out gives 0.95, whatever the input. Measure or compute it, or name it as the constant that it is.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<HardCodedMetric>("class C { double GetScore(Y y) { return new Z { Score = 0.4, Accuracy = }; }");
}
