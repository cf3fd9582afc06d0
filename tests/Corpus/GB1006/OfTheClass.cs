using FluentAssertions;
using Moq;
using NSubstitute;
using Shouldly;
using Xunit;
using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting;
using Nu = NUnit.Framework;

namespace Corpus.GB1006.OfTheClass;

public sealed record Price(string Currency, decimal Amount);

public interface IPrices
{
    string Market { get; set; }

    Price? Of(string article);

    Task<Price> LoadAsync(string article);
}

public sealed class Shop(IPrices prices)
{
    public decimal Total(string article, int pieces) => pieces * (prices.Of(article)?.Amount ?? 0m);

    public void Move(string market) => prices.Market = market.Trim();

    public static Price Cheap(string currency) => new(currency, Math.Min(1m, currency.Length));
}

public class PriceFieldTests
{
    private readonly Mock<IPrices> _prices = new();

    [Fact]
    public void Of_SetUpInTheTest()
    {
        _prices.Setup(p => p.Of("tea")).Returns(new Price("EUR", 3m));
        var price = _prices.Object.Of("tea");
        Assert.Equal(3m, price!.Amount); //@true GB1006
    }

    // Another test hands the mock to real code; this one does not.
    [Fact]
    public void Total_Multiplies()
    {
        _prices.Setup(p => p.Of("tea")).Returns(new Price("EUR", 3m));
        Assert.Equal(6m, new Shop(_prices.Object).Total("tea", 2)); //@near GB1006
    }

    [Fact]
    public async Task LoadAsync_OfTheField()
    {
        _prices.Setup(p => p.LoadAsync(It.IsAny<string>())).ReturnsAsync(new Price("USD", 2m));
        (await _prices.Object.LoadAsync("tea")).Currency.Should().Be("USD"); //@true GB1006
    }
}

public class PriceConstructorTests
{
    private readonly IPrices _prices;

    public PriceConstructorTests()
    {
        _prices = Substitute.For<IPrices>();
        _prices.Of("tea").Returns(new Price("EUR", 3m));
    }

    [Fact]
    public void Of_SetUpInTheConstructor() => Assert.Equal("EUR", _prices.Of("tea")!.Currency); //@true GB1006

    // What was not set up is the library's own answer.
    [Fact]
    public void Market_IsEmpty() => Assert.Equal("", _prices.Market); //@near GB1006
}

[Nu.TestFixture]
public class PriceSetUpTests
{
    private Mock<IPrices> _mock = null!;
    private IPrices _prices = null!;

    [Nu.SetUp]
    public void SetUp()
    {
        _mock = new Mock<IPrices>();
        _mock.SetupGet(p => p.Market).Returns("Bern");
        _prices = _mock.Object;
    }

    [Nu.Test]
    public void Market_IsBern() => Nu.Assert.That(_prices.Market, Nu.Is.EqualTo("Bern")); //@true GB1006
}

[MsTest.TestClass]
public class PriceInitializeTests
{
    private IPrices _prices = null!;

    [MsTest.TestInitialize]
    public void Initialize() => _prices = Mock.Of<IPrices>(p => p.Market == "Rome");

    [MsTest.TestMethod]
    public void Market_IsRome() => MsTest.Assert.AreEqual("Rome", _prices.Market); //@true GB1006
}

public class PricePropertyTests
{
    private Mock<IPrices> Prices { get; } = new(MockBehavior.Strict);

    private IPrices Source => Prices.Object;

    [Fact]
    public void Of_ByTheProperty()
    {
        Prices.Setup(p => p.Of("tea")).Returns((Price?)null);
        Assert.Null(Source.Of("tea")); //@true GB1006
    }
}

public class PriceStepsTests
{
    private readonly Mock<IPrices> _prices = new();
    private Price? _found;

    // A step of the test's own language sets it up, another one asks.
    private void GivenPrice(string article, decimal amount) => _prices.Setup(p => p.Of(article)).Returns(new Price("EUR", amount));

    private void GivenMarket(string market) => Given(market);

    private void Given(string market) => _prices.SetupGet(p => p.Market).Returns(market);

    private void GivenPriceOfTheShop(string currency) => _prices.Setup(p => p.LoadAsync("tea")).ReturnsAsync(Shop.Cheap(currency));

    private Price? Asked(string article) => _prices.Object.Of(article);

