using System.Globalization;
using FluentAssertions;
using NSubstitute;
using Xunit;

namespace Corpus.GB1005.Near;

public interface IRates
{
    decimal Rate(string currency);
}

public sealed class Converter(IRates rates)
{
    private readonly Dictionary<string, decimal> _seen = [];

    public string Culture { get; set; } = "en";

    public decimal Convert(decimal amount, string currency) => amount * (_seen.TryGetValue(currency, out var rate) ? rate : _seen[currency] = rates.Rate(currency));

    public decimal ConvertFast(decimal amount, string currency) => Convert(amount, currency);

    public string Format(decimal amount) => amount.ToString("N2", CultureInfo.GetCultureInfo(Culture));

    public decimal Parse(string text) => decimal.Parse(text, CultureInfo.GetCultureInfo(Culture));

    public int Next(int step) => _seen.Count + step;

    public void Clear() => _seen.Clear();

    public IReadOnlyList<string> Currencies(string prefix) => [.. _seen.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal))];
}

public class HonestComparisons
{
    private readonly IRates _rates = Substitute.For<IRates>();
    private readonly Converter _converter;

    public HonestComparisons()
    {
        _rates.Rate("USD").Returns(2m);
        _converter = new Converter(_rates);
    }

    [Fact]
    public void Convert_IsDeterministic() => Assert.Equal(_converter.Convert(1m, "USD"), _converter.Convert(1m, "USD")); //@near GB1005

    [Fact]
    public void Convert_Twice_GivesNoOtherResult()
    {
        var expected = _converter.Convert(1m, "USD");
        Assert.Equal(expected, _converter.Convert(1m, "USD")); //@near GB1005
    }

    [Fact]
    public void Convert_UsesTheCache()
    {
        var expected = _converter.Convert(1m, "USD");
        Assert.Equal(expected, _converter.Convert(1m, "USD")); //@near GB1005
        _rates.Received(1).Rate("USD");
    }

    [Fact]
    public void Convert_TwoRuns()
    {
        var first = _converter.Convert(1m, "USD");
        var then = _converter.Convert(1m, "USD");
        Assert.Equal(first, then); //@near GB1005
    }

    [Fact]
    public void Convert_AfterClear()
    {
        var expected = _converter.Convert(1m, "USD");
        _converter.Clear();
        Assert.Equal(expected, _converter.Convert(1m, "USD")); //@near GB1005
    }

    [Fact]
    public void Convert_AfterTheRateMoved()
    {
        var expected = _converter.Convert(1m, "USD");
        _rates.Rate("USD").Returns(3m);
        Assert.Equal(expected, _converter.Convert(1m, "USD")); //@near GB1005
    }

    [Fact]
    public void Format_InAnotherCulture()
    {
        var expected = _converter.Format(1m);
        _converter.Culture = "en-GB";
        Assert.Equal(expected, _converter.Format(1m)); //@near GB1005
    }

    [Fact]
    public void Convert_OfAnotherAmount()
    {
        var expected = _converter.Convert(2m, "USD");
        Assert.Equal(expected, _converter.Convert(2.0m * 1, "USD") + 0); //@near GB1005
    }

    [Fact]
    public void Convert_OfEquivalentText()
    {
        var expected = _converter.Parse("1.0");
        Assert.Equal(expected, _converter.Parse("1.00")); //@near GB1005
    }

    [Fact]
    public void Convert_OnTwoConverters()
    {
        var other = new Converter(_rates);
        var expected = other.Convert(1m, "USD");
        Assert.Equal(expected, _converter.Convert(1m, "USD")); //@near GB1005
    }

    [Fact]
    public void Convert_OnFreshConverters() =>
        Assert.Equal(new Converter(_rates).Convert(1m, "USD"), new Converter(_rates).Convert(1m, "USD")); //@near GB1005

    [Fact]
    public void ConvertFast_IsLikeTheSlowOne()
    {
        var expected = _converter.Convert(1m, "USD");
        Assert.Equal(expected, _converter.ConvertFast(1m, "USD")); //@near GB1005
    }

    [Fact]
    public void Parse_TakesBackWhatFormatGave()
    {
        var expected = 12.5m;
        Assert.Equal(expected, _converter.Parse(_converter.Format(expected))); //@near GB1005
    }

    [Fact]
    public void Convert_OfALiteral() => Assert.Equal(2m, _converter.Convert(1m, "USD")); //@near GB1005

    [Fact]
    public void Convert_ByHand()
    {
        var expected = 1m * _rates.Rate("USD");
        Assert.Equal(expected, _converter.Convert(1m, "USD")); //@near GB1005
    }

    [Fact]
    public void Rate_OfAMock()
    {
        var expected = _rates.Rate("USD");
        Assert.Equal(expected, _rates.Rate("USD")); //@near GB1005
    }

    [Fact]
    public void Format_ByTheFramework()
    {
        var expected = string.Join(",", "a", "b");
        Assert.Equal(expected, string.Join(",", "a", "b")); //@near GB1005
    }

    [Fact]
    public void Next_Advances() => Assert.Equal(_converter.Next(1), _converter.Next(1)); //@near GB1005

    [Fact]
    public void Convert_IsNotTheSameForOther()
    {
        _rates.Rate("GBP").Returns(4m);
        var expected = _converter.Convert(1m, "USD");
        Assert.NotEqual(expected, _converter.Convert(1m, "GBP")); //@near GB1005
    }

    [Fact]
    public void Convert_TheExpectationIsChanged()
    {
        var expected = _converter.Convert(1m, "USD");
        expected *= 2;
        Assert.Equal(expected, _converter.Convert(1m, "USD") * 2); //@near GB1005
    }

    [Fact]
    public void Convert_TheExpectationIsOneOfTwo()
    {
        var expected = _converter.Convert(1m, "USD");
        if (_rates.Rate("EUR") == 0)
            expected = 2m;
        Assert.Equal(expected, _converter.Convert(1m, "USD")); //@near GB1005
    }

    [Fact]
    public void Currencies_OfOtherMembers()
    {
        var expected = _converter.Currencies("U");
        Assert.Equal(expected.Count, _converter.Currencies("U").Distinct().Count()); //@near GB1005
    }

    [Fact]
    public async Task Convert_OnManyThreads()
    {
        var expected = _converter.Convert(1m, "USD");
        var all = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => Task.Run(() => _converter.Convert(1m, "USD"))));
        all.Should().AllSatisfy(a => a.Should().Be(expected)); //@near GB1005
    }

    [Fact]
    public void Convert_OfTheHelpersData()
    {
        var expected = Sample();
        Assert.Equal(expected, Sample()); //@near GB1005
    }

    private static decimal Sample() => 1m;
}
