using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB3002.Near;

public sealed record Order(int Id, decimal Total, string Place);

public sealed class OrderNotFoundException : Exception;

public interface IOrderStore
{
    Order? Find(int id);

    Order Get(int id);

    IEnumerable<Order> All();
}

public interface ILogger
{
    void LogError(Exception e, string text);
}

public sealed class Reading
{
    public List<Order> Orders { get; set; } = [];

    public Exception? Failure { get; set; }
}

// The name is the contract.
public sealed class NamedSources(IOrderStore store)
{
    public Order? TryFind(int id)
    {
        try
        {
            return store.Find(id);
        }
        catch (Exception)
        {
            return null; //@near GB3002
        }
    }

    public Order? FindOrNull(int id)
    {
        try
        {
            return store.Find(id);
        }
        catch (Exception)
        {
            return null; //@near GB3002
        }
    }

    public List<Order> AllOrEmpty()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception)
        {
            return []; //@near GB3002
        }
    }

    public int SafeCount()
    {
        try
        {
            return store.All().Count();
        }
        catch
        {
            return 0; //@near GB3002
        }
    }

    public string? DetectEncoding(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault();
        }
        catch (Exception)
        {
            return null; //@near GB3002
        }
    }

    public override string ToString()
    {
        try
        {
            return string.Join(", ", store.All());
        }
        catch (Exception)
        {
            return ""; //@near GB3002
        }
    }

    public Order? ParseOrder(string text)
    {
        try
        {
            return text.Length == 0 ? null : store.Find(int.Parse(text, CultureInfo.InvariantCulture));
        }
        catch (Exception)
        {
            return null; //@near GB3002
        }
    }
}

// The failure is the answer, or can be told from it.
public sealed class ToldApart(IOrderStore store, ILogger logger)
{
    public Order? Find(int id)
    {
        try
        {
            return store.Get(id);
        }
        catch (OrderNotFoundException)
        {
            return null; //@near GB3002
        }
    }

    public int Number(string text)
    {
        try
        {
            return int.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return 0; //@near GB3002
        }
    }

    // Only a failure gives null.
    public Order? Latest()
    {
        try
        {
            return store.All().Last();
        }
        catch (Exception e)
        {
            logger.LogError(e, "latest");
            return null; //@near GB3002
        }
    }

    public JsonDocument? Settings(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path));
        }
        catch (Exception e)
        {
            logger.LogError(e, "settings");
            return null; //@near GB3002
        }
    }

    // Null without a path is not the same question.
    public byte[]? Picture(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e)
        {
            logger.LogError(e, "picture");
            return null; //@near GB3002
        }
    }

    // Every null is a failure that was reported.
    public Order? Checked(int id)
    {
        try
        {
            var order = store.Get(id);
            if (order.Total < 0)
            {
                logger.LogError(new InvalidOperationException(), "a negative total");
                return null;
            }

            return order;
        }
        catch (Exception e)
        {
            logger.LogError(e, "order");
            return null; //@near GB3002
        }
    }

    public int IndexOf(Order order)
    {
        try
        {
            return store.All().ToList().IndexOf(order);
        }
        catch (Exception)
        {
            return -1; //@near GB3002
        }
    }

    public string Title(int id)
    {
        try
        {
            return store.Get(id).Place;
        }
        catch (Exception)
        {
            return "(not available)"; //@near GB3002
        }
    }

    // No port is 0.
    public int OpenPort(string path)
    {
        try
        {
            return int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture);
        }
        catch (Exception e)
        {
            logger.LogError(e, "port");
            return 0; //@near GB3002
        }
    }

    public string Hash(string path)
    {
        try
        {
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception e)
        {
            logger.LogError(e, "hash");
            return ""; //@near GB3002
        }
    }

    public List<Order> Both()
    {
        try
        {
            return new List<Order> { store.Get(1), store.Get(2) };
        }
        catch (Exception e)
        {
            logger.LogError(e, "both");
            return new List<Order>(); //@near GB3002
        }
    }

    public Order? Required(int id)
    {
        try
        {
            var order = store.Find(id);
            if (order is null)
                throw new OrderNotFoundException();
            return order;
        }
        catch (Exception e)
        {
            logger.LogError(e, "required");
            return null; //@near GB3002
        }
    }

    public int ByStatus(string path)
    {
        try
        {
            return File.ReadLines(path).Count();
        }
        catch (IOException e) when (e.HResult == 2)
        {
            return 0; //@near GB3002
        }
    }

    // The result is what was done, and nothing was.
    public int RemoveAll()
    {
        try
        {
            return store.All().Select(static o => o.Id).Count(static i => i > 0);
        }
        catch (Exception e)
        {
            logger.LogError(e, "remove");
            return 0; //@near GB3002
        }
    }
}

// The failure goes somewhere else.
public sealed class ToldElsewhere(IOrderStore store, IOrderStore replica, ILogger logger)
{
    private readonly List<string> _errors = [];

    public event EventHandler<Exception>? Failed;

    public Exception? LastError { get; private set; }

