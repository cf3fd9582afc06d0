var orders = new OrderBook();
orders.Place(new Order("A-17", 3));
Console.WriteLine(orders.Open);
Console.WriteLine(new Warehouse(new Shelf()).Stock("A-17"));
Console.WriteLine(Prices.Gross(10m));
Console.WriteLine(new Parcel(2.5).Label());
Console.WriteLine(new Mailer().Queue("a@example.org"));
// file: src/Orders.cs
public record Order(string Id, int Pieces);

public sealed class OrderBook
{
    private readonly List<Order> _orders = [];

    public int Open => _orders.Count;

    public void Place(Order order) => _orders.Add(order);

    // Nobody calls it.
    /// <summary>Cancels an order that has not been shipped.</summary>
    public bool Cancel(string id) => _orders.RemoveAll(o => o.Id == id) > 0; //@true GB2006

    // It calls itself, and nobody else does.
    /// <summary>Counts the pieces of an order and of those that follow it.</summary>
    public int CountPieces(int from) => from >= _orders.Count ? 0 : _orders[from].Pieces + CountPieces(from + 1); //@true GB2006

    // The two call each other.
    /// <summary>Splits an order that is too large.</summary>
    public void Split(Order order) //@true GB2006
    {
        if (order.Pieces > 10)
            Halve(order);
    }

    /// <summary>Halves an order.</summary>
    public void Halve(Order order) //@true GB2006
    {
        Place(order with { Pieces = order.Pieces / 2 });
        Split(order with { Pieces = order.Pieces - order.Pieces / 2 });
    }

    // A comment is no call: orders.ExportCsv(path)
    /// <summary>Exports all orders as CSV.</summary>
    public string ExportCsv(char separator) => string.Join('\n', _orders.Select(o => o.Id + separator + o.Pieces)); //@true GB2006

    /// <summary>
    /// Finds the orders of at least so many pieces.
    /// </summary>
    /// <param name="pieces">How many.</param>
    public IEnumerable<Order> AtLeast(int pieces) //@true GB2006
    {
        foreach (var order in _orders)
        {
            if (order.Pieces >= pieces)
                yield return order;
        }
    }

    // Only a reference in a comment points at it.
    /// <summary>Moves an order to the front.</summary>
    public void Hasten(Order order) //@true GB2006
    {
        if (_orders.Remove(order))
            _orders.Insert(0, order);
    }

    /// <summary>See <see cref="Hasten"/> for the other way.</summary>
    public void Delay(Order order) //@true GB2006
    {
        if (_orders.Remove(order))
            _orders.Add(order);
    }
}
// file: src/Warehouse.cs
public abstract class Storage
{
    protected Dictionary<string, int> Pieces { get; } = [];

    // Its class is the base of one that is made; still nobody calls it.
    /// <summary>Takes pieces out, as far as there are some.</summary>
    public int TakeOut(string id, int pieces) //@true GB2006
    {
        var taken = Math.Min(pieces, Pieces.GetValueOrDefault(id));
        Pieces[id] = Pieces.GetValueOrDefault(id) - taken;
        return taken;
    }
}

public sealed class Shelf : Storage
{
    public int this[string id] => Pieces.GetValueOrDefault(id);

    // The class is made, this is not asked of it.
    /// <summary>Whether there is room for more pieces.</summary>
    public bool HasRoomFor(int pieces) => Pieces.Values.Sum() + pieces < 100; //@true GB2006
}

public sealed class Warehouse(Shelf shelf)
{
    public int Stock(string id) => shelf[id];

    // Its only caller is below, in what nobody makes.
    /// <summary>Counts everything once a year.</summary>
    public int TakeInventory(IEnumerable<string> ids) => ids.Sum(Stock); //@true GB2006
}

/// <summary>Compares what is on the shelves with what should be there.</summary>
public sealed class Inventory(Warehouse warehouse) //@true GB2006
{
    public int Difference(string id, int wanted) => wanted - warehouse.TakeInventory([id]);
}

