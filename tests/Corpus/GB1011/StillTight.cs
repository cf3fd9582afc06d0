using System.Diagnostics;
using System.Text.RegularExpressions;
using FluentAssertions;
using Shouldly;
using Xunit;
using VS = Microsoft.VisualStudio.TestTools.UnitTesting;
using NU = NUnit.Framework;

namespace Corpus.StillTight;

public static class Wave
{
    public static double At(double t) => Math.Sin(t);

    public static int Red(double t) => (int)(128 + (127 * At(t)));

    public static string Name(double t) => t < 0 ? "" : "wave " + t;

    public static async Task<TimeSpan> PlayAsync()
    {
        var watch = Stopwatch.StartNew();
        await Task.Delay(1);
        return watch.Elapsed;
    }
}

public class WaveXunit
{
    [Fact]
    public void At_Zero() => Assert.Equal(0, Wave.At(0), 0.001); //@near GB1011

    [Fact]
    public void At_Pi() => Assert.Equal(1.2246e-16, Wave.At(Math.PI), 1e-9); //@near GB1011

    [Fact]
    public void At_Quarter() => Assert.Equal(1, Wave.At(Math.PI / 2), 0.5); //@near GB1011

    [Fact]
    public void At_Negative() => Assert.Equal(-1, Wave.At(-Math.PI / 2), 0.01); //@near GB1011

    [Fact]
    public void At_Rounded() => Assert.Equal(0.8415, Wave.At(1), 4); //@near GB1011

    [Fact]
    public void At_RoundedToWhole() => Assert.Equal(1.0, Wave.At(1.5), 0); //@near GB1011

    [Theory]
    [InlineData(1, 0.84)]
    [InlineData(2, 0.91)]
    public void At_Rows(double t, double expected) => Assert.Equal(expected, Wave.At(t), 0.5); //@near GB1011

    [Fact]
    public void At_RelativeTolerance()
    {
        var expected = Wave.At(1);
        Assert.Equal(expected, Wave.At(1), expected * 0.1); //@near GB1011
    }

    [Fact]
    public void Red_OneStep() => Assert.True(Math.Abs(Wave.Red(-1.5) - 1) <= 1); //@near GB1011

    [Fact]
    public void At_EitherBranch()
    {
        var tolerance = 0.01;
        if (Environment.Is64BitProcess)
            tolerance = 2;
        Assert.Equal(1.0, Wave.At(Math.PI / 2), tolerance); //@near GB1011
    }

    [Fact]
    public async Task Play_TakesAboutAsLong() => (await Wave.PlayAsync()).Should().BeCloseTo(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5)); //@near GB1011

    [Fact]
    public void Clock_IsClose() => DateTime.UtcNow.Should().BeCloseTo(DateTime.UtcNow, TimeSpan.FromMinutes(1)); //@near GB1011

    [Fact]
    public void Day_IsClose() => Assert.Equal(DateTime.Today, DateTime.Now, TimeSpan.FromDays(1)); //@near GB1011

    [Fact]
    public void Name_ContainsBlank() => Assert.Contains(" ", Wave.Name(1)); //@near GB1011

    [Fact]
    public void Names_ContainEmpty() => Assert.Contains("", new[] { Wave.Name(-1) }); //@near GB1011

    [Fact]
    public void Name_IsEmpty() => Assert.Equal("", Wave.Name(-1)); //@near GB1011

    [Fact]
    public void Name_NotEmpty() => Assert.Matches(".+", Wave.Name(1)); //@near GB1011

    [Fact]
    public void Name_DigitsAtEnd_AnyText() => Assert.Matches(@"\d*$", Wave.Name(1).Length > 3 ? "wave" : "x"); //@true GB1011

    [Fact]
    public void Name_Whole() => Assert.Matches("^wave .*$", Wave.Name(1)); //@near GB1011

    [Fact]
    public void Name_OneLine() => Assert.Matches(new Regex("^.*$"), Wave.Name(1)); //@near GB1011

    [Fact]
    public void Red_InRange() => Assert.InRange(Wave.Red(1), 0, 255); //@near GB1011

    [Fact]
    public void Red_NotNegative() => Assert.InRange(Wave.Red(1), 0, int.MaxValue); //@near GB1011

    [Fact]
    public void Names_SomeCount() => Assert.InRange(Wave.Name(1).Length, 1, int.MaxValue); //@near GB1011

    [Fact]
    public void Name_Variable()
    {
        var part = Wave.Name(-1);
        Assert.Contains(part, Wave.Name(1)); //@near GB1011
    }

    [Fact]
    public void At_ByHelper() => AssertClose(0.84, Wave.At(1), 0.01); //@near GB1011

    private static void AssertClose(double expected, double actual, double tolerance) => Assert.Equal(expected, actual, tolerance); //@near GB1011

    [Fact]
    public void Name_DoesNotContain() => Assert.False(Wave.Name(1).Contains("x")); //@near GB1011
}

public class WaveFluent
{
    [Fact]
    public void Name_Wildcard() => Wave.Name(1).Should().Match("wave*"); //@near GB1011

    [Fact]
    public void Red_AtLeastZero() => Wave.Red(1).Should().BeGreaterThanOrEqualTo(0); //@near GB1011

    [Fact]
    public void At_Shouldly() => Wave.At(1).ShouldBe(0.84, 0.02); //@near GB1011
}

[NU.TestFixture]
public class WaveNUnit
{
    [NU.Test]
    public void At_Percent() => NU.Assert.That(Wave.At(1), NU.Is.EqualTo(0.84).Within(5).Percent); //@near GB1011

    [NU.Test]
    public void At_Ulps() => NU.Assert.That(Wave.At(0.5), NU.Is.EqualTo(Math.Sin(0.5)).Within(4).Ulps); //@near GB1011

    [NU.Test]
    public void At_NotWithin() => NU.Assert.That(Wave.At(1), NU.Is.Not.EqualTo(5).Within(5)); //@near GB1011

    [NU.Test]
    public void Name_NotMatching() => NU.Assert.That(Wave.Name(1), NU.Does.Not.Match("x*y")); //@near GB1011
}

[VS.TestClass]
public class WaveMs
{
    [VS.TestMethod]
    public void At_Delta() => VS.Assert.AreEqual(0.84, Wave.At(1), 0.01, "the first value"); //@near GB1011

    [VS.TestMethod]
    public void Name_Contains() => VS.StringAssert.Contains(Wave.Name(1), "wave"); //@near GB1011
}
