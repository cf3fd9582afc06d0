using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Identity;

namespace Ghostbusters.Functions.Tests.Core;

public class UlidGeneratorTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero));

    [Fact]
    public void AnId_HasTheFormAndTheTime()
    {
        var id = new UlidGenerator(_clock).Next();
        Assert.Matches("^[0-7][0-9a-hjkmnp-tv-z]{25}$", id);
        Assert.True(UlidGenerator.IsId(id));
        Assert.Equal(_clock.GetUtcNow(), UlidGenerator.TimeOf(id));
        Assert.True(TenantId.TryParse(id, out _));
    }

    /// <summary>However the clock goes, forward, not at all or back, each id is greater than the one before.</summary>
    [Fact]
    public void Ids_Grow() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), static steps =>
    {
        var clock = new SteppingClock();
        var ids = new UlidGenerator(clock);
        var made = steps.Select(step =>
        {
            clock.Milliseconds += step % 3;
            return ids.Next();
        }).ToList();
        return made.SequenceEqual(made.Order(StringComparer.Ordinal)) && made.Distinct().Count() == made.Count;
    }));

    [Fact]
    public void IdsOfManyThreads_AreDistinct()
    {
        var (ids, made) = (new UlidGenerator(_clock), new System.Collections.Concurrent.ConcurrentBag<string>());
        Parallel.For(0, 10_000, _ => made.Add(ids.Next()));
        Assert.Equal(10_000, made.Distinct().Count());
    }

    [Fact]
    public void IdsOfTwoProcesses_AreDistinct_InTheSameMillisecond() => Assert.NotEqual(new UlidGenerator(_clock).Next(), new UlidGenerator(_clock).Next());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01jnqzv5t0k8r3y6m2w9x4c7b")]
    [InlineData("01jnqzv5t0k8r3y6m2w9x4c7b12")]
    [InlineData("01JNQZV5T0K8R3Y6M2W9X4C7B1")]
    [InlineData("81jnqzv5t0k8r3y6m2w9x4c7b1")]
    [InlineData("01jnqzv5t0k8r3y6m2w9x4c7bu")]
    [InlineData("01jnqzv5t0k8r3y6m2w9x4c7b/")]
    public void WhatIsNoId_IsRefused(string? text)
    {
        Assert.False(UlidGenerator.IsId(text));
        Assert.ThrowsAny<FormatException>(() => UlidGenerator.TimeOf(text ?? ""));
    }

    private sealed class SteppingClock : TimeProvider
    {
        public long Milliseconds { get; set; } = 1_772_366_400_000;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);
    }
}
