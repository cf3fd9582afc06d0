using FluentAssertions;
using Moq;
using NSubstitute;
using Xunit;

namespace Corpus.GB1006.Beside;

public interface IRates
{
    decimal Rate(string currency);

    string Name { get; set; }

    Basket Load(int id);
}

public sealed record Basket(decimal Net)
{
    public decimal Gross => Net * 1.2m;
}

public sealed class Cart
{
    public Cart(int count) => Count = Math.Max(count, 1);

    public int Count { get; }
}

public interface ICarts
{
    Cart Open(int id);
}

public class Converter(IRates rates)
{
    public decimal Convert(decimal amount, string currency) => amount * rates.Rate(currency);

    public void Rename(string name) => rates.Name = name.Trim();

    public static decimal Round(decimal amount) => Math.Round(amount, 2);

    public IRates Source => rates;
}

public abstract class Template
{
    public virtual string Title() => "title";

    public string Page() => "<h1>" + Title() + "</h1>";
}

public static class RateExtensions
{
    public static decimal Inverse(this IRates rates, string currency) => 1 / rates.Rate(currency);
}

public class ConverterTests
{
    private readonly Mock<IRates> _shared = new();
    private readonly Converter _ofAll;

    public ConverterTests() => _ofAll = new Converter(_shared.Object);

    // The subject computes with what the mock gives.
    [Fact]
    public void Convert_Multiplies()
    {
        var rates = new Mock<IRates>();
        rates.Setup(r => r.Rate("USD")).Returns(2m);
        Assert.Equal(6m, new Converter(rates.Object).Convert(3m, "USD")); //@near GB1006
    }

