using Xunit;
using VS = Microsoft.VisualStudio.TestTools.UnitTesting;
using NU = NUnit.Framework;

namespace Corpus.Columns;

public static class Price
{
    public static decimal Gross(decimal net, int percent) => net + (net * percent / 100);

    public static string Format(decimal price, string currency) => $"{price:0.00} {currency}";
}

public class PriceXunit
{
    [Theory]
    [InlineData(10, 20, 12)]
    [InlineData(20, 20, 24)]
    public void Gross_AddsTax(int net, int percent, int expected) //@true GB1010
    {
        var gross = Price.Gross(net, percent);
        Assert.True(gross > net);
    }

    [Theory]
    [InlineData("EUR", 1)]
    [InlineData("CHF", 2)]
    public void Format_NamesCurrency(
        string currency, //@true GB1010
        int price)
    {
        Assert.EndsWith("EUR", Price.Format(price, "EUR"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Gross_IsOverwritten(int net, int expected) //@true GB1010
    {
        expected = net;
        Assert.Equal(net, Price.Gross(net, 0));
    }

    public static IEnumerable<object[]> Rates()
    {
        yield return new object[] { 7, "food" };
        yield return new object[] { 19, "rest" };
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Gross_OfRate(int percent, string kind) //@true GB1010
    {
        Assert.True(Price.Gross(100, percent) > 100);
    }

    public static TheoryData<decimal, decimal, bool> Pairs => new() { { 1m, 1m, true }, { 2m, 3m, false } };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Format_Pairs(decimal a, decimal b, bool areSame) //@true GB1010
    {
        await Task.Yield();
        Assert.Equal(a == b, Price.Format(a, "x") == Price.Format(b, "x"));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 6)]
    public void Gross_InLambda(int net, int percent) //@true GB1010
    {
        Func<int, decimal> gross = percent2 => Price.Gross(net, percent2);
        Assert.Equal(net, gross(0));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "x")]
    public void Format_Nullable(int price, string? suffix) => Assert.StartsWith(price.ToString(), Price.Format(price, "EUR")); //@true GB1010

    [Theory]
    [InlineData(1, StringComparison.Ordinal)]
    [InlineData(2, StringComparison.OrdinalIgnoreCase)]
    public void Format_Compares(int price, StringComparison comparison) //@true GB1010
    {
        // comparison is not needed here
        Assert.Contains("EUR", Price.Format(price, "EUR"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2, 3)]
    public void Gross_Params(int net, params int[] rates) //@true GB1010
    {
        Assert.Equal(net, Price.Gross(net, 0));
    }

    // ---- honest look-alikes

    [Theory]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    public void Gross_Labelled(int net, string description) => Assert.Equal(net, Price.Gross(net, 0)); //@near GB1010

    [Theory]
    [InlineData("no tax", 1)]
    public void Gross_Scenario(string scenario, int net) => Assert.Equal(net, Price.Gross(net, 0)); //@near GB1010

    [Theory]
    [InlineData(1, 2)]
    public void Gross_Discarded(int net, int _) => Assert.Equal(net, Price.Gross(net, 0)); //@near GB1010

    [Theory]
    [InlineData(1, 2)]
    public void Gross_Assigned(int net, int percent) //@near GB1010
    {
        _ = percent;
        Assert.Equal(net, Price.Gross(net, 0));
    }

    [Theory]
    [InlineData(1, 2)]
    public void Gross_Logged(int net, int percent) //@near GB1010
    {
        Console.WriteLine($"tax {percent}");
        Assert.Equal(net, Price.Gross(net, 0));
    }

    [Theory]
    [InlineData(1, 1)]
    public void Gross_Nested(int net, int expected) //@near GB1010
    {
        Check();
        void Check() => Assert.Equal(expected, Price.Gross(net, 0));
    }

    [Theory]
    [InlineData(1, 1)]
    public void Gross_Captured(int net, int expected) //@near GB1010
    {
        Action check = () => Assert.Equal(expected, Price.Gross(net, 0));
        check();
    }

    [Theory]
    [InlineData(1, true)]
    public void Gross_OnOther(int net, bool onOther) //@near GB1010
    {
#if NET48
        Assert.True(onOther);
#endif
        Assert.Equal(net, Price.Gross(net, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData("a")]
    public void Lists_AnyType<T>(T sample) => Assert.Empty(new List<T>()); //@near GB1010

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Gross_IsStable(int iteration) => Assert.Equal(1, Price.Gross(1, 0)); //@near GB1010

    [Theory]
    [InlineData(1)]
    public void Gross_Unwritten(int net) => throw new NotImplementedException(); //@near GB1010 @true GB1002

    [Theory(Skip = "waits for #4, the tax tables")]
    [InlineData(1, 1)]
    public void Gross_Skipped(int net, int expected) => Assert.Equal(net, Price.Gross(net, 0)); //@near GB1010

    [Theory]
    [InlineData(1, 4)]
    public void Gross_Named(int net, int percent) => Assert.Equal(net, Price.Gross(net, nameof(percent).Length - 7)); //@near GB1010

    [Theory]
    [InlineData(1, 4)]
    public void Gross_Raised(int net, int percent) //@near GB1010
    {
        percent += 1;
        Assert.Equal(net, Price.Gross(net, 0));
    }

    [Theory]
    [CsvRows]
    public void Gross_FromFile(int net, int column3) => Assert.Equal(net, Price.Gross(net, 0)); //@near GB1010

    private static void NoTest(int net, int unread) => Price.Gross(net, 0); //@near GB1010
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class CsvRowsAttribute : Xunit.Sdk.DataAttribute
{
    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) => [[1, 2]];
}

public abstract class RateContract
{
    public abstract void Gross_Kept(int net, int percent);
}

public class RateTests : RateContract
{
    [Theory]
    [InlineData(1, 2)]
    public override void Gross_Kept(int net, int percent) => Assert.Equal(net, Price.Gross(net, 0)); //@near GB1010
}

[NU.TestFixture]
public class PriceNUnit
{
    [NU.TestCase(1, 2)]
    [NU.TestCase(2, 4)]
    public void Gross_Doubles(int net, int doubled) => NU.Assert.That(Price.Gross(net, 100), NU.Is.GreaterThan(net)); //@true GB1010

    [NU.TestCase(1, "a", ExpectedResult = "1.00 EUR")]
    public string Format_Returns(int price, string currency) => Price.Format(price, "EUR"); //@true GB1010

    [NU.Test]
    public void Gross_Combines([NU.Values(1, 2)] int net, [NU.Values(5, 10)] int percent) => //@true GB1010
        NU.Assert.That(Price.Gross(net, 0), NU.Is.EqualTo(net));

    [NU.Test]
    public void Gross_Range([NU.Range(1, 3)] int net, [NU.Random(1, 9, 2)] int percent) => //@true GB1010
        NU.Assert.That(Price.Gross(net, 0), NU.Is.EqualTo(net));

    private static readonly object[] Cases = [new object[] { 1, 2 }];

    [NU.TestCaseSource(nameof(Cases))]
    public void Gross_FromSource(int net, int percent) //@true GB1010
    {
        if (net > 0)
            NU.Assert.That(Price.Gross(net, 0), NU.Is.EqualTo(net));
        else
            NU.Assert.Fail();
    }

    [NU.TestCase(1, "one")]
    public void Gross_TestName(int net, string testName) => NU.Assert.That(Price.Gross(net, 0), NU.Is.EqualTo(net)); //@near GB1010

    [NU.TestCase(1, 7)]
    public void Gross_ByContext(int net, int percent) //@near GB1010
    {
        var arguments = NU.TestContext.CurrentContext.Test.Arguments;
        NU.Assert.That(Price.Gross(net, 0), NU.Is.EqualTo(arguments[0]));
    }

    [NU.Test, NU.CancelAfter(1000)]
    public void Gross_Cancels([NU.Values(1)] int net, CancellationToken token) => NU.Assert.That(Price.Gross(net, 0), NU.Is.EqualTo(net)); //@near GB1010
}

[VS.TestClass]
public class PriceMs
{
    [VS.DataTestMethod]
    [VS.DataRow(1, 2)]
    public void Gross_Row(int net, int expected) => VS.Assert.AreNotEqual(0m, Price.Gross(net, 0)); //@true GB1010

    public static IEnumerable<object[]> Data => [[1, 2]];

    [VS.TestMethod]
    [VS.DynamicData(nameof(Data))]
    public void Gross_Dynamic(int net, int expected) => VS.Assert.AreEqual(net, (int)Price.Gross(net, 0)); //@true GB1010

    [VS.DataTestMethod]
    [VS.DataRow(1, "why")]
    public void Gross_Because(int net, string because) => VS.Assert.AreEqual(net, (int)Price.Gross(net, 0)); //@near GB1010
}
