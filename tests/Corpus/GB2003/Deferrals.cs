namespace Shop;

public record Order(int Id, decimal Net, string Country);

public class Checkout
{
    private readonly Dictionary<int, Order> _orders = [];

    public decimal Tax(Order order)
    {
        // For now, every country pays the same rate. //@true GB2003
        return order.Net * 0.19m;
    }

    public bool Charge(Order order)
    {
        // In production you would call the payment gateway here. //@true GB2003
        return order.Net > 0;
    }

    public IEnumerable<Order> Search(string words)
    {
        // In a real implementation, this would query the search index. //@true GB2003
        return _orders.Values.Where(o => o.Country == words);
    }

    public int Risk(Order order)
    {
        // Simplified calculation - weights are guesses //@true GB2003
        return order.Net > 1000 ? 3 : 1;
    }

    public string Invoice(Order order)
    {
        // Placeholder implementation //@true GB2003
        return "Invoice " + order.Id;
    }

    public void Ship(Order order)
    {
        // The label is printed first. Real implementation goes here //@true GB2003
        _orders.Remove(order.Id);
    }

    public void Notify(Order order)
    {
        // TODO: implement retries and the second channel //@true GB2003
        Console.WriteLine(order.Id);
    }

    public Order Load(int id)
    {
        // TODO: replace with actual database call //@true GB2003
        return _orders[id];
    }

    public decimal Discount(Order order)
    {
        var rate = 0.05m; // hardcoded for now //@true GB2003
        return order.Net * rate;
    }

    public string Forecast()
    {
        /* Returns mock data //@true GB2003
           with the shape that the page wants. */
        return _orders.Count > 3 ? "sunny" : "grey";
    }

    public DateTime Due(Order order, DateTime placed)
    {
        // This would normally be calculated from the carrier's calendar. //@true GB2003
        return placed.AddDays(3 + order.Id % 2);
    }

    public bool Verify(string signature)
    {
        // We only look at the length. A real implementation would verify the digest. //@true GB2003
        return signature.Length == 64;
    }

    public int Stock(int id)
    {
        // Temporary workaround: the warehouse's service is not reachable from here. //@true GB2003
        return id % 7;
    }

    public string Translate(string text)
    {
        // Not implemented yet, hand the text back. //@true GB2003
        return text;
    }

    public async Task SyncAsync() //@true GB2004
    {
        // Simulate network latency //@near GB2003
        // Simulate API call //@true GB2003
        await Task.Delay(100);
    }

    /// <summary>Exports the orders. In a production application, this should write to blob storage.</summary> //@true GB2003
    public string Export() => string.Join(",", _orders.Keys);

    public string Currency(Order order)
    {
        // Only EUR, until the rates arrive; this
        // is good enough for //@true GB2003
        // now, says the shop.
        return order.Country == "DE" ? "EUR" : "USD";
    }

    public void Audit(Order order)
    {
        // Stub //@true GB2003
        Console.WriteLine(order);
    }

    public int Score(Order order)
    {
        /*
         * The model is not trained.
         * Your logic goes here. //@true GB2003
         */
        return order.Id % 100;
    }

    public bool IsFraud(Order order)
    {
        // Validation of the address is temporarily disabled //@true GB2003
        return order.Net > 10_000;
    }

    public string Token()
    {
        // These values would be replaced by a call to the identity service. //@near GB2003
        // This would be replaced with a call to the identity service. //@true GB2003
        return "guest";
    }

    public int Route(Order order)
    {
        // Fixed list for demonstration purposes //@true GB2003
        return order.Id % 3;
    }

    public void Cancel(Order order)
    {
        // Refunds will be implemented later. //@true GB2003
        _orders.Remove(order.Id);
    }
}

public class Auctions
{
    public bool Admits(string bidder, string word)
    {
        // Ignore the bidder for now. //@true GB2003
        return word == "open";
    }
}
