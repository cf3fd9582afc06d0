using System.Data;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Corpus.GB3002.TrueLookups;

public sealed record Customer(int Id, string Name, decimal Credit);

public interface ICustomerStore
{
    Customer? Find(int id);

    Task<Customer?> FindAsync(int id, CancellationToken cancellation = default);

    IReadOnlyList<Customer> All();
}

public interface ILog
{
    void Error(Exception e, string text);

    void Warn(string text);
}

// Null is the answer for "there is no such thing", and after a failure, too.
public sealed class Customers(ICustomerStore store, HttpClient http, IDbConnection connection, ILog log)
{
    private readonly Dictionary<int, Customer> _known = [];
    private readonly List<Customer> _recent = [];

    public Customer? ById(int id)
    {
        try
        {
            return store.Find(id);
        }
        catch (Exception)
        {
            return null; //@true GB3002
        }
    }

    public async Task<Customer?> ByIdAsync(int id, CancellationToken cancellation)
    {
        try
        {
            return await store.FindAsync(id, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null; //@true GB3002
        }
    }

    public Customer? ByName(string name)
    {
        try
        {
            return store.All().FirstOrDefault(c => c.Name == name);
        }
        catch
        {
            return null; //@true GB3002
        }
    }

    public async Task<Customer?> FromServiceAsync(int id)
    {
        try
        {
            var response = await http.GetAsync($"customers/{id}");
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            return (await response.Content.ReadFromJsonAsync<Customer>())!;
        }
        catch (HttpRequestException)
        {
            return null; //@true GB3002
        }
    }

    // The specific catch says what null means; the broad one says the same of everything else.
    public string? Contract(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception)
        {
            return null; //@true GB3002
        }
    }

    public Customer? Newest()
    {
        Customer? newest = null;
        try
        {
            newest = store.All().MaxBy(static c => c.Id) is { } last ? store.Find(last.Id) : null;
        }
        catch (Exception e) //@true GB3002
        {
            Trace.WriteLine(e.Message);
        }

        return newest;
    }

    public string? NameOf(int id)
    {
        try
        {
            return store.Find(id)?.Name;
        }
        catch (TimeoutException)
        {
            return null; //@true GB3002
        }
    }

    public Customer? Cheapest()
    {
        try
        {
            return Single(store.All().OrderBy(static c => c.Credit));
        }
        catch (Exception)
        {
            return default; //@true GB3002
        }
    }

    public decimal? CreditOf(int id)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select credit from customers where id = " + id;
            var value = command.ExecuteScalar();
            if (value is null or DBNull)
                return null;
            return (decimal)value;
        }
        catch (DataException e)
        {
            throw new InvalidOperationException("broken row", e);
        }
        catch (Exception)
        {
            return null; //@true GB3002
        }
    }

    public Customer? Remembered(int id)
    {
        try
        {
            lock (_known)
                return _known.TryGetValue(id, out var customer) ? customer : null;
        }
        catch (Exception)
        {
            // return null on error
            return null; //@true GB3002
        }
    }

    public string? Mail(int id)
    {
        try
        {
            var lines = File.ReadAllLines("mails.txt");
            foreach (var line in lines)
            {
                if (line.StartsWith(id + ";", StringComparison.Ordinal))
                    return line.Split(';')[1];
            }

            return null;
        }
        catch (Exception e)
        {
            Console.WriteLine($"mail of {id}: {e.Message}");
            return null; //@true GB3002
        }
    }

    public Task<Customer?> BestAsync()
    {
        try
        {
            return Task.FromResult(store.All().OrderByDescending(static c => c.Credit).FirstOrDefault());
        }
        catch (Exception)
        {
            return Task.FromResult<Customer?>(null); //@true GB3002
        }
    }

    public Customer? Recent
    {
        get
        {
            try
            {
                return _recent.Count == 0 ? null : store.Find(_recent[0].Id);
            }
            catch (Exception)
            {
                return null; //@true GB3002
            }
        }
    }

    public string? Owner(string host)
    {
        string? Ask()
        {
            try
            {
                using var client = new TcpClient(host, 43);
                using var reader = new StreamReader(client.GetStream());
                while (reader.ReadLine() is { } line)
                {
                    if (line.StartsWith("owner:", StringComparison.Ordinal))
                        return line;
                }

                return null;
            }
            catch (SocketException)
            {
                return null; //@true GB3002
            }
        }

        return Ask();
    }

    /// <summary>Reads the settings of a customer.</summary>
    /// <returns>The settings, or null if none are stored.</returns>
    public JsonDocument? Settings(int id)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText($"{id}.json"));
        }
        catch (Exception)
        {
            return null; //@true GB3002
        }
    }

    private static Customer? Single(IEnumerable<Customer> customers)
    {
        using var each = customers.GetEnumerator();
        return each.MoveNext() ? each.Current : null;
    }
}
