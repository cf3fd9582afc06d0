using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB3002.TrueNothings;

public sealed record Order(int Id, decimal Total, string Place);

public interface IOrderStore
{
    IEnumerable<Order> All();

    Task<List<Order>> OpenAsync();

    IAsyncEnumerable<Order> StreamAsync();
}

public interface ILogger
{
    void LogError(Exception e, string text);

    void LogWarning(string text);
}

// An empty result: nothing there, or nothing read?
public sealed class OrderQueries(IOrderStore store, ILogger logger, HttpClient http)
{
    public List<Order> Open()
    {
        try
        {
            return store.All().Where(static o => o.Total > 0).ToList();
        }
        catch (Exception)
        {
            return new List<Order>(); //@true GB3002
        }
    }

    public async Task<List<Order>> OpenAsync()
    {
        try
        {
            return await store.OpenAsync();
        }
        catch (Exception)
        {
            return []; //@true GB3002
        }
    }

    public IEnumerable<Order> At(string place)
    {
        try
        {
            return store.All().Where(o => o.Place == place);
        }
        catch (DbException)
        {
            return Enumerable.Empty<Order>(); //@true GB3002
        }
    }

    public int[] Ids()
    {
        try
        {
            return store.All().Select(static o => o.Id).ToArray();
        }
        catch (Exception)
        {
            return Array.Empty<int>(); //@true GB3002
        }
    }

    public string[] Places()
    {
        try
        {
            return File.ReadAllLines("places.txt");
        }
        catch
        {
            return new string[0]; //@true GB3002
        }
    }

    public ImmutableArray<Order> Snapshot()
    {
        try
        {
            return [.. store.All()];
        }
        catch (Exception)
        {
            return ImmutableArray<Order>.Empty; //@true GB3002
        }
    }

    public IReadOnlyDictionary<int, Order> ByNumber()
    {
        try
        {
            return store.All().ToDictionary(static o => o.Id);
        }
        catch (Exception)
        {
            return new Dictionary<int, Order>(); //@true GB3002
        }
    }

    public HashSet<string> Blocked()
    {
        try
        {
            return File.ReadLines("blocked.txt").ToHashSet();
        }
        catch (Exception)
        {
            return new HashSet<string>(); //@true GB3002
        }
    }

    // What came before the failure passes for all.
    public List<Order> Imported(string path)
    {
        var orders = new List<Order>();
        try
        {
            foreach (var line in File.ReadLines(path))
                orders.Add(new Order(int.Parse(line), 0, ""));
        }
        catch (Exception e) //@true GB3002
        {
            Trace.WriteLine(e.Message);
        }

        return orders;
    }

    public async Task<IReadOnlyCollection<Order>> StreamedAsync()
    {
        var orders = new List<Order>();
        try
        {
            await foreach (var order in store.StreamAsync())
                orders.Add(order);
            return orders;
        }
        catch (TimeoutException)
        {
            return orders; //@true GB3002
        }
    }

    public List<Order> Paged()
    {
        var orders = new List<Order>();
        try
        {
            orders.AddRange(store.All().Take(100));
        }
        catch (Exception e) //@true GB3002
        {
            Trace.WriteLine(e.Message);
        }

        return orders;
    }

    public IList<string> Names(string folder)
    {
        IList<string> Read()
        {
            try
            {
                return Directory.GetFiles(folder);
            }
            catch (Exception)
            {
                return []; //@true GB3002
            }
        }

        return Read();
    }

    public List<Order> Late
    {
        get
        {
            try
            {
                return store.All().Where(static o => o.Total < 0).ToList();
            }
            catch (Exception)
            {
                return []; //@true GB3002
            }
        }
    }

    // Zero of what?
    public int Count()
    {
        try
        {
            return store.All().Count();
        }
        catch (Exception)
        {
            return 0; //@true GB3002
        }
    }

    public decimal Balance()
    {
        try
        {
            return store.All().Sum(static o => o.Total);
        }
        catch (Exception)
        {
            return 0m; //@true GB3002
        }
    }

    public async Task<long> SizeAsync(string address)
    {
        try
        {
            var bytes = await http.GetByteArrayAsync(address);
            return bytes.LongLength;
        }
        catch (WebException)
        {
            return 0; //@true GB3002
        }
        catch (HttpRequestException)
        {
            return 0L; //@true GB3002
        }
    }

    public double Average()
    {
        double average = 0;
        try
        {
            average = (double)store.All().Average(static o => o.Total);
        }
        catch (Exception e) //@true GB3002
        {
            Trace.WriteLine(e.Message);
        }

        return average;
    }

    public int Unread(IDbCommand command)
    {
        try
        {
            return (int)command.ExecuteScalar()!;
        }
        catch (Exception)
        {
            return default; //@true GB3002
        }
    }

    public int Attempts(string text)
    {
        try
        {
            return int.Parse(text);
        }
        catch (Exception e)
        {
            Console.WriteLine(e.Message);
            return 0; //@true GB3002
        }
    }

    // A text without characters is a text.
    public string Notes(int id)
    {
        try
        {
            return File.ReadAllText($"{id}.txt").Trim();
        }
        catch (Exception)
        {
            return ""; //@true GB3002
        }
    }

    public async Task<string> PageAsync(string address)
    {
        try
        {
            using var response = await http.GetAsync(address);
            if (response.Content.Headers.ContentLength == 0)
                return "";
            return await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            return string.Empty; //@true GB3002
        }
    }

    public string PlaceOf(int id)
    {
        var place = string.Empty;
        try
        {
            place = store.All().FirstOrDefault(o => o.Id == id)?.Place ?? "";
        }
        catch (Exception)
        {
            return ""; //@true GB3002
        }

        return place;
    }
}

public abstract class Report
{
    public abstract int Rows { get; }
}

public sealed class OrderReport(IOrderStore store) : Report
{
    public override int Rows
    {
        get
        {
            try
            {
                return store.All().Count();
            }
            catch
            {
                return 0; //@true GB3002
            }
        }
    }
}

public sealed class OrdersController(IOrderStore store) : ControllerBase
{
    [HttpGet]
    public async Task<IEnumerable<Order>> Get()
    {
        try
        {
            return await store.OpenAsync();
        }
        catch (Exception)
        {
            return new List<Order>(); //@true GB3002
        }
    }
}
