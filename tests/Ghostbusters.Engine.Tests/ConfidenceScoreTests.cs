using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Model;

namespace Ghostbusters.Engine.Tests;

public class ConfidenceScoreTests
{
    private static readonly Coverage Whole = new(10, 10, 1000, 1);

    private static readonly Arbitrary<Severity[]> Severities =
        Gen.Elements(Severity.Note, Severity.Warning, Severity.Error).ArrayOf().ToArbitrary();

    [Fact]
    public void NothingToAnalyse_HasNoScore() => Assert.Null(Score([], new Coverage(0, 0, 0, 0)));

    [Fact]
    public void EverythingAnalysedAndNothingFound_IsOne() => Assert.Equal(1.0, Score([], Whole));

    [Fact]
    public void AddingAFinding_LowersTheScore() => Check.QuickThrowOnFailure(
        Prop.ForAll(Severities, static s => Score([.. s, Severity.Note], Whole) < Score(s, Whole)));

    [Fact]
    public void Order_DoesNotMatter() => Check.QuickThrowOnFailure(
        Prop.ForAll(Severities, static s => Score([.. s.Reverse()], Whole) == Score(s, Whole)));

    [Fact]
    public void LessCoverage_LowersTheScore() => Check.QuickThrowOnFailure(
        Prop.ForAll(Severities, static s => Score(s, new Coverage(10, 9, 900, 1)) < Score(s, Whole)));

    [Fact]
    public void AWorseSeverity_LowersTheScore() =>
        Assert.True(Score([Severity.Error], Whole) < Score([Severity.Warning], Whole) && Score([Severity.Warning], Whole) < Score([Severity.Note], Whole));

    [Fact]
    public void AGap_LowersTheScore() => Assert.True(
        ConfidenceScore.Of([], [Notice.NotAnalysed("a", "b", "c")], Whole, static _ => 1) < Score([], Whole));

    [Fact]
    public void ARemark_DoesNotMatter() => Assert.Equal(
        1.0, ConfidenceScore.Of([], [Notice.NotAnalysed("a", "b", "c", isPartial: false)], Whole, static _ => 1));

    [Fact]
    public void UnrelatedCode_DoesNotMatter() => Check.QuickThrowOnFailure(
        Prop.ForAll(Severities, Gen.Choose(1, 10_000).ToArbitrary(), static (s, more) => Score(s, new Coverage(10 + more, 10 + more, 1000 + more, 1 + more)) == Score(s, Whole)));

    [Fact]
    public void ARuleThatIsOftenWrong_TakesLess() => Check.QuickThrowOnFailure(
        Prop.ForAll(Severities, static s => s.Length == 0 || ScoreAt(s, 0.5) > ScoreAt(s, 0.9)));

    [Fact]
    public async Task ThroughTheEngine_HonestCodeChangesNothing_AFlawLowers_AndWhatCannotBeReadLowers()
    {
        const string flawed = "using System; public static class A { public static void B(Action c) { try { c(); } catch (Exception) { } } }";
        const string honest = "public static class C { public static int Add(int a, int b) => a + b; }";
        var one = await ScoreAsync(("A.cs", flawed));
        Assert.True(one < 1);
        Assert.Equal(one, await ScoreAsync(("A.cs", flawed), ("C.cs", honest)));
        Assert.Equal(one, await ScoreAsync(("C.cs", honest), ("A.cs", flawed)));
        Assert.True(await ScoreAsync(("A.cs", flawed), ("B.cs", flawed.Replace("class A", "class B2", StringComparison.Ordinal))) < one);
        Assert.True(await ScoreAsync(("A.cs", flawed), ("D.cs", "\0\0\0")) < one);
    }

    private static async Task<double?> ScoreAsync(params (string, string)[] files) =>
        (await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = new Ghostbusters.Engine.Files.MemoryTree(files), Today = new DateOnly(2026, 11, 21) })).Score;

    private static double? ScoreAt(Severity[] severities, double precision) => ConfidenceScore.Of(severities.Select(Of), [], Whole, _ => precision);

    private static double? Score(Severity[] severities, Coverage coverage) =>
        ConfidenceScore.Of(severities.Select(Of), [], coverage, static _ => 0.95);

    private static Finding Of(Severity severity) => new()
    {
        RuleId = "GB3003",
        Severity = severity,
        Message = "message",
        Location = new SourceLocation("a.cs", new SourceRange(1, 1, 1, 2)),
        Excerpt = new Excerpt(1, ImmutableArray<string>.Empty),
        Evidence = "evidence",
        Basis = "syntax",
        Fingerprint = "f",
        LineHash = "h",
        Project = "p",
    };
}
