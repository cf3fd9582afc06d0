using Ghostbusters.Analyzers.Rules.GB1000;
using Ghostbusters.CodeFixes.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class VacuousAssertionTests
{
    private const string Subject = """
        public enum Level { Low = 1, High = 2 }
        public class Gauge
        {
            public const int Max = 10;
            public int Value { get; set; }
            public int Next => ++Value;
            public volatile int Ticks;
            public List<int> Log { get; } = [];
            public int Read() => Value;
            public void Run(Action action) => action();
        }
        public class Money(int cents)
        {
            public override bool Equals(object? other) => other is Money m && m.GetHashCode() == GetHashCode();
            public override int GetHashCode() => cents;
            public static bool operator ==(Money a, Money b) => a.Equals(b);
            public static bool operator !=(Money a, Money b) => !a.Equals(b);
        }
        """;

    private static string Test(string body, string parameters = "") =>
        "using FluentAssertions;\nusing Shouldly;\nusing Xunit;\npublic class GaugeTests\n{\n    [Fact] public void Test(" + parameters + ")\n    {\n        var gauge = new Gauge();\n        " + body + "\n    }\n}\n";

    private static Task Verify(string body, string parameters = "") => RuleTest.VerifyAsync<VacuousAssertion>(Test(body, parameters), Subject);

    [Fact]
    public Task Literals_Trigger() => Verify("[|Assert.True(true)|]; [|Assert.False(false)|]; [|Assert.Equal(5, 5)|]; [|Assert.NotNull(\"a\")|]; [|Assert.Null(null)|];");

    [Fact]
    public Task ConstantsThroughLocals_Trigger() => Verify("""var expected = 5; var actual = expected; gauge.Read(); [|Assert.Equal(expected, actual)|];""");

    [Fact]
    public Task FlagThatIsOnlySet_Triggers() => Verify("""var done = false; gauge.Read(); done = true; [|Assert.True(done)|];""");

    [Fact]
    public Task ValueWithItself_Triggers() => Verify("""var value = gauge.Read(); [|Assert.Equal(value, value)|]; [|Assert.True(gauge.Value == gauge.Value)|]; [|Assert.Same(gauge, gauge)|];""");

    [Fact]
    public Task AliasOfTheSameObject_Triggers() => Verify("""var before = gauge; gauge.Read(); [|Assert.Same(before, gauge)|];""");

    [Fact]
    public Task CountNotNegative_Triggers() => Verify("""[|Assert.True(gauge.Log.Count >= 0)|]; [|gauge.Log.Count.ShouldBeGreaterThanOrEqualTo(0)|]; [|Assert.True(gauge.Log.Count() > -1)|];""");

    [Fact]
    public Task UnsignedNotNegative_Triggers() => Verify("""uint size = (uint)gauge.Read(); [|Assert.True(size >= 0)|];""");

    [Fact]
    public Task NotNullOfNew_Triggers() => Verify("""[|Assert.NotNull(gauge)|]; [|gauge.Should().NotBeNull()|];""");

    [Fact]
    public Task NotNullOfValueType_Triggers() => Verify("""[|Assert.NotNull(gauge.Read())|]; [|Assert.NotNull((object)DateTime.UnixEpoch)|];""");

    [Fact]
    public Task TypeOfNew_Triggers() => Verify("""[|Assert.IsType<Gauge>(gauge)|]; [|gauge.Should().BeOfType<Gauge>()|];""");

    [Fact]
    public Task ExcludedMiddle_Triggers() => Verify("""var isLow = gauge.Read() < 3; [|Assert.True(isLow || !isLow)|];""");

    [Fact]
    public Task DifferentConstants_Trigger() => Verify("""[|Assert.NotEqual(1, 2)|];""");

    [Fact]
    public Task KnownFromTheBranch_Triggers() => Verify("""var text = Console.ReadLine(); if (text == null) return; [|Assert.NotNull(text)|];""");

    [Fact]
    public Task NUnitAndMSTest_Trigger() => RuleTest.VerifyAsync<VacuousAssertion>("""
        using NUnit.Framework;
        public class A
        {
            [Test] public void M() { var x = new Gauge(); [|Assert.That(true)|]; [|Assert.That(x, Is.Not.Null)|]; [|Assert.That(5, Is.EqualTo(5))|]; [|Assert.That(x.Log.Count, Is.GreaterThanOrEqualTo(0))|]; }
            [Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod] public void N() { [|Microsoft.VisualStudio.TestTools.UnitTesting.Assert.IsTrue(true)|]; }
        }
        """, Subject);

    [Fact]
    public async Task Message_SaysWhy()
    {
        var found = await RuleTest.VerifyAsync<VacuousAssertion>(Test("[|Assert.NotNull(gauge)|];"), Subject);
        Assert.Equal(
            "'NotNull' claims to check something, but 'gauge' was just created with 'new', which never gives null: it cannot fail. "
            + "Assert what the code under test gave, or remove it.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Outcome_DoesNotTrigger() => Verify("""var value = gauge.Read(); Assert.Equal(0, value); Assert.True(value >= 0); Assert.NotNull(gauge.ToString());""");

    [Fact]
    public Task FailMarkers_DoNotTrigger() => Verify("""if (gauge.Read() > 3) Assert.True(false); Assert.NotNull(gauge.ToString());""");

    [Fact]
    public Task NamedConstant_DoesNotTrigger() => Verify("""Assert.Equal(10, Gauge.Max); Assert.True(Gauge.Max > 3); Assert.Equal(2, (int)Level.High); Assert.Equal("Gauge", nameof(Gauge));""");

    [Fact]
    public Task NamedConstantThroughLocal_DoesNotTrigger() => Verify("""var max = Gauge.Max; Assert.Equal(10, max);""");

    [Fact]
    public Task FlagSetInLambda_DoesNotTrigger() => Verify("""var ran = false; gauge.Run(() => ran = true); Assert.True(ran);""");

    [Fact]
    public Task FlagSetInLocalFunction_DoesNotTrigger() => Verify("""var count = 0; void Add() => count++; gauge.Run(Add); Assert.Equal(1, count);""");

    [Fact]
    public Task FlagSetInCatch_DoesNotTrigger() => Verify("""var thrown = false; try { gauge.Read(); } catch (Exception) { thrown = true; } Assert.True(thrown);""");

    [Fact]
    public Task OutAndRef_DoNotTrigger() => Verify("""var n = 5; int.TryParse("7", out n); Assert.Equal(5, n); var m = 1; Interlocked.Increment(ref m); Assert.Equal(1, m);""");

    [Fact]
    public Task CountedInLoop_DoesNotTrigger() => Verify("""var n = 0; foreach (var x in gauge.Log) n++; Assert.Equal(0, n);""");

    [Fact]
    public Task OverriddenEquality_DoesNotTrigger() => Verify("""var m = new Money(5); Assert.Equal(m, m); Assert.True(m == m); Assert.True(m.Equals(m));""");

    [Fact]
    public Task ChoiceOfOperator_DoesNotTrigger() => RuleTest.VerifyAsync<VacuousAssertion>("""
        using Xunit;
        #pragma warning disable CS0660, CS0661
        class Rate { public static bool operator ==(Rate? a, int b) => false; public static bool operator !=(Rate? a, int b) => true; }
        public class T
        {
            [Fact] public void Null() { Assert.True(default(Rate) == null); Assert.False(default(Rate) != default(Rate)); }
            [Fact] public void Plain() { [|Assert.True(default(T) == null)|]; }
        }
        """);

    [Fact]
    public Task TypeOfThatLoadsAnAssembly_DoesNotTrigger() => Verify("""Assert.NotNull(typeof(System.Xml.XmlReader)); Assert.Equal(0, gauge.Read());""");

    [Fact]
    public Task TypeOfAsOnlyCheck_Triggers() => Verify("""gauge.Read(); [|Assert.NotNull(typeof(System.Xml.XmlReader))|];""");

    [Fact]
    public Task TypeOfOwnCode_Triggers() => Verify("""[|Assert.NotNull(typeof(Gauge))|]; gauge.Read();""");

    [Fact]
    public Task PropertyWithEffect_DoesNotTrigger() => Verify("""Assert.NotEqual(gauge.Next, gauge.Next); Assert.False(gauge.Next == gauge.Next); Assert.Equal(gauge.Ticks, gauge.Ticks);""");

    [Fact]
    public Task SameObjectFromProperty_DoesNotTrigger() => Verify("""Assert.Same(gauge.Log, gauge.Log);""");

    [Fact]
    public Task CopiedStructThatWasChanged_DoesNotTrigger() => Verify("""var a = new System.Drawing.Point(1, 2); var b = a; b.X = 5; Assert.Equal(a, b);""");

    [Fact]
    public Task NaN_DoesNotTrigger() => Verify("""var d = gauge.Read() / 2.0; Assert.True(d == d); Assert.False(double.NaN > 1);""");

    [Fact]
    public Task AsAndIs_DoNotTrigger() => Verify("""object o = gauge; Assert.NotNull(o as IDisposable); Assert.IsAssignableFrom<object>(o); Assert.True(o is IDisposable);""");

    [Fact]
    public Task TheoryData_DoesNotTrigger() => Verify("""Assert.True(flag); Assert.NotNull(text); Assert.Equal(5, n);""", "bool flag, string text, int n");

    [Fact]
    public Task ComparerUnderTest_DoesNotTrigger() => Verify("""Assert.Equal("a", "a", StringComparer.Ordinal); Assert.Equal(1.0, 1.0, 3);""");

    [Fact]
    public Task MarkerOfTheRightWay_DoesNotTrigger() => Verify("""try { gauge.Read(); Assert.Fail("no"); } catch (InvalidOperationException) { Assert.True(true); }""");

    [Fact]
    public Task Repair_RemovesTheStatement() => RepairTest.VerifyAsync<VacuousAssertion, RemoveVacuousAssertionRepair>(
        RepairCode("        Assert.True(true);\n        Assert.NotNull(list);\n"), RepairCode(""));

    [Fact]
    public Task Repair_OfTheOnlyAssertion_IsNotOffered() => RepairTest.VerifyNotOfferedAsync<VacuousAssertion, RemoveVacuousAssertionRepair>("""
        public class T { [Xunit.Fact] public void M() { Console.WriteLine(); Xunit.Assert.True(true); } }
        """);

    [Fact]
    public Task Repair_OfOperandWithEffect_IsNotOffered() => RepairTest.VerifyNotOfferedAsync<VacuousAssertion, RemoveVacuousAssertionRepair>("""
        public class T { [Xunit.Fact] public void M() { Xunit.Assert.NotNull(new Random()); Xunit.Assert.Equal(1, Environment.ProcessorCount); } }
        """);

    [Fact]
    public Task Repair_OfTheOnlyUse_IsNotOffered() => RepairTest.VerifyNotOfferedAsync<VacuousAssertion, RemoveVacuousAssertionRepair>("""
        public class T { [Xunit.Fact] public void M() { var x = 5; Xunit.Assert.Equal(5, x); Xunit.Assert.Equal(1, Environment.ProcessorCount); } }
        """);

    private static string RepairCode(string lines) =>
        "using Xunit;\npublic class T\n{\n    [Fact] public void M()\n    {\n        var list = new List<int>();\n        // Nothing was added.\n" + lines + "        Assert.Empty(list);\n    }\n}\n";
}
