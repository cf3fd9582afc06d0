using System.Text.RegularExpressions;
using FluentAssertions;
using Shouldly;
using Xunit;
using VS = Microsoft.VisualStudio.TestTools.UnitTesting;
using NU = NUnit.Framework;

namespace Corpus.Loose;

public static class Orbit
{
    public static double Period(double axis) => Math.Sqrt(axis * axis * axis);

    public static string Describe(double axis) => $"{Period(axis):0.00} years";

    public static DateTime Next(DateTime last, double axis) => last.AddDays(Period(axis) * 365.25);

    public static List<int> Moons(int planet) => [.. Enumerable.Range(0, planet)];
}

public class OrbitXunit
{
    private const double Tolerance = 100;

    private static readonly double s_slack = 50;

    [Fact]
    public void Period_MoreThanExpected() => Assert.Equal(2.83, Orbit.Period(2), 5.0); //@true GB1011

    [Fact]
    public void Period_AsMuchAsExpected()
    {
        var expected = 8.0;
        var tolerance = 8.0;
        Assert.Equal(expected, Orbit.Period(4), tolerance); //@true GB1011
    }

    [Fact]
    public void Period_ConstantField() => Assert.Equal(8, Orbit.Period(4), Tolerance); //@true GB1011

    [Fact]
    public void Period_ReadOnlyField() => Assert.True(Math.Abs(Orbit.Period(4) - 8) <= s_slack); //@true GB1011

    [Fact]
    public void Period_RoundsToZero() => Assert.Equal(0.03, Orbit.Period(0.1), 1); //@true GB1011

    [Fact]
    public void Period_AnyDouble() => Assert.Equal(Orbit.Period(1), Orbit.Period(1.5), double.MaxValue); //@true GB1011

    [Fact]
    public void Next_HidesAMonth() =>
        Assert.Equal(new DateTime(2021, 1, 1), Orbit.Next(new DateTime(2020, 1, 1), 1), TimeSpan.FromDays(30)); //@true GB1011

    [Fact]
    public void Describe_ContainsNothing() => Assert.Contains("", Orbit.Describe(1)); //@true GB1011

    [Fact]
    public void Describe_StartsWithEmpty()
    {
        var prefix = string.Empty;
        Assert.StartsWith(prefix, Orbit.Describe(1)); //@true GB1011
    }

    [Fact]
    public void Describe_EndsWithEmpty() => Assert.EndsWith("", Orbit.Describe(1), StringComparison.Ordinal); //@true GB1011

    [Fact]
    public void Describe_MatchesAll() => Assert.Matches(".*", Orbit.Describe(1)); //@true GB1011

    [Fact]
    public void Describe_MatchesOptionalDigits() => Assert.Matches(new Regex(@"\d*"), Orbit.Describe(1)); //@true GB1011

    [Fact]
    public void Moons_AnyCount() => Assert.InRange(Orbit.Moons(3).Count, 0, int.MaxValue); //@true GB1011

    [Fact]
    public void Moons_AnyInt() => Assert.InRange(Orbit.Moons(3)[0], int.MinValue, int.MaxValue); //@true GB1011

    [Fact]
    public void Describe_ConditionContains() => Assert.True(Orbit.Describe(1).Contains("")); //@true GB1011

    [Fact]
    public void Period_ByHelper() => AssertClose(2.83, Orbit.Period(2), 10); //@true GB1011

    private static void AssertClose(double expected, double actual, double tolerance) => Assert.Equal(expected, actual, tolerance);

    [Fact]
    public void Period_InLambda() => Assert.All(new[] { 4.0 }, axis => Assert.Equal(8.0, Orbit.Period(axis), 9.5)); //@true GB1011
}

public class OrbitFluent
{
    [Fact]
    public void Period_Approximately() => Orbit.Period(4).Should().BeApproximately(8, 16); //@true GB1011

    [Fact]
    public void Next_HidesAYear() => Orbit.Next(DateTime.UtcNow, 1).Should().BeCloseTo(DateTime.UtcNow.AddDays(365), TimeSpan.FromDays(400)); //@true GB1011

    [Fact]
    public void Describe_Wildcard() => Orbit.Describe(1).Should().Match("*"); //@true GB1011

    [Fact]
    public void Describe_Regex() => Orbit.Describe(1).Should().MatchRegex("^.*"); //@true GB1011

    [Fact]
    public void Moons_AtLeastLeast() => Orbit.Moons(2)[0].Should().BeGreaterThanOrEqualTo(int.MinValue); //@true GB1011

    [Fact]
    public void Period_Shouldly() => Orbit.Period(4).ShouldBe(8, 20.5); //@true GB1011

    [Fact]
    public void Describe_Shouldly() => Orbit.Describe(4).ShouldStartWith(""); //@true GB1011
}

[NU.TestFixture]
public class OrbitNUnit
{
    [NU.Test]
    public void Period_Within() => NU.Assert.That(Orbit.Period(4), NU.Is.EqualTo(8).Within(8)); //@true GB1011

    [NU.Test]
    public void Period_WithinPercent() => NU.Assert.That(Orbit.Period(4), NU.Is.EqualTo(8).Within(150).Percent); //@true GB1011

    [NU.Test]
    public void Describe_Contain() => NU.Assert.That(Orbit.Describe(4), NU.Does.Contain("")); //@true GB1011

    [NU.Test]
    public void Describe_Match() => NU.Assert.That(Orbit.Describe(4), NU.Does.Match("(years)?")); //@true GB1011
}

[VS.TestClass]
public class OrbitMs
{
    [VS.TestMethod]
    public void Period_Delta() => VS.Assert.AreEqual(8.0, Orbit.Period(4), 10.0); //@true GB1011

    [VS.TestMethod]
    public void Describe_Contains() => VS.StringAssert.Contains(Orbit.Describe(4), ""); //@true GB1011
}