/// <summary>Prints the outcome of an inventory.</summary>
public sealed class InventoryReport //@true GB2006
{
    public string Print(Inventory inventory, string id) => $"{id}: {inventory.Difference(id, 1)}";
}

public sealed class Depot
{
    // The outer class has no documentation; what it holds offers something.
    /// <summary>A door of a depot, which can be locked.</summary>
    public sealed class Door //@true GB2006
    {
        private bool _isLocked;

        public bool Lock() => _isLocked = !_isLocked;
    }
}
// file: src/Prices.cs
public static class Prices
{
    public static decimal Gross(decimal net) => net * 1.19m;

    // A static method.
    /// <summary>Applies a discount in percent.</summary>
    public static decimal Discounted(decimal price, decimal percent) => price - price * percent / 100; //@true GB2006

    // An extension method.
    /// <summary>Rounds an amount to five cents, as the Swiss do.</summary>
    public static decimal ToFiveCents(this decimal amount) => Math.Round(amount * 20) / 20; //@true GB2006

    // A generic method.
    /// <summary>Adds up what is chosen of each item.</summary>
    public static decimal TotalOf<T>(IEnumerable<T> items, Func<T, decimal> price) => items.Sum(price); //@true GB2006
}

/// <summary>An amount of money in a currency.</summary>
public readonly record struct Money(decimal Amount, string Currency) //@true GB2006
{
    public Money Exchange(decimal rate, string currency) => new(Amount * rate, currency);
}

/// <summary>Rates that are read from a file.</summary>
public static class Rates //@true GB2006
{
    public static decimal Read(string line) => decimal.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
}
// file: src/Parcel.cs
internal sealed class Parcel(double weight)
{
    public string Label() => $"{weight} kg";

    // The class is internal; the method is as public as it can be.
    /// <summary>Estimates the postage of the parcel.</summary>
    public decimal Postage() => (decimal)weight * 1.5m + 2m; //@true GB2006
}

public partial class Mailer
{
    private readonly Queue<string> _waiting = new();

    public int Queue(string to)
    {
        _waiting.Enqueue(to);
        return _waiting.Count;
    }
}

public partial class Mailer
{
    // Both parts of the class are here.
    /// <summary>Sends what is waiting.</summary>
    public async Task<int> SendAllAsync(HttpClient client) //@true GB2006
    {
        var sent = 0;
        while (_waiting.TryDequeue(out var to))
        {
            await client.GetStringAsync("https://mail.example.org/send?to=" + to);
            sent++;
        }

        return sent;
    }

    // Only what lies in the folder beside calls it; a program that users start does not.
    /// <summary>Forgets what is waiting for one address.</summary>
    public int Forget(string to) //@true GB2006
    {
        var kept = _waiting.Where(w => w != to).ToList();
        var forgotten = _waiting.Count - kept.Count;
        _waiting.Clear();
        kept.ForEach(_waiting.Enqueue);
        return forgotten;
    }

    // So is it with this one.
    /// <summary>Shows who is next.</summary>
    public string Next() => _waiting.Peek(); //@true GB2006

    // A document calls it done; its own documentation is silent.
    public string RenderTemplate(string template, string name) => template.Replace("{name}", name, StringComparison.Ordinal); //@true GB2006

    // So does the changelog.
    public bool BounceDetection(string answer) => answer.StartsWith("550", StringComparison.Ordinal); //@true GB2006

    // And a table.
    public IEnumerable<string> ListUnsubscribed(IEnumerable<string> all) => all.Except(_waiting); //@true GB2006
}
// file: tests/MailerTests.cs
public class MailerTests
{
    public void Forget_NotThere_ForgetsNone()
    {
        if (new Mailer().Forget("x") != 0)
            throw new InvalidOperationException();
    }
}
// file: samples/Peek.cs
public class Peek
{
    public string Show(Mailer mailer) => mailer.Next();
}
// file: README.md
## Features

- [x] `Mailer.RenderTemplate`
- [ ] Attachments

| Feature | Status |
|---|---|
| List unsubscribed | done |
// file: CHANGELOG.md
## 1.1.0

- Added bounce detection
