using Ghostbusters.Analyzers.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class OverbroadToleranceTests
{
    private static Task Triggers(string statements, string members = "") => RuleTest.VerifyAsync<OverbroadTolerance>(
        "using Xunit;\nusing FluentAssertions;\npublic class T\n{\n[Fact] public void A()\n{\n" + statements + "\n}\n" + members
        + "\nstatic double D() => DateTime.Now.Ticks; static string S() => DateTime.Now.ToString(); static int I() => Environment.TickCount;\n}\n");

    private static Task DoesNotTrigger(string statements, string members = "") => Triggers(statements, members);

    [Theory]
    [InlineData("[|Assert.Equal(2.0, D(), 5.0)|];")]
    [InlineData("var tolerance = 1.0; tolerance = 3.0; [|Assert.Equal(2.0, D(), tolerance)|];")]
    [InlineData("[|Assert.Equal(D(), D(), double.PositiveInfinity)|];")]
    [InlineData("[|Assert.Equal(0.04, D(), 1)|];")]
    [InlineData("[|Assert.Contains(\"\", S())|];")]
    [InlineData("var all = new System.Text.RegularExpressions.Regex(\"a?\"); [|Assert.Matches(all, S())|];")]
    [InlineData("[|Assert.InRange(S().Length, 0, int.MaxValue)|];")]
    [InlineData("[|D().Should().BeApproximately(-3, 3)|];")]
    [InlineData("[|Assert.True(Math.Abs(D() - 3) < 4)|];")]
    public Task LetsErrorsThrough_Triggers(string statements) => Triggers(statements);

    [Fact]
    public Task ThroughAHelper_Triggers() => Triggers(
        "[|Close(D(), 2, 100)|];", "static void Close(double actual, double expected, double slack) => Assert.True(Math.Abs(actual - expected) < slack);");

    [Theory]
    [InlineData("Assert.Equal(0, D(), 5.0);")]
    [InlineData("Assert.Equal(2.0, D(), 0.1);")]
    [InlineData("var tolerance = 1.0; if (D() > 3) tolerance = 5; Assert.Equal(2.0, D(), tolerance);")]
    [InlineData("Assert.Matches(\"^a?$\", S());")]
    [InlineData("Assert.Matches(\".+\", S());")]
    [InlineData("Assert.Contains(\"\", new[] { S() });")]
    [InlineData("Assert.InRange(I(), 0, int.MaxValue);")]
    [InlineData("DateTime.Now.Should().BeCloseTo(DateTime.Now, TimeSpan.FromHours(24));")]
    [InlineData("Assert.Matches(\"(\", S());")]
    public Task ConstrainsTheValue_DoesNotTrigger(string statements) => DoesNotTrigger(statements);

    [Fact]
    public async Task Message_SaysWhatPasses()
    {
        var found = await RuleTest.VerifyAsync<OverbroadTolerance>("public class T { [Xunit.Fact] public void A() => [|Xunit.Assert.Equal(2.5, Math.Sqrt(6), 3.0)|]; }");
        Assert.Equal(
            "'Equal' claims to check the value, but a tolerance of 3 is more than the expected 2.5: zero and twice as much pass too. "
            + "Ask for no more room than rounding or the clock needs.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
