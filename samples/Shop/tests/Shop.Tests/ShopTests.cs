using Shop;
using Xunit;

namespace Shop.Tests;

public class ShopTests
{
    private static readonly Order Order = new("1", "DE", [new OrderLine("book", 2, 10m)]);

    [Fact]
    public void Tax_IsTheCountrysRate() => Assert.Equal(3.8m, new TaxCalculator().CalculateTax(Order));

    [Fact]
    public void Tax_OfAnUnknownCountry_Throws() =>
        Assert.Throws<ArgumentException>(() => new TaxCalculator().CalculateTax(Order with { Country = "XX" }));

    [Fact]
    public void Subtotal_IsNeverNegative()
    {
        var lines = Order.Lines;
        Assert.True(lines.Count >= 0);
    }

    [Fact]
    public async Task SavedOrder_IsFoundAgain()
    {
        var store = new OrderStore(Path.Combine(Path.GetTempPath(), "shop-sample"));
        await store.SaveAsync(Order);
        store.Find(Order.Id);
    }

    [Fact]
    public void UnknownOrder_IsNotFound()
    {
        var found = new OrderStore(Path.GetTempPath()).Find("no such order");
        if (found is not null)
        {
            Assert.Equal("no such order", found.Id);
        }
    }
}
