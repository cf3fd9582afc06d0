using FluentAssertions;
using Shouldly;
using Xunit;

namespace Corpus;

public record Order(int Id, string? Customer, decimal Price);

public enum OrderState { Open, Paid, Shipped }

public sealed class OrderBook
{
    private readonly Dictionary<int, Order> _orders = new();

    public event EventHandler<Order>? Placed;

    public void Place(Order order)
    {
        if (order.Price < 0)
            throw new ArgumentException("A price is never negative.", nameof(order));
        _orders[order.Id] = order;
        Placed?.Invoke(this, order);
    }

    public Order? Find(int id) => _orders.TryGetValue(id, out var order) ? order : null;

    public bool TryFind(int id, out Order? order) => _orders.TryGetValue(id, out order);

    public IReadOnlyList<Order> OfCustomer(string name) => _orders.Values.Where(o => o.Customer == name).ToList();

    public Task<IReadOnlyList<Order>> OfCustomerAsync(string name) => Task.FromResult(OfCustomer(name));

    public OrderState StateOf(int id) => _orders.ContainsKey(id) ? OrderState.Paid : OrderState.Open;

    public IEnumerator<Order> Read() => _orders.Values.GetEnumerator();

    public object? Raw(int id) => Find(id);
}

public class EscapingAssertions
{
    private readonly OrderBook _book = new();

    [Fact]
    public void Place_NegativePrice_Throws()
    {
        try
        {
            _book.Place(new Order(1, "Ann", -1));
        }
        catch (ArgumentException e)
        {
            Assert.Equal("order", e.ParamName); //@true GB1003
        }
    }

    [Fact]
    public void Place_NegativePrice_HasMessage()
    {
        Order? placed = null;
        try
        {
            placed = new Order(1, "Ann", -1);
            _book.Place(placed);
        }
        catch (Exception e) when (e is ArgumentException)
        {
            e.Message.Should().Contain("negative"); //@true GB1003
        }
        finally
        {
            placed = null;
        }
    }

    [Fact]
    public void Find_GivesCustomer()
    {
        var order = _book.Find(1);
        if (order != null)
        {
            Assert.Equal("Ann", order.Customer); //@true GB1003
        }
    }

    [Fact]
    public void Find_GivesPrice()
    {
        var order = _book.Find(1);
        if (order is null)
            return;
        order.Price.ShouldBe(5m); //@true GB1003
    }

    [Fact]
    public void Raw_IsAnOrder()
    {
        var raw = _book.Raw(1);
        if (raw is Order order)
            Assert.Equal(1, order.Id); //@true GB1003
    }

    [Fact]
    public void TryFind_GivesOrder()
    {
        if (_book.TryFind(1, out var order))
        {
            Assert.NotNull(order); //@true GB1003
            Assert.Equal(1, order!.Id);
        }
    }

    [Fact]
    public void OfCustomer_GivesOnlyHers()
    {
        foreach (var order in _book.OfCustomer("Ann"))
        {
            Assert.Equal("Ann", order.Customer); //@true GB1003
        }
    }

    [Fact]
    public async Task OfCustomerAsync_GivesOnlyHers()
    {
        var orders = await _book.OfCustomerAsync("Ann");
        foreach (var order in orders.OrderBy(o => o.Id))
            order.Customer.Should().Be("Ann"); //@true GB1003
    }

    [Fact]
    public void OfCustomer_IsSorted()
    {
        var orders = _book.OfCustomer("Ann");
        for (var i = 1; i < orders.Count; i++)
            Assert.True(orders[i - 1].Id < orders[i].Id); //@true GB1003
    }

    [Fact]
    public void OfCustomer_FirstIsTheOldest()
    {
        var orders = _book.OfCustomer("Ann");
        if (orders.Count > 0)
            Assert.Equal(1, orders[0].Id); //@true GB1003
    }

    [Fact]
    public void OfCustomer_AnyHasPrice()
    {
        var orders = _book.OfCustomer("Ann").Where(o => o.Price > 0);
        if (orders.Any())
        {
            var first = orders.First();
            Assert.True(first.Price < 100); //@true GB1003
        }
    }

    [Fact]
    public void Placed_CarriesTheOrder()
    {
        _book.Placed += (_, order) => Assert.Equal(1, order.Id); //@true GB1003
        _book.Place(new Order(1, "Ann", 5));
    }

    [Fact]
    public void Placed_HasSender()
    {
        _book.Placed += delegate(object? sender, Order order)
        {
            Assert.Same(_book, sender); //@true GB1003
        };
        _book.Place(new Order(1, "Ann", 5));
    }

    [Fact]
    public void Place_ThenFind()
    {
        _book.Place(new Order(1, "Ann", 5));
        Action check = () => Assert.NotNull(_book.Find(1)); //@true GB1003
    }

    [Fact]
    public void Place_ThenCheck()
    {
        _book.Place(new Order(1, "Ann", 5));

        void Check()
        {
            Assert.NotNull(_book.Find(1)); //@true GB1003
        }
    }

    [Fact]
    public void Place_IsFlakyAndSwitchedOff()
    {
        _book.Place(new Order(1, "Ann", 5));
        return;
#pragma warning disable CS0162
        Assert.NotNull(_book.Find(1)); //@true GB1003
#pragma warning restore CS0162
    }

    [Fact]
    public void StateOf_Paid_HasOrder()
    {
        var state = _book.StateOf(1);
        switch (state)
        {
            case OrderState.Paid:
                Assert.NotEqual(OrderState.Open, state); //@true GB1003
                break;
            case OrderState.Shipped:
                Assert.Equal(OrderState.Shipped, state);
                break;
        }
    }

    [Fact]
    public void Read_GivesIds()
    {
        var reader = _book.Read();
        while (reader.MoveNext())
            Assert.True(reader.Current.Id > 0); //@true GB1003
    }

    [Fact]
    public void Find_TrimsCustomer()
    {
        var order = _book.Find(1);
        order?.Customer.ShouldBe("Ann"); //@true GB1003
    }

    [Fact]
    public void Find_InElseIf()
    {
        var order = _book.Find(1);
        if (order?.Price > 10)
            Assert.Equal("Ann", order.Customer); //@true GB1003
        else if (order?.Price > 5)
            Assert.Equal("Bob", order.Customer);
    }

    [Fact]
    public void OfCustomer_HasNoOrderWithoutPrice()
    {
        var orders = _book.OfCustomer("Ann");
        foreach (var order in orders)
        {
            if (order.Price == 0)
                continue;
            Verify(order); //@true GB1003
        }
    }

    private static void Verify(Order order) => Assert.InRange(order.Price, 0, 100);
}
