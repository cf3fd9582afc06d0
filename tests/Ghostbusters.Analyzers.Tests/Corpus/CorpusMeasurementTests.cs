namespace Ghostbusters.Analyzers.Tests.Corpus;

public class CorpusMeasurementTests
{
    private const string Silent = "try { Console.WriteLine(); } catch (Exception) { }";
    private const string Honest = "try { Console.WriteLine(); } catch (Exception) { throw; }";

    [Fact]
    public async Task FoundMissedAndFalseAlarms_AreCountedByLine()
    {
        var measured = await MeasureAsync($"""
            {Silent} //@true GB3003
            {Honest} //@true GB3003
            {Honest} //@near GB3003
            {Silent} //@near GB3003
            {Silent}
            """);

        Assert.Equal((2, 2, 1), (measured.True, measured.Near, measured.TruePositives));
        Assert.Equal([$"a.cs\t{Honest}"], measured.Misses.ToArray());
        Assert.Equal([$"a.cs\t{Silent}", $"a.cs\t{Silent}"], measured.FalseAlarms.ToArray());
        Assert.Equal((1 / 3.0, 0.5), (measured.Precision, measured.Recall));
    }

    [Fact]
    public async Task WhatTheCodeSilences_IsNoFinding() =>
        Assert.Empty((await MeasureAsync($"#pragma warning disable GB3003 // the terminal may be gone\n{Silent}")).FalseAlarms);

    [Fact]
    public async Task AFileThatDoesNotCompile_IsNamed() =>
        Assert.StartsWith("a.cs: ", Assert.Single((await CorpusMeasurement.OfAsync([CorpusFile.Parse("a.cs", "Nope();")])).WrongCompilations), StringComparison.Ordinal);

    [Fact]
    public async Task ABrokenFileThatCompiles_IsNamed() =>
        Assert.Single((await CorpusMeasurement.OfAsync([CorpusFile.Parse("a.cs", "//@broken\nConsole.WriteLine();")])).WrongCompilations);

    [Fact]
    public void Labels_AreCutOut()
    {
        var file = CorpusFile.Parse("a.cs", "//@broken\r\nA(); // why\r\nB(); //@true GB1001 @near GB1002\r\n");

        Assert.True(file.IsBroken);
        Assert.Equal("//@broken\nA(); // why\nB();\n", file.Code);
        Assert.Equal([new CorpusLabel("GB1001", true, 3), new CorpusLabel("GB1002", false, 3)], file.Labels.ToArray());
    }

    [Theory]
    [InlineData("A(); //@treu GB1001")]
    [InlineData("A(); //@true GB1001 and more")]
    [InlineData("A(); //@true")]
    [InlineData("A(); //@true GB1001 @near GB1001")]
    public void AnUnreadableLabel_IsAnError(string text) => Assert.Throws<FormatException>(() => CorpusFile.Parse("a.cs", text));

    private static async Task<RuleMeasurement> MeasureAsync(string text)
    {
        var measured = await CorpusMeasurement.OfAsync([CorpusFile.Parse("a.cs", text)]);
        Assert.Empty(measured.WrongCompilations);
        return measured.Rules.Single(static r => r.Rule == "GB3003");
    }
}