    [Fact]
    public void Convert_Substitute()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("USD").Returns(2m);
        var converter = new Converter(rates);
        converter.Convert(3m, "USD").Should().Be(6m); //@near GB1006
    }

    // The subject wrote it.
    [Fact]
    public void Rename_Trims()
    {
        var rates = Substitute.For<IRates>();
        rates.Name.Returns("a");
        new Converter(rates).Rename(" b ");
        Assert.Equal("b", rates.Name); //@near GB1006
    }

    [Fact]
    public void Rename_SetupProperty()
    {
        var rates = new Mock<IRates>();
        rates.SetupProperty(r => r.Name, "a");
        new Converter(rates.Object).Rename("b ");
        Assert.Equal("b", rates.Object.Name); //@near GB1006
    }

    // A template method of a partial mock: the real code calls what is set up.
    [Fact]
    public void Page_HasTitle()
    {
        var page = new Mock<Template> { CallBase = true };
        page.Setup(p => p.Title()).Returns("x");
        Assert.Equal("<h1>x</h1>", page.Object.Page()); //@near GB1006
    }

    [Fact]
    public void Page_OfParts()
    {
        var page = Substitute.ForPartsOf<Template>();
        page.Title().Returns("x");
        Assert.Equal("<h1>x</h1>", page.Page()); //@near GB1006
    }

    // Without CallBase too: Page is not virtual, so it is the real one.
    [Fact]
    public void Page_OfTheClass()
    {
        var page = Substitute.For<Template>();
        page.Title().Returns("y");
        Assert.Equal("<h1>y</h1>", page.Page()); //@near GB1006
    }

    [Fact]
    public void Inverse_IsOfTheExtension()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("USD").Returns(2m);
        Assert.Equal(0.5m, rates.Inverse("USD")); //@near GB1006
    }

    // Data with code of its own.
    [Fact]
    public void Gross_IsComputedByTheBasket()
    {
        var rates = Substitute.For<IRates>();
        rates.Load(1).Returns(new Basket(10m));
        Assert.Equal(12m, rates.Load(1).Gross); //@near GB1006
    }

    [Fact]
    public void Open_ConstructorDecides()
    {
        var carts = Substitute.For<ICarts>();
        carts.Open(1).Returns(new Cart(0));
        Assert.Equal(1, carts.Open(1).Count); //@near GB1006
    }

    // What it answers was computed by real code.
    [Fact]
    public void Round_GoesThroughTheMock()
    {
        var rates = new Mock<IRates>();
        rates.Setup(r => r.Rate("USD")).Returns(Converter.Round(1.239m));
        Assert.Equal(1.24m, rates.Object.Rate("USD")); //@near GB1006
    }

    [Fact]
    public void Round_InALocal()
    {
        var rounded = Converter.Round(1.239m);
        var rates = new Mock<IRates>();
        rates.Setup(r => r.Rate("USD")).Returns(rounded);
        Assert.Equal(1.24m, rates.Object.Rate("USD")); //@near GB1006
    }

    [Fact]
    public void Round_InALambda()
    {
        var rates = new Mock<IRates>();
        rates.Setup(r => r.Rate(It.IsAny<string>())).Returns((string c) => Converter.Round(c.Length / 3m));
        Assert.Equal(1m, rates.Object.Rate("USD")); //@near GB1006
    }

    // What is expected was computed by real code.
    [Fact]
    public void Round_IsWhatIsExpected()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("USD").Returns(1.24m);
        Assert.Equal(Converter.Round(1.239m), rates.Rate("USD")); //@near GB1006
    }

    // The real code asked: that it did is verified.
    [Fact]
    public void Convert_AsksOnce()
    {
        var rates = new Mock<IRates>();
        rates.Setup(r => r.Rate("USD")).Returns(2m);
        _ = new Converter(rates.Object).Convert(1m, "USD");
        rates.Verify(r => r.Rate("USD"), Times.Once());
        Assert.Equal(2m, rates.Object.Rate("USD")); //@near GB1006
    }

    [Fact]
    public void Convert_Received()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("EUR").Returns(1m);
        Assert.Equal(1m, rates.Rate("EUR")); //@near GB1006
        rates.Received(1).Rate("EUR");
    }

    // The mock lies in a collection that others may ask.
    [Fact]
    public void Rates_InAList()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("EUR").Returns(1m);
        List<IRates> all = [rates];
        Assert.Equal(1m, all.Max(r => r.Rate("EUR"))); //@near GB1006
    }

    [Fact]
    public void Source_IsKept()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("EUR").Returns(1m);
        var converter = new Converter(rates);
        Assert.Equal(1m, converter.Source.Rate("EUR")); //@near GB1006
    }

    // The subject of the class has it since the constructor.
    [Fact]
    public void Shared_IsOfTheFixture()
    {
        _shared.Setup(r => r.Rate("EUR")).Returns(1m);
        _ofAll.Rename("x");
        Assert.Equal(1m, _shared.Object.Rate("EUR")); //@near GB1006
    }

    // The answer is set up only after it was checked.
    [Fact]
    public void Rate_IsZeroBefore()
    {
        var rates = Substitute.For<IRates>();
        Assert.Equal(0m, rates.Rate("EUR")); //@near GB1006
        rates.Rate("EUR").Returns(1m);
    }

    // What is asserted is another member than what is set up.
    [Fact]
    public void Name_IsSetByTheTest()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("EUR").Returns(1m);
        rates.Name = "n";
        Assert.Equal("n", rates.Name); //@near GB1006
    }

    // The object has another name when it is handed over.
    [Fact]
    public void Rename_ByAnotherName()
    {
        var mock = new Mock<IRates>();
        mock.SetupGet(r => r.Name).Returns("a");
        var rates = mock.Object;
        new Converter(rates).Rename("b");
        Assert.Equal("a", rates.Name); //@near GB1006
    }

    [Fact]
    public void Convert_ByAFunction()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("EUR").Returns(3m);
        Func<IRates, decimal> twice = r => new Converter(r).Convert(2m, "EUR");
        Assert.Equal(6m, twice(rates)); //@near GB1006
    }
}

// It tests the doubles themselves.
public class FakeRatesTests
{
    [Fact]
    public void Rate_IsWhatIsSetUp()
    {
        var rates = Substitute.For<IRates>();
        rates.Rate("EUR").Returns(1m);
        Assert.Equal(1m, rates.Rate("EUR")); //@near GB1006
    }
}
