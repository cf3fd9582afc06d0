using NUnit.Framework;
using Xunit;
using VS = Microsoft.VisualStudio.TestTools.UnitTesting;
using NAssert = NUnit.Framework.Assert;
using Assert = Xunit.Assert;

namespace Corpus.StillHonest;

[AttributeUsage(AttributeTargets.Method)]
public sealed class WindowsFactAttribute : FactAttribute
{
    public WindowsFactAttribute() => Skip = OperatingSystem.IsWindows() ? null : "Windows only";
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class ConditionalFactAttribute : FactAttribute
{
    public string? SkipUnless { get; set; }

    public string? SkipWhen { get; set; }
}

[AttributeUsage(AttributeTargets.All)]
public sealed class IgnoreAttribute : Attribute;

public static class Reasons
{
    public static string Weekday => DateTime.UtcNow.DayOfWeek.ToString();

    public const string Docker = "Needs a running Docker daemon";
}

public sealed class Stack
{
    private readonly Stack<int> _items = new();

    public int Count => _items.Count;

    public void Push(int item) => _items.Push(item);

    public int Pop() => _items.Pop();
}

public class StackXunit
{
    [Fact(Skip = "https://example.org/tracker/issues/12")] //@near GB1008
    public void Tracked_ByAddress() => Assert.Equal(0, new Stack().Count);

    [Fact(Skip = "Flaky, see #482")] //@near GB1008
    public void Tracked_ByNumber() => Assert.Equal(0, new Stack().Count);

    [Fact(Skip = "STK-17")] //@near GB1008
    public void Tracked_ByTicket() => Assert.Equal(0, new Stack().Count);

    [Fact(Skip = "Requires a local SQL Server")] //@near GB1008
    public void Needs_Database() => Assert.Equal(0, new Stack().Count);

    [Fact(Skip = Reasons.Docker)] //@near GB1008
    public void Needs_Docker() => Assert.Equal(0, new Stack().Count);

    [Fact(Skip = "Mono does not implement weak events")] //@near GB1008
    public void Waits_ForPlatform() => Assert.Equal(0, new Stack().Count);

    [ConditionalFact(Skip = "not here", SkipUnless = nameof(IsLinux))] //@near GB1008
    public void Sometimes_Runs() => Assert.Equal(0, new Stack().Count);

    [ConditionalFact(Skip = "disabled", SkipWhen = nameof(IsLinux))] //@near GB1008
    public void Sometimes_Skips() => Assert.Equal(0, new Stack().Count);

    [WindowsFact] //@near GB1008
    public void Runs_OnWindows() => Assert.Equal(0, new Stack().Count);

    [Fact(Skip = null)] //@near GB1008
    public void Runs_WithNullReason() => Assert.Equal(0, new Stack().Count);

    [Fact(Skip = "")] //@near GB1008
    public void Runs_WithEmptyReason() => Assert.Equal(0, new Stack().Count);

    [Fact(Explicit = false)] //@near GB1008
    public void Runs_NotExplicit() => Assert.Equal(0, new Stack().Count);

    [Ignore] //@near GB1008
    public void Helper_OfAnotherLibrary() => IsLinux.ToString();

    public static bool IsLinux => OperatingSystem.IsLinux();

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FactAttribute : Xunit.FactAttribute
    {
        public new bool Explicit { get; set; }
    }
}

[TestFixture]
public class StackNUnit
{
    [Test, NUnit.Framework.Ignore("until the server speaks HTTP/3", Until = "2031-01-01")] //@near GB1008
    public void EndsByItself() => NAssert.That(new Stack().Count, Is.Zero);

    [Test, Explicit("sends real mail")] //@near GB1008
    public void Explicit_WithReason() => NAssert.That(new Stack().Count, Is.Zero);

    [Test, Explicit] //@near GB1008
    public void Manual_PushAMillion() => NAssert.That(new Stack().Count, Is.Zero);

    [Test, Explicit] // takes an hour //@near GB1008
    public void Takes_Long() => NAssert.That(new Stack().Count, Is.Zero);

    // Ignored because the licence server is only reachable from the office.
    [Test, NUnit.Framework.Ignore("ignored")] //@near GB1008
    public void Explained_Above() => NAssert.That(new Stack().Count, Is.Zero);

    [Test, Category("Slow"), Explicit] //@near GB1008
    public void Categorised() => NAssert.That(new Stack().Count, Is.Zero);

    [Test, Platform("Win")] //@near GB1008
    public void OnlyOnWindows() => NAssert.That(new Stack().Count, Is.Zero);

    [TestCase(1, Ignore = "Overflow is undefined below 64 bits")] //@near GB1008
    [TestCase(2)]
    public void OneRow(int item)
    {
        var stack = new Stack();
        stack.Push(item);
        NAssert.That(stack.Pop(), Is.EqualTo(item));
    }

    [Test]
    public void IgnoresItselfOnOccasion()
    {
        if (!OperatingSystem.IsLinux())
            NAssert.Ignore(); //@near GB1008
        NAssert.That(new Stack().Count, Is.Zero);
    }

    [Test]
    public void IgnoresItselfWithReason()
    {
        NAssert.Ignore("The emulator has no clock"); //@near GB1008
        NAssert.That(new Stack().Count, Is.Zero);
    }

    [SetUp]
    public void OnlyWhereThereIsAClock()
    {
        NAssert.That(Environment.TickCount64, Is.Not.Zero); //@near GB1008
    }
}

[TestFixture, Explicit] //@near GB1008
public class StackBenchmarks
{
    [Test]
    public void Count() => NAssert.That(new Stack().Count, Is.Zero);
}

[VS.TestClass]
public class StackMs
{
    // #9: the runner of the phone cannot load this type.
    [VS.TestMethod, VS.Ignore] //@near GB1008
    public void Tracked_Above() => VS.Assert.AreEqual(0, new Stack().Count);

    /// <remarks>Runs only with a smart card in the reader.</remarks>
    [VS.TestMethod]
    [VS.Ignore] //@near GB1008
    public void Explained_InRemarks() => VS.Assert.AreEqual(0, new Stack().Count);

    [VS.TestMethod, VS.TestCategory("Integration"), VS.Ignore] //@near GB1008
    public void ByCategory() => VS.Assert.AreEqual(0, new Stack().Count);
}
