using FluentAssertions;
using NUnit.Framework;
using Shouldly;
using Xunit;
using Assert = Xunit.Assert;
using MsAssert = Microsoft.VisualStudio.TestTools.UnitTesting.Assert;
using NAssert = NUnit.Framework.Assert;

namespace Corpus.GB1005.True;

public sealed record Line(string Item, int Count, decimal Price);

public sealed record Quote(decimal Net, decimal Tax, IReadOnlyList<string> Notes);

public sealed class Pricing(decimal rate)
{
    public decimal Tax(decimal net) => Math.Round(net * rate, 2);

    public decimal Total(IEnumerable<Line> lines) => lines.Sum(l => l.Count * l.Price);

    public Quote Offer(decimal net, string note = "") => new(net, Tax(net), [note]);

    public async Task<decimal> ConvertAsync(decimal net, string currency)
    {
        await Task.Yield();
        return currency == "EUR" ? net : net * 1.1m;
    }

    public decimal GetDiscount(int count) => count > 10 ? 0.1m : 0;
}

public static class Slug
{
    public static string From(string title) => title.Trim().ToLowerInvariant().Replace(' ', '-');

    public static string Shorten(this string text, int most) => text.Length <= most ? text : text[..most];

    public static int Words(params string[] texts) => texts.Sum(t => t.Split(' ').Length);
}

public class ExpectedFromTheSubject
{
    private readonly Pricing _pricing = new(0.2m);
    private readonly List<Line> _lines = [new("a", 2, 3m)];

    [Fact]
    public void Tax_IsAFifth()
    {
        var expected = _pricing.Tax(10m);
        var actual = _pricing.Tax(10m);
        Assert.Equal(expected, actual); //@true GB1005
    }

    [Fact]
    public void Tax_Inline() => Assert.Equal(_pricing.Tax(10m), _pricing.Tax(10m)); //@true GB1005

    [Fact]
    public void Tax_ExpectedInline()
    {
        var result = _pricing.Tax(7m);
        Assert.Equal(_pricing.Tax(7m), result); //@true GB1005
    }

    [Fact]
    public void Slug_OfTitle() => Assert.Equal(Slug.From("A b"), Slug.From("A b")); //@true GB1005

    [Fact]
    public void Slug_OfLocal()
    {
        var title = "Some Title";
        var expectedSlug = Slug.From(title);
        Assert.Equal(expectedSlug, Slug.From(title)); //@true GB1005
    }

    [Xunit.Theory]
    [InlineData("A")]
    [InlineData("a b")]
    public void Slug_OfRows(string title)
    {
        var expected = Slug.From(title);
        var slug = Slug.From(title);
        Assert.Equal(expected, slug); //@true GB1005
    }

    [Fact]
    public void Total_OfField()
    {
        decimal expected = _pricing.Total(_lines);
        Assert.Equal(expected, _pricing.Total(_lines)); //@true GB1005
    }

    [Fact]
    public void Offer_Net()
    {
        var expected = _pricing.Offer(5m).Net;
        var offer = _pricing.Offer(5m);
        Assert.Equal(expected, offer.Net); //@true GB1005
    }

    [Fact]
    public void Offer_NotesCount()
    {
        var expected = _pricing.Offer(5m, "x");
        var actual = _pricing.Offer(5m, "x");
        Assert.Equal(expected.Notes.Count, actual.Notes.Count); //@true GB1005
    }

    [Fact]
    public async Task Convert_ToDollars()
    {
        var expected = await _pricing.ConvertAsync(10m, "USD");
        var actual = await _pricing.ConvertAsync(10m, "USD");
        Assert.Equal(expected, actual); //@true GB1005
    }

    [Fact]
    public async Task Convert_Configured()
    {
        var expected = await _pricing.ConvertAsync(10m, "EUR").ConfigureAwait(false);
        Assert.Equal(expected, await _pricing.ConvertAsync(10m, "EUR")); //@true GB1005
    }

    [Fact]
    public void Discount_Fluently()
    {
        var expected = _pricing.GetDiscount(11);
        _pricing.GetDiscount(11).Should().Be(expected); //@true GB1005
    }

    [Fact]
    public void Discount_Fluently_Inline() => _pricing.GetDiscount(20).Should().Be(_pricing.GetDiscount(20), "it is a lot"); //@true GB1005

    [Fact]
    public void Discount_Shouldly()
    {
        var expectedDiscount = _pricing.GetDiscount(3);
        var discount = _pricing.GetDiscount(3);
        discount.ShouldBe(expectedDiscount); //@true GB1005
    }

    [Test]
    public void Tax_NUnit()
    {
        var want = _pricing.Tax(1m);
        NAssert.That(_pricing.Tax(1m), Is.EqualTo(want)); //@true GB1005
    }

    [Fact]
    public void Tax_MSTest()
    {
        var expected = _pricing.Tax(1m);
        MsAssert.AreEqual(expected, _pricing.Tax(1m), "the tax is wrong"); //@true GB1005
    }

    [Fact]
    public void Shorten_Extension()
    {
        var text = "abcdef";
        var expected = text.Shorten(3);
        Assert.Equal(expected, text.Shorten(3)); //@true GB1005
    }

    [Fact]
    public void Words_OfParams()
    {
        var expected = Slug.Words("a b", "c");
        Assert.Equal(expected, Slug.Words("a b", "c")); //@true GB1005
    }

    [Fact]
    public void Tax_ThroughAnotherLocal()
    {
        var tax = _pricing.Tax(4m);
        var expected = tax;
        var actual = _pricing.Tax(4m);
        Assert.Equal(expected, actual); //@true GB1005
    }

    [Fact]
    public void Tax_FromAHelperThatCallsTheSubject()
    {
        Assert.Equal(ExpectedTax(), _pricing.Tax(100m)); //@true GB1005
    }

    [Fact]
    public void Tax_ArgumentsSwappedInTheAssertion()
    {
        var expected = _pricing.Tax(2m);
        var actual = _pricing.Tax(2m);
        Assert.Equal(actual, expected); //@true GB1005
    }

    [Fact]
    public void Tax_WithAnotherAssertionBetween()
    {
        var expected = _pricing.Tax(3m);
        Assert.True(expected > 0);
        Assert.Equal(expected, _pricing.Tax(3m)); //@true GB1005
    }

    private decimal ExpectedTax() => _pricing.Tax(100m);
}