    public List<Order> Remembered()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception e)
        {
            LastError = e;
            return []; //@near GB3002
        }
    }

    public List<Order> Collected()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception e)
        {
            _errors.Add(e.Message);
            return []; //@near GB3002
        }
    }

    public List<Order> Raised()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception e)
        {
            Failed?.Invoke(this, e);
            return []; //@near GB3002
        }
    }

    public int Counted(out string? error)
    {
        error = null;
        try
        {
            return store.All().Count();
        }
        catch (Exception)
        {
            error = "the store does not answer";
            return 0; //@near GB3002
        }
    }

    public List<Order> Read(Reading reading)
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception e)
        {
            reading.Failure = e;
            return []; //@near GB3002
        }
    }

    public List<Order> FromReplica()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception)
        {
            var orders = replica.All().ToList();
            return orders; //@near GB3002
        }
    }

    public List<Order> Retried()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                return store.All().ToList();
            }
            catch (TimeoutException e) //@near GB3002
            {
                logger.LogError(e, "again");
            }
        }

        return [];
    }

    public List<Order> Decided()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception e)
        {
            if (e is TimeoutException)
                throw;
            return []; //@near GB3002
        }
    }

    public int Suspended()
    {
        try
        {
            return store.All().Count();
        }
        catch (Exception e)
        {
            if (Suspend(e))
                logger.LogError(e, "suspended");
            return 0; //@near GB3002
        }
    }

    private bool Suspend(Exception e) => _errors.Contains(e.Message);
}

// The documents say it.
public sealed class Documented(IOrderStore store, ILogger logger)
{
    /// <summary>Reads an order.</summary>
    /// <returns>The order; null when there is none or it cannot be read.</returns>
    public Order? Find(int id)
    {
        try
        {
            return store.Find(id);
        }
        catch (Exception e)
        {
            logger.LogError(e, "find");
            return null; //@near GB3002
        }
    }

    // Never throws: statistics must not stop the shop, so errors count as zero.
    public int Count()
    {
        try
        {
            return store.All().Count();
        }
        catch (Exception)
        {
            return 0; //@near GB3002
        }
    }

    public List<Order> Suggested()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception)
        {
            // Suggestions are decoration: the page must come up without them.
            return []; //@near GB3002
        }
    }
}

public interface IOrderSource
{
    /// <summary>The orders, or an empty list if the source is unavailable.</summary>
    List<Order> Read();
}

public sealed class OrderSource(IOrderStore store) : IOrderSource
{
    public List<Order> Read()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception)
        {
            return []; //@near GB3002
        }
    }
}

// What is asked may not be there to ask; a cache that fails is a miss; a view shows what it has.
public sealed class Machine
{
    public string? Version()
    {
        try
        {
            return Assembly.GetEntryAssembly()?.GetName().Version?.ToString();
        }
        catch (Exception)
        {
            return null; //@near GB3002
        }
    }

    public int Threads()
    {
        try
        {
            return Process.GetCurrentProcess().Threads.Count;
        }
        catch (Exception)
        {
            return 0; //@near GB3002
        }
    }
}

public sealed class OrderCache(IOrderStore remote, ILogger logger)
{
    public Order? Get(int id)
    {
        try
        {
            return remote.Find(id);
        }
        catch (Exception e)
        {
            logger.LogError(e, "a miss");
            return null; //@near GB3002
        }
    }
}

public sealed class OrdersViewModel(IOrderStore store)
{
    public int Badge
    {
        get
        {
            try
            {
                return store.All().Count();
            }
            catch (Exception)
            {
                return 0; //@near GB3002
            }
        }
    }
}

// Callers that deal with it.
public sealed class Callers(IOrderStore[] stores, ILogger logger)
{
    public List<Order> All() => stores.SelectMany(s => From(s)).ToList();

    public Order Get(int id) => Find(id) ?? throw new OrderNotFoundException();

    public decimal Total(int id)
    {
        var order = Load(id);
        if (order is null)
            throw new InvalidOperationException("no order");
        return order.Total;
    }

    private List<Order> From(IOrderStore store)
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception e)
        {
            logger.LogError(e, "one of many");
            return []; //@near GB3002
        }
    }

    private Order? Find(int id)
    {
        try
        {
            return stores[0].Find(id);
        }
        catch (Exception e)
        {
            logger.LogError(e, "find");
            return null; //@near GB3002
        }
    }

    private Order? Load(int id)
    {
        try
        {
            return stores[0].Find(id);
        }
        catch (TimeoutException)
        {
            return null; //@near GB3002
        }
    }
}

// Another's contract.
public sealed class Sorter(IOrderStore store) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        try
        {
            return store.Get(x).Total.CompareTo(store.Get(y).Total);
        }
        catch (Exception)
        {
            return 0; //@near GB3002
        }
    }
}

public sealed class OrdersController(IOrderStore store) : ControllerBase
{
    [HttpGet]
    public ActionResult<List<Order>> Get()
    {
        try
        {
            return store.All().ToList();
        }
        catch (Exception)
        {
            return StatusCode(503); //@near GB3002
        }
    }
}

// The parts of a whole, each by its own.
public sealed class Dashboard(IOrderStore store, ILogger logger)
{
    public List<Order> Parts()
    {
        var parts = new List<Order>();
        parts.Add(store.Get(1));
        try
        {
            parts.AddRange(store.All());
        }
        catch (Exception e) //@near GB3002
        {
            logger.LogError(e, "some parts");
        }

        return parts;
    }
}