    [Fact]
    public void Price_IsFound()
    {
        GivenPrice("tea", 3m);
        _found = Asked("tea");
        Assert.Equal(3m, Asked("tea")!.Amount); //@true GB1006
        Assert.NotNull(_found); //@true GB1006
    }

    [Fact]
    public void Market_ByAHelperOfAHelper()
    {
        GivenMarket("Bern");
        _prices.Object.Market.ShouldBe("Bern"); //@true GB1006
    }

    // The helper takes the answer from real code.
    [Fact]
    public async Task Cheap_IsOfTheShop()
    {
        GivenPriceOfTheShop("EUR");
        Assert.Equal(1m, (await _prices.Object.LoadAsync("tea")).Amount); //@near GB1006
    }

    // It is set up only after it was asked.
    [Fact]
    public void Price_IsNotThereBefore()
    {
        Assert.Null(_prices.Object.Of("tea")); //@near GB1006
        GivenPrice("tea", 3m);
    }
}

public class PriceFactoryTests
{
    private static Mock<IPrices> MakePrices(decimal amount)
    {
        var mock = new Mock<IPrices>();
        mock.Setup(p => p.Of(It.IsAny<string>())).Returns(new Price("EUR", amount));
        return mock;
    }

    private static void Fill(IPrices prices) => prices.Market.Returns("Oslo");

    [Fact]
    public void Of_OfAMadeMock()
    {
        var prices = MakePrices(4m);
        Assert.Equal(4m, prices.Object.Of("tea")!.Amount); //@true GB1006
    }

    [Fact]
    public void Market_OfAFilledMock()
    {
        var prices = Substitute.For<IPrices>();
        Fill(prices);
        Assert.Equal("Oslo", prices.Market); //@true GB1006
    }
}

public class ShopOfTheClassTests
{
    private readonly Mock<IPrices> _prices = new();
    private readonly Shop _shop;
    private IPrices _other = Substitute.For<IPrices>();

    public ShopOfTheClassTests() => _shop = new Shop(_prices.Object);

    // The subject holds the mock.
    [Fact]
    public void Move_Trims()
    {
        _prices.SetupProperty(p => p.Market, "a");
        _shop.Move(" b ");
        Assert.Equal("b", _prices.Object.Market); //@near GB1006
    }

    [Fact]
    public void Of_BesideTheSubject()
    {
        _prices.Setup(p => p.Of("tea")).Returns(new Price("EUR", 3m));
        Assert.Equal(3m, _shop.Total("tea", 1)); //@near GB1006
        Assert.Equal(3m, _prices.Object.Of("tea")!.Amount); //@near GB1006
    }

    private void UseReal() => _other = new Fixed();

    private sealed class Fixed : IPrices
    {
        public string Market { get; set; } = "fixed";

        public Price? Of(string article) => new("EUR", article.Length);

        public Task<Price> LoadAsync(string article) => Task.FromResult(new Price("EUR", article.Length));
    }

    // The field is no mock any more.
    [Fact]
    public void Of_IsOfTheRealOne()
    {
        _other.Of("tea").Returns(new Price("EUR", 9m));
        UseReal();
        Assert.Equal(3m, _other.Of("tea")!.Amount); //@near GB1006
    }
}

// A class that derives from this one may hand it to anybody.
public abstract class PriceContract
{
    protected Mock<IPrices> Prices { get; } = new();

    [Fact]
    public void Market_IsKept()
    {
        Prices.SetupGet(p => p.Market).Returns("Bern");
        Use(Prices.Object);
        Assert.Equal("Bern", Prices.Object.Market); //@near GB1006
    }

    protected abstract void Use(IPrices prices);
}

public class PriceBranchTests
{
    private readonly IPrices _prices = Substitute.For<IPrices>();

    private void Given(bool isKnown)
    {
        if (isKnown)
            _prices.Of("tea").Returns(new Price("EUR", 3m));
    }

    // Whether it was set up, the helper decides.
    [Fact]
    public void Of_Unknown()
    {
        Given(false);
        Assert.Null(_prices.Of("tea")); //@near GB1006
    }
}

public class PriceTeardownTests : IDisposable
{
    private readonly Mock<IPrices> _prices = new();

    // Teardown holds the mock to what was asked: that it is asked is the point.
    [Fact]
    public void Market_IsAsked()
    {
        _prices.SetupGet(p => p.Market).Returns("Bern");
        Assert.Equal("Bern", _prices.Object.Market); //@near GB1006
    }

    public void Dispose() => _prices.VerifyAll();
}
