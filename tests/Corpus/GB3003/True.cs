using System.Data;
using System.Text.Json;
using Xunit;

namespace Corpus.GB3003.True;

public sealed record Order(int Id, decimal Total);

public interface IMailer
{
    void Send(string to, string text);

    Task SendAsync(string to, string text);
}

public sealed class OrderService(IMailer mailer, IDbConnection connection, HttpClient http)
{
    private readonly List<Order> _orders = [];
    private int _sent;

    public void Confirm(Order order)
    {
        _orders.Add(order);
        try
        {
            mailer.Send("customer", $"order {order.Id}");
        }
        catch (Exception) //@true GB3003
        {
        }
    }

    public async Task ConfirmAsync(Order order)
    {
        try { await mailer.SendAsync("customer", $"order {order.Id}"); } catch { } //@true GB3003
        _sent++;
    }

    public void Save(Order order)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "insert into orders default values";
        try
        {
            command.ExecuteNonQuery();
            _orders.Add(order);
        }
        catch (InvalidOperationException ex) //@true GB3003
        {
            // ignore
        }
    }

    public void SaveAll(IEnumerable<Order> orders)
    {
        foreach (var order in orders)
        {
            try
            {
                Save(order);
            }
            catch (Exception e) //@true GB3003
            {
                // TODO: log the order that failed
            }
        }
    }

    public async Task<Order?> FindAsync(int id)
    {
        Order? order = null;
        try
        {
            order = JsonSerializer.Deserialize<Order>(await http.GetStringAsync($"/orders/{id}"));
        }
        catch (HttpRequestException) //@true GB3003
        {
            //Console.Error.WriteLine(e.Message);
        }

        return order;
    }

    public bool TryCharge(Order order)
    {
        try
        {
            mailer.Send("bank", order.Total.ToString());
        }
        catch //@true GB3003 @true GB3001
        {
        }

        return true;
    }

    public decimal Total()
    {
        decimal total = 0;
        try { total = _orders.Sum(o => o.Total); } catch (OverflowException) { } //@true GB3003
        return total;
    }

    public Order? Load(string path)
    {
        try { return JsonSerializer.Deserialize<Order>(File.ReadAllText(path)); } catch { } //@true GB3003
        return null;
    }

    public void Retry(Action action)
    {
        for (var i = 0; i < 3; i++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception) //@true GB3003
            {
                ;
            }
        }
    }

    public int Sent
    {
        get
        {
            try { return checked(_sent + _orders.Count); } catch (Exception) { } //@true GB3003
            return 0;
        }
    }

    public Action Publisher(Action<Order> publish, Order order) => () =>
    {
        try { publish(order); } catch (Exception) { } //@true GB3003
    };

    public void Commit(IDbTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (DataException) //@true GB3003
        {
            /* swallow */
        }
    }

    public void Migrate()
    {
        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            try { command.ExecuteNonQuery(); } catch (Exception) when (true) { } //@true GB3003
        }

        Run("alter table orders add note text");
    }

    public void Mirror(string from, string to)
    {
        try
        {
            File.Copy(from, to, overwrite: true);
            File.Delete(from);
        }
        catch (IOException e) //@true GB3003
        {
            // do nothing
        }
    }

    public void Export(string path)
    {
        // Writes every order as one line of JSON.
        try
        {
            File.WriteAllLines(path, _orders.Select(o => JsonSerializer.Serialize(o)));
        }
        catch (UnauthorizedAccessException) //@true GB3003
        {
        }
    }

    public event Action<Order> Changed
    {
        add
        {
            try { value(_orders[0]); } catch (Exception) { } //@true GB3003
        }

        remove
        {
        }
    }

    public OrderService(IMailer mailer, IDbConnection connection, HttpClient http, string seed)
        : this(mailer, connection, http)
    {
        try
        {
            _orders.AddRange(JsonSerializer.Deserialize<Order[]>(seed)!);
        }
        catch (JsonException) //@true GB3003
        {
            // -
        }
    }

    public static int Days(string text)
    {
        var days = 30;
        try { days = int.Parse(text); } catch (FormatException) { } //@true GB3003
        return days;
    }

    public void Forget(string path)
    {
        try { File.Delete(path); } catch { } //@near GB3003
    }

    public void Notify(IEnumerable<Action> handlers)
    {
        foreach (var handler in handlers)
            try { handler(); } catch (System.Exception) { /* nope */ } //@true GB3003
    }
}

public class OrderTests
{
    [Fact]
    public void Rejects_a_negative_total()
    {
        try
        {
            _ = new Order(1, -1m);
            Assert.Fail("It was accepted."); //@true GB1004
        }
        catch (Exception) //@true GB3003
        {
        }
    }
}

public class SwallowedCheck
{
    [Fact]
    public void Reader_refuses_half_a_page()
    {
        var reader = new StringReader("{");
        try
        {
            reader.ReadToEnd();
            Assert.Fail("It read half a page.");
        }
        catch //@true GB3003
        {
        }

        Assert.Equal(-1, reader.Peek());
    }
}
