using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Warehouse;

public record Item(int Id, string Name, decimal Price, DateTime Added);

public interface ILog
{
    void LogInformation(string text, params object?[] args);

    void LogDebug(string text);
}

public sealed class ItemStore(HttpClient client, ILog log)
{
    private readonly List<Item> _items = [];
    private readonly ConcurrentDictionary<string, Item> _byName = new();

    public async Task<string> DownloadAsync(Uri address, CancellationToken cancellationToken) //@true GB2008
    {
        var response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public Task<string> FetchAsync(string path, CancellationToken ct = default) => client.GetStringAsync(path); //@true GB2008

    public async Task WaitForStockAsync(int id, CancellationToken token) //@true GB2008
    {
        while (_items.All(i => i.Id != id))
            await Task.Delay(200);
    }

    public void Flush(CancellationToken stopping) //@true GB2008
    {
        for (var i = 0; i < _items.Count; i++)
        {
            Thread.Sleep(10);
            _byName[_items[i].Name] = _items[i];
        }
    }

    public async Task<int> ImportAsync(string file, CancellationToken cancellation) //@true GB2008
    {
        await using var stream = File.OpenRead(file);
        using var reader = new StreamReader(stream);
        var count = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            _items.Add(new Item(count++, line, 0, DateTime.UnixEpoch));
        }

        return count;
    }

    public string Ping(Uri address, TimeSpan timeout) //@true GB2008
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = client.Send(request);
        return response.StatusCode.ToString();
    }

    public bool WaitUntilEmpty(int timeoutMs) //@true GB2008
    {
        var spin = new SpinWait();
        while (_items.Count > 0)
            spin.SpinOnce();
        return _items.Count == 0;
    }

    public Item Locate(int id, int connectTimeout) //@true GB2008
    {
        if (connectTimeout <= 0)
            throw new ArgumentOutOfRangeException(nameof(connectTimeout));
        return _items.Single(i => i.Id == id);
    }

    public async Task<string> ReadWithRetriesAsync(string path, int maxRetries) //@true GB2008
    {
        try
        {
            return await client.GetStringAsync(path);
        }
        catch (HttpRequestException e)
        {
            log.LogInformation("Reading {Path} failed: {Error}", path, e.Message);
            throw;
        }
    }

    public string Reload(string path, int retryCount) //@true GB2008
    {
        log.LogInformation("Reload {Path}, {Retries} retries", path, retryCount);
        return File.ReadAllText(path);
    }

    public IReadOnlyList<Item> Search(string text, Func<Item, bool> filter) //@true GB2008
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _items.Where(i => i.Name.Contains(text, StringComparison.Ordinal)).ToList();
    }

    public IEnumerable<Item> Named(string name, Predicate<Item>? predicate = null) => _items.Where(i => i.Name == name); //@true GB2008

    public string[] FilesOf(string folder, string searchPattern) => Directory.GetFiles(folder); //@true GB2008

    public List<Item> Newest(int limit) => _items.OrderByDescending(i => i.Added).ToList(); //@true GB2008

    public List<Item> Page(int page, int pageSize) => _items.Skip(page * 20).Take(20).ToList(); //@true GB2008

    public IEnumerable<Item> After(int offset, int take) //@true GB2008
    {
        foreach (var item in _items.Take(take))
            yield return item;
    }

    public Item[] Cheapest(int maxResults = 10) //@true GB2008
    {
        maxResults = 100;
        return _items.OrderBy(i => i.Price).Take(maxResults).ToArray();
    }

    public decimal Total(int top) //@true GB2008
    {
        var wanted = top;
        var sum = 0m;
        foreach (var item in _items)
            sum += item.Price;
        return sum;
    }

    public List<Item> Sorted(string sortBy) => _items.OrderBy(i => i.Id).ToList(); //@true GB2008

    public List<Item> ByPrice(bool descending) => [.. _items.OrderBy(i => i.Price)]; //@true GB2008

    public int Prune(DateTime before, bool dryRun) //@true GB2008
    {
        return _items.RemoveAll(i => i.Added < before);
    }

    public bool Has(string name, StringComparison comparison) => _items.Any(i => i.Name == name); //@true GB2008

    public Dictionary<string, Item> Index(IEqualityComparer<string> comparer) //@true GB2008
    {
        if (comparer == null)
            throw new ArgumentNullException(nameof(comparer));
        var index = new Dictionary<string, Item>();
        foreach (var item in _items)
            index[item.Name] = item;
        return index;
    }

    public int CountFiles(string folder, bool recursive) //@true GB2008
    {
        var files = Directory.EnumerateFiles(folder);
        return files.Count();
    }

    public void Copy(string from, string to, bool overwrite) => File.Copy(from, to); //@true GB2008

    public string Describe(decimal price, CultureInfo culture) => price.ToString("C"); //@true GB2008

    public void Write(string path, string text, Encoding encoding) => File.WriteAllText(path, text); //@true GB2008

    public string Read(Stream stream, Encoding encoding, bool leaveOpen) //@true GB2008
    {
        using var reader = new StreamReader(stream, encoding);
        return reader.ReadToEnd();
    }

    public byte[] Protect(byte[] data, string password) //@true GB2008
    {
        using var aes = Aes.Create();
        return aes.EncryptCbc(data, new byte[16]); //@true GB8212
    }

    public bool Unlock(string archive, string passphrase) //@true GB2008
    {
        if (string.IsNullOrEmpty(passphrase))
            throw new ArgumentException("A passphrase is needed.", nameof(passphrase));
        return File.Exists(archive);
    }

    public void ForAll(Action<Item> action, int maxDegreeOfParallelism) => Parallel.ForEach(_items, action); //@true GB2008

    public List<List<Item>> Batches(int batchSize) //@true GB2008
    {
        var size = 50;
        return _items.Chunk(size).Select(c => c.ToList()).ToList();
    }

    public string Shorten(string text, int maxLength) //@true GB2008
    {
        if (text.Length > 80)
            return text[..80];
        return text;
    }

    public Item Pick(int seed) => _items[Random.Shared.Next(_items.Count)]; //@true GB2008

    public Item First(int id, int maxAttempts) //@true GB2008
    {
        var attempts = Math.Min(3, 5);
        for (var i = 0; i < attempts; i++)
        {
            if (_items.Find(x => x.Id == id) is { } item)
                return item;
        }

        throw new KeyNotFoundException($"There is no item {id}.");
    }

    public List<Item> Some(int maxItems) => Load("some", maxItems); //@true GB2008

    private List<Item> Load(string label, int n)
    {
        log.LogDebug(label);
        return _items.ToList();
    }

    public List<Item> Recent(bool includeDeleted) //@true GB2008
    {
        if (includeDeleted)
        {
        }

        return _items.Where(i => i.Added > DateTime.UnixEpoch).ToList();
    }

    internal static Process Start(string tool, TimeSpan? startTimeout) //@true GB2008
    {
        var process = Process.Start(tool);
        process.WaitForExit();
        return process;
    }
}

public sealed class NameCache
{
    private readonly Dictionary<string, string> _names;

    public NameCache(int capacity, IEqualityComparer<string>? comparer) //@true GB2008
    {
        _names = new Dictionary<string, string>(capacity);
    }

    public string? Get(string name) => _names.GetValueOrDefault(name);

    public void Put(string name, string value, TimeSpan? waitTimeout) //@true GB2008
    {
        lock (_names)
            _names[name] = value;
    }

    public string Resolve(string name, bool ignoreCase) //@true GB2008
    {
        string? found = null;
        foreach (var (key, value) in _names)
        {
            if (key == name)
                found = value;
        }

        return found ?? name;
    }
}
