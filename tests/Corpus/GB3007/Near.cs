using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Corpus.GB3007.Near;

public sealed record Order(int Id, decimal Total);

public sealed record User(string Name);

public sealed record ChargeResult(bool Success, string? Receipt, string? Error);

public interface IGateway
{
    ChargeResult Charge(decimal amount);

    Task<ChargeResult> RefundAsync(string receipt);
}

public sealed class LoadResult
{
    private readonly string? _text;

    public LoadResult(string? text) => _text = text;

    public bool IsSuccess => _text is not null;

    public string Value => _text ?? throw new InvalidOperationException("nothing was loaded");
}

public sealed class Pipeline
{
    public bool IsValid { get; private set; }

    public Pipeline Use(string step)
    {
        IsValid = step.Length > 0;
        return this;
    }
}

public sealed class Parsing
{
    // The value itself is asked.
    public static int Page(string text)
    {
        int.TryParse(text, out var page); //@near GB3007
        if (page < 1)
            page = 1;
        return page;
    }

    public static int PageSize(string text)
    {
        int.TryParse(text, out var size); //@near GB3007
        return Math.Clamp(size, 10, 100);
    }

    // A number that is not there is 0: said in the name, in a comment.
    public static int NumberOrDefault(string text)
    {
        int.TryParse(text, out var number); //@near GB3007
        return number;
    }

    public static int Retries(string text)
    {
        // 0 if the setting is not a number.
        int.TryParse(text, out var retries); //@near GB3007
        return retries;
    }

    public static Uri? Link(string text)
    {
        Uri.TryCreate(text, UriKind.Absolute, out var uri); //@near GB3007
        return uri;
    }

    public static string? Host(string text)
    {
        Uri.TryCreate(text, UriKind.Absolute, out var uri); //@near GB3007
        return uri?.Host;
    }

    public static int Tested(string text)
    {
        var ok = int.TryParse(text, out var number); //@near GB3007
        return ok ? number : -1;
    }

    public static bool IsNumber(string text)
    {
        return int.TryParse(text, out _); //@near GB3007
    }

    public static int Discarded(string text)
    {
        _ = int.TryParse(text, out var number); //@near GB3007
        return number;
    }

    public static int Replaced(string text, int other)
    {
        int.TryParse(text, out var number); //@near GB3007
        number = other;
        return number;
    }

    // Absent means zero: counting.
    public static void Count(Dictionary<string, int> counts, string word)
    {
        counts.TryGetValue(word, out var count); //@near GB3007
        counts[word] = count + 1;
    }

    public static string? Find(Dictionary<string, string> names, string key)
    {
        names.TryGetValue(key, out var name); //@near GB3007
        return name;
    }
}

public sealed class Sets
{
    private readonly HashSet<string> _seen = [];
    private readonly ConcurrentDictionary<string, Order> _orders = new();
    private readonly Dictionary<string, int> _ids = [];
    private int _closed;

    public void Mark(string key)
    {
        _seen.Add(key); //@near GB3007
        _ids.TryAdd(key, _ids.Count); //@near GB3007
        _orders.TryRemove(key, out var _); //@near GB3007
        _ids.Remove(key); //@near GB3007
        Interlocked.Increment(ref _closed); //@near GB3007
    }

    public static string Text(IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part).Append(' '); //@near GB3007
        return text.ToString();
    }

    public static async Task LockedAsync(SemaphoreSlim gate, Func<Task> work)
    {
        await gate.WaitAsync(); //@near GB3007
        try
        {
            await work();
        }
        finally
        {
            gate.Release(); //@near GB3007
        }
    }
}

public sealed class Remote(HttpClient http)
{
    public async Task<string> EnsuredAsync(string path)
    {
        var response = await http.GetAsync(path); //@near GB3007
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<string?> AskedAsync(string path)
    {
        using var response = await http.GetAsync(path); //@near GB3007
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : null;
    }

    public async Task<string> HandedOnAsync(string path)
    {
        var response = await http.GetAsync(path); //@near GB3007
        await ThrowUnlessOkAsync(response);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task ChainedAsync(Order order)
    {
        (await http.PostAsJsonAsync("orders", order)).EnsureSuccessStatusCode(); //@near GB3007
    }

    public async Task<HttpResponseMessage> ReturnedAsync(string path)
    {
        var response = await http.GetAsync(path); //@near GB3007
        return response;
    }

    // GetStringAsync throws by itself.
    public async Task<string> ThrowingAsync(string path)
    {
        var text = await http.GetStringAsync(path); //@near GB3007
        return text;
    }

    public async Task WarmUpAsync()
    {
        await http.GetAsync("health"); //@near GB3007
    }

    public async Task NotifyAsync(Order order)
    {
        await http.PostAsJsonAsync("hooks", order); // Best effort: the hook asks again. //@near GB3007
    }

    public async Task<string> LaterAsync(string path)
    {
        var response = await http.GetAsync(path); //@near GB3007
        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode >= 400)
            throw new InvalidOperationException(text);
        return text;
    }

    private static async Task ThrowUnlessOkAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }
}

