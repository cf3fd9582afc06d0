using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Baselines;
using Ghostbusters.Engine.Model;

namespace Ghostbusters.Engine.Tests.Baselines;

public class BaselineTests
{
    private static readonly Arbitrary<Finding[]> Results = FindingGen().ArrayOf().ToArbitrary();

    [Fact]
    public void ItsOwnResult_IsUnchanged() => Check.QuickThrowOnFailure(Prop.ForAll(Results, static result =>
    {
        var comparison = Baseline.Of(result).Compare(result);
        return comparison.AbsentCount == 0 && comparison.Findings.All(static f => f.BaselineState == BaselineState.Unchanged);
    }));

    [Fact]
    public void APart_LeavesTheRestAbsent() => Check.QuickThrowOnFailure(Prop.ForAll(Results, static result =>
    {
        Finding[] part = [.. result.Where(static (_, i) => i % 2 == 0)];
        var comparison = Baseline.Of(result).Compare(part);
        return comparison.AbsentCount == result.Length - part.Length
            && comparison.Findings.All(static f => f.BaselineState == BaselineState.Unchanged);
    }));

    [Fact]
    public void Counts_AddUp() => Check.QuickThrowOnFailure(Prop.ForAll(Results, Results, static (known, result) =>
    {
        var comparison = Baseline.Of(known).Compare(result);
        var unchanged = comparison.Findings.Count(static f => f.BaselineState == BaselineState.Unchanged);
        return unchanged + comparison.AbsentCount == known.Length
            && comparison.Findings.Select(static f => f with { BaselineState = BaselineState.None }).SequenceEqual(result);
    }));

    [Fact]
    public void Order_DoesNotMatter() => Check.QuickThrowOnFailure(Prop.ForAll(Results, Results, static (known, result) =>
    {
        var straight = Baseline.Of(known).Compare(result);
        var reversed = Baseline.Of(known.Reverse()).Compare([.. result.Reverse()]);
        return Sorted(straight).SequenceEqual(Sorted(reversed)) && straight.Absent.SequenceEqual(reversed.Absent);
    }));

    [Fact]
    public void OneOfTwoEqualFindings_IsNew()
    {
        var comparison = Baseline.Of([At("a.cs", "f", "h")]).Compare([At("a.cs", "f", "h"), At("a.cs", "f", "h")]);
        Assert.Equal([BaselineState.Unchanged, BaselineState.New], comparison.Findings.Select(static f => f.BaselineState));
    }

    [Theory]
    [InlineData("b.cs", "f", "other", BaselineState.Unchanged)] // moved to another file
    [InlineData("a.cs", "g", "h", BaselineState.Unchanged)] // its member was renamed
    [InlineData("b.cs", "g", "h", BaselineState.New)]
    [InlineData("a.cs", "g", "other", BaselineState.New)]
    public void AChangedFinding_IsKnownByFingerprintOrLine(string path, string fingerprint, string lineHash, BaselineState expected) =>
        Assert.Equal(expected, Assert.Single(Baseline.Of([At("a.cs", "f", "h")]).Compare([At(path, fingerprint, lineHash)]).Findings).BaselineState);

    [Fact]
    public void OfTwoFilesWithOneFingerprint_TheKnownFileIsUnchanged()
    {
        var comparison = Baseline.Of([At("b.cs", "f", "h")]).Compare([At("a.cs", "f", "h"), At("b.cs", "f", "h")]);
        Assert.Equal([BaselineState.New, BaselineState.Unchanged], comparison.Findings.Select(static f => f.BaselineState));
    }

    [Fact]
    public void ASuppressedFinding_IsNeitherKnownNorCompared()
    {
        var suppressed = At("a.cs", "f", "h") with { Suppression = new Suppression("reason") };
        Assert.Empty(Baseline.Of([suppressed]).Entries);
        var comparison = Baseline.Of([At("a.cs", "f", "h")]).Compare([suppressed]);
        Assert.Equal(BaselineState.None, Assert.Single(comparison.Findings).BaselineState);
        Assert.Equal(1, comparison.AbsentCount);
    }

    internal static Gen<Finding> FindingGen() =>
        from path in Gen.Elements("a.cs", "dir/b.cs", "s \u00e4\"\\\ud83d\udc7b.cs")
        from fingerprint in Gen.Elements("f1", "f2", "f3")
        from lineHash in Gen.Elements("h1:1", "h2:1")
        from line in Gen.Choose(1, 3)
        select At(path, fingerprint, lineHash, line);

    private static Finding At(string path, string fingerprint, string lineHash, int line = 1) => new()
    {
        RuleId = "GB3003",
        Severity = Severity.Error,
        Message = "message",
        Location = new SourceLocation(path, new SourceRange(line, 1, line, 2)),
        Excerpt = new Excerpt(1, []),
        Evidence = "evidence",
        Basis = "syntax",
        Fingerprint = fingerprint,
        LineHash = lineHash,
        Project = "p",
    };

    private static IEnumerable<string> Sorted(BaselineComparison comparison) =>
        comparison.Findings.Select(static f => $"{f.Location} {f.Fingerprint} {f.LineHash} {f.BaselineState}").Order(StringComparer.Ordinal);
}
