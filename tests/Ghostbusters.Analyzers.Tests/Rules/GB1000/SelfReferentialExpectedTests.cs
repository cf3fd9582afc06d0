using Ghostbusters.Analyzers.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class SelfReferentialExpectedTests
{
    private const string Subject = """
        public record Quote(decimal Net, decimal Tax);
        public class Pricing
        {
            private int calls;
            public decimal Tax(decimal net) => net * 0.2m + calls++ * 0;
            public Quote Offer(decimal net) => new(net, Tax(net));
            public async Task<decimal> TaxAsync(decimal net) { await Task.Yield(); return Tax(net); }
            public void Reset() => calls = 0;
        }
        """;

    [Theory]
    [InlineData("[|Assert.Equal(Offered(3m), Offered(3m))|];", "private Quote Offered(decimal net) => sut.Offer(net);")]
    [InlineData("[|Assert.Equal(new Pricing().Offer(3m).ToString(), new Pricing().Offer(3m).ToString())|];")]
    [InlineData("[|Assert.Equal(Taxes([1m, 2m]), Taxes([1m, 2m]))|];", "private List<decimal> Taxes(decimal[] nets) => nets.Select(sut.Tax).ToList();")]
    public Task OneCallWrittenTwice_Triggers(string body, string more = "") => Verify(body, "Offers_AreCountedOnce", more);

    [Theory]
    [InlineData("Assert.Equal(Made(), Made());", "private object Made() => sut.Offer(1m);")]
    [InlineData("Assert.Equal(NextTax(3m), NextTax(3m));", "private decimal NextTax(decimal net) => sut.Tax(net);")]
    [InlineData("Assert.Equal(Offered(3m), Offered(4m));", "private Quote Offered(decimal net) => sut.Offer(net);")]
    [InlineData("Assert.Equal(BuildQuote(3m), BuildQuote(3m));", "private Quote BuildQuote(decimal net) => sut.Offer(net);")]
    public Task AnotherThingEachTime_DoesNotTrigger(string body, string more) => Verify(body, "Offers", more);

    private static Task Verify(string body, string name = "Tax", string more = "") => RuleTest.VerifyAsync<SelfReferentialExpected>(
        $$"""
        using Xunit;
        using FluentAssertions;
        public class PricingTests
        {
            private readonly Pricing sut = new();
            [Fact] public async Task {{name}}()
            {
                await Task.Yield();
                {{body}}
            }
            {{more}}
        }
        """, Subject);

    [Theory]
    [InlineData("var expected = sut.Tax(1); var actual = sut.Tax(1); [|Assert.Equal(expected, actual)|];")]
    [InlineData("[|Assert.Equal(sut.Tax(1), sut.Tax(1))|];")]
    [InlineData("var expected = sut.Offer(1); [|Assert.Equal(expected.Tax, sut.Offer(1).Tax)|];")]
    [InlineData("var expected = await sut.TaxAsync(1); [|Assert.Equal(expected, await sut.TaxAsync(1))|];")]
    [InlineData("var expected = sut.Tax(1); [|sut.Tax(1).Should().Be(expected)|];")]
    public Task SameCallOnBothSides_Triggers(string body) => Verify(body);

    [Fact]
    public Task HelperThatCallsTheSubject_Triggers() => Verify("[|Assert.Equal(Expected(), sut.Tax(1))|];", more: "private decimal Expected() => sut.Tax(1);");

    [Theory]
    [InlineData("Assert.Equal(0.2m, sut.Tax(1));")]
    [InlineData("var expected = sut.Tax(1); Assert.Equal(expected, sut.Tax(2));")]
    [InlineData("var expected = sut.Tax(1); sut.Reset(); Assert.Equal(expected, sut.Tax(1));")]
    [InlineData("var expected = new Pricing().Tax(1); Assert.Equal(expected, sut.Tax(1));")]
    [InlineData("var first = sut.Tax(1); var then = sut.Tax(1); Assert.Equal(first, then);")]
    [InlineData("var expected = sut.Tax(1); Assert.Equal(expected, sut.Offer(1).Tax);")]
    [InlineData("var expected = sut.Offer(1).Net; Assert.Equal(expected, sut.Offer(1).Tax);")]
    [InlineData("var expected = sut.Tax(1); expected += 0; Assert.Equal(expected, sut.Tax(1));")]
    [InlineData("var expected = Math.Abs(-1); Assert.Equal(expected, Math.Abs(-1));")]
    public Task ExpectationOfItsOwn_DoesNotTrigger(string body) => Verify(body);

    [Theory]
    [InlineData("Tax_IsDeterministic")]
    [InlineData("Tax_Called_Twice")]
    [InlineData("Tax_IsCached")]
    public Task TestAboutCallingAgain_DoesNotTrigger(string name) => Verify("Assert.Equal(sut.Tax(1), sut.Tax(1));", name);
}