public sealed class Accounts(UserManager<User> users)
{
    public async Task RegisterAsync(User user, string password)
    {
        var result = await users.CreateAsync(user, password); //@near GB3007
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(", ", result.Errors));
    }

    public Task<IdentityResult> DeleteAsync(User user)
    {
        return users.DeleteAsync(user); //@near GB3007
    }

    public async Task RenameAsync(User user, string name)
    {
        var result = await users.SetUserNameAsync(user, name); //@near GB3007
        foreach (var error in result.Errors)
            throw new InvalidOperationException(error.Description);
    }
}

public sealed class Shop(IGateway gateway, IDbConnection connection) : IDisposable
{
    private ChargeResult? _last;

    public void Dispose()
    {
        gateway.Charge(0); //@near GB3007
    }

    public void Keep(Order order)
    {
        _last = gateway.Charge(order.Total); //@near GB3007
        Console.WriteLine(_last);
    }

    public async Task<string?> RefundAsync(string receipt)
    {
        var result = await gateway.RefundAsync(receipt); //@near GB3007
        return result.Error ?? result.Receipt;
    }

    // The accessor throws where there is no value.
    public static string Text(string path)
    {
        var result = Load(path); //@near GB3007
        return result.Value;
    }

    public static bool Pattern(string text)
    {
        var match = Regex.Match(text, "a+"); //@near GB3007
        return match.Length > 2;
    }

    public static Pipeline Build()
    {
        var pipeline = new Pipeline();
        pipeline.Use("parse"); //@near GB3007
        return pipeline;
    }

    // No other writer is claimed: an insert either works or throws.
    public void Insert(Order order)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO orders (id, total) VALUES (@id, @total)";
        command.ExecuteNonQuery(); //@near GB3007
    }

    public void Touch(Order order, int version)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE orders SET total = 0 WHERE id = @id AND version = @version";
        var rows = command.ExecuteNonQuery(); //@near GB3007
        if (rows == 0)
            throw new DBConcurrencyException($"order {order.Id} is no longer at {version}");
    }

    private static LoadResult Load(string path) => new(File.Exists(path) ? File.ReadAllText(path) : null);
}

public sealed class Store(string folder)
{
    private bool _changed;

    // False says that nothing was to do; a failure is thrown.
    public void Finish(Order order)
    {
        Update(order); //@near GB3007
        Console.WriteLine(_changed);
    }

    public bool All(IEnumerable<Order> orders)
    {
        var ok = true;
        foreach (var order in orders)
            ok &= Save(order); //@near GB3007
        return ok;
    }

    public void Either(Order order)
    {
        if (!Save(order)) //@near GB3007
            throw new IOException("not saved");
    }

    public void Undo(Order order)
    {
        try
        {
            File.Delete(Path.Combine(folder, order.Id.ToString()));
        }
        catch (IOException)
        {
            Save(order); //@near GB3007
            throw;
        }
    }

    public Action Later(Order order)
    {
        var saved = Save(order); //@near GB3007
        return () => Console.WriteLine(saved);
    }

    public bool Retried(Order order)
    {
        var saved = Save(order); //@near GB3007
        for (var i = 0; !saved && i < 3; i++)
            saved = Save(order); //@near GB3007
        return saved;
    }

    private bool Update(Order order)
    {
        if (order.Total == 0)
            return false;
        _changed = true;
        return true;
    }

    private bool Save(Order order)
    {
        try
        {
            File.WriteAllText(Path.Combine(folder, order.Id.ToString()), order.ToString());
            return true;
        }
        catch (IOException e)
        {
            Console.Error.WriteLine(e.Message);
            return false;
        }
    }
}

public sealed class Bytes
{
    public static byte[] Whole(Stream stream)
    {
        var bytes = new byte[16];
        stream.ReadExactly(bytes, 0, 16); //@near GB3007
        return bytes;
    }

    public static int Loop(Stream stream, byte[] bytes)
    {
        var filled = 0;
        while (filled < bytes.Length)
        {
            var read = stream.Read(bytes, filled, bytes.Length - filled); //@near GB3007
            if (read == 0)
                break;
            filled += read;
        }

        return filled;
    }

    public static byte[] InMemory(MemoryStream memory)
    {
        var bytes = new byte[memory.Length];
        memory.Read(bytes, 0, bytes.Length); //@near GB3007
        return bytes;
    }

    // The bytes are passed over.
    public static void Pass(Stream stream)
    {
        var rest = new byte[16];
        stream.Read(rest, 0, rest.Length); //@near GB3007
    }

    public static string Datagram(Socket socket)
    {
        var packet = new byte[512];
        var count = socket.Receive(packet); //@near GB3007
        return Encoding.UTF8.GetString(packet, 0, count);
    }
}

public static class Tools
{
    public static string Version()
    {
        using var process = Process.Start(new ProcessStartInfo("git", "describe") { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit(); //@near GB3007
        return process.ExitCode == 0 ? text : throw new InvalidOperationException(text);
    }

    public static string Errors()
    {
        using var process = Process.Start(new ProcessStartInfo("git", "fsck") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit(); //@near GB3007
        return errors.Length > 0 ? throw new InvalidOperationException(errors) : text;
    }

    public static void Browser(string url)
    {
        var process = Process.Start("browser", url); //@true GB8102
        process.WaitForExit(); //@near GB3007
    }
}
