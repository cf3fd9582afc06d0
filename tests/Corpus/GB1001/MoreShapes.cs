using FluentAssertions;
using Shouldly;
using Xunit;
using NAssert = NUnit.Framework.Assert;
using NIs = NUnit.Framework.Is;

namespace Corpus.GB1001.MoreShapes;

public enum Gauge
{
    Low,
    High,
}

public sealed class Tank
{
    private readonly List<double> _levels = [];

    public IReadOnlyList<double> Levels => _levels;

    public int[] Marks { get; } = [1, 2, 3];

    public string Label { get; set; } = "";

    public double Level { get; private set; }

    public ushort Valves { get; set; }

    public Gauge Fill(double litres)
    {
        Level += litres;
        _levels.Add(Level);
        return Level > 10 ? Gauge.High : Gauge.Low;
    }

    public int Drain(out double rest)
    {
        rest = Level = 0;
        return _levels.Count;
    }
}

public class TankTests
{
    private readonly Tank _tank = new();

    // The bound lies below the least that a length can be.
    [Fact]
    public void Label_HasALength()
    {
        _tank.Label = "oil";
        Assert.True(_tank.Label.Length > -1); //@true GB1001
    }

    [Fact]
    public void Levels_AreNotNegative()
    {
        _tank.Fill(2);
        Assert.False(_tank.Levels.Count < 0); //@true GB1001
    }

    [Fact]
    public void Marks_AreThere() => _tank.Marks.Length.ShouldBeGreaterThanOrEqualTo(0); //@true GB1001

    [Fact]
    public void Levels_AreAtLeastNone()
    {
        _tank.Fill(2);
        NAssert.That(_tank.Levels.Count, NIs.GreaterThanOrEqualTo(0)); //@true GB1001
    }

    [Fact]
    public void Valves_AreUnsigned()
    {
        _tank.Valves = 3;
        Assert.True(_tank.Valves >= 0); //@true GB1001
    }

    // A literal on both sides, left over from a draft.
    [Fact]
    public void Fill_Draft()
    {
        _tank.Fill(1);
        Assert.Equal(42, 42); //@true GB1001
    }

    [Fact]
    public void Fill_DraftOfText()
    {
        _tank.Fill(1);
        Assert.False("low" == "high"); //@true GB1001
    }

    // Either, or not: one of them always is.
    [Fact]
    public void Fill_IsLowOrNot()
    {
        var isLow = _tank.Fill(1) == Gauge.Low;
        Assert.True(!isLow || isLow); //@true GB1001
    }

    [Fact]
    public void Fill_TrueWins()
    {
        var isLow = _tank.Fill(1) == Gauge.Low;
        Assert.True(isLow | true); //@true GB1001
    }

    // Not null is what a value type, a new object and an interpolated text are anyway.
    [Fact]
    public void Fill_GivesSomething()
    {
        var gauge = _tank.Fill(1);
        NAssert.That(gauge, NIs.Not.Null); //@true GB1001
    }

    [Fact]
    public void Level_GivesText()
    {
        _tank.Fill(1);
        var text = $"{_tank.Level} l";
        text.Should().NotBeNull(); //@true GB1001
    }

    [Fact]
    public void Levels_AreCopied()
    {
        _tank.Fill(1);
        double[] copy = [.. _tank.Levels];
        Assert.NotNull(copy); //@true GB1001
    }

    // The actual was overwritten with what is expected.
    [Fact]
    public void Drain_LeavesNothing()
    {
        var count = _tank.Drain(out var rest);
        rest = 0.0;
        count = 0;
        Assert.Equal(0.0, rest); //@true GB1001
        Assert.Equal(0, count); //@true GB1001
    }

    [Fact]
    public void Fill_FlagIsSetBeforeTheCall()
    {
        var filled = true;
        _tank.Fill(3);
        Assert.True(filled); //@true GB1001
    }

    // The condition of the branch is asserted inside of it, and in the other one its contrary.
    [Fact]
    public void Fill_AssertsItsOwnCondition()
    {
        var isLow = _tank.Fill(1) == Gauge.Low;
        if (isLow)
            Assert.True(isLow); //@true GB1001
        else
            Assert.False(isLow); //@true GB1001
    }

    // The tank is what was made three lines before.
    [Fact]
    public void New_IsATank()
    {
        var tank = new Tank();
        tank.Fill(1);
        tank.Should().BeOfType<Tank>(); //@true GB1001
    }

    // A count that must be one more says something.
    [Fact]
    public void Levels_AreMoreThanNone()
    {
        _tank.Fill(2);
        Assert.True(_tank.Levels.Count > 0); //@near GB1001
    }

    // Signed: it may well be below zero.
    [Fact]
    public void Level_IsNotNegative()
    {
        _tank.Fill(2);
        Assert.True(_tank.Level >= 0); //@near GB1001
    }

    // The call that writes the variable stands in between.
    [Fact]
    public void Drain_WritesTheRest()
    {
        var rest = 7.0;
        _tank.Drain(out rest);
        Assert.Equal(0.0, rest); //@near GB1001
    }

    // A lambda sets it, and only where somebody calls it.
    [Fact]
    public void Fill_IsToldToAWatcher()
    {
        var told = false;
        Action<double> watcher = _ => told = true;
        Array.ForEach([_tank.Level], watcher);
        Assert.True(told); //@near GB1001
    }

    // NaN is not equal to itself.
    [Fact]
    public void Level_IsANumber()
    {
        var level = _tank.Level;
#pragma warning disable CS1718
        Assert.True(level == level); //@near GB1001
#pragma warning restore CS1718
    }
}
