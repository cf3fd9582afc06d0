using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.Serialization;
using System.Text;

namespace Depot;

public record Crate(int Id, string Name, decimal Weight);

public interface ICrates
{
    Task<Crate> GetAsync(int id, CancellationToken cancellationToken);

    IReadOnlyList<Crate> Search(string text, int limit);

    Task WarmAsync(string name, CancellationToken token) => Task.Delay(10); //@near GB2008
}

public sealed class MemoryCrates : ICrates, IComparer<Crate>, IFormattable
{
    private readonly List<Crate> _crates = [];

    public async Task<Crate> GetAsync(int id, CancellationToken cancellationToken) //@near GB2008
    {
        await Task.Delay(1);
        return _crates.Single(c => c.Id == id);
    }

    IReadOnlyList<Crate> ICrates.Search(string text, int limit) => _crates.Where(c => c.Name == text).ToList(); //@near GB2008

    public int Compare(Crate? x, Crate? y) => Comparer<int?>.Default.Compare(x?.Id, y?.Id);

    public string ToString(string? format, IFormatProvider? formatProvider) => $"{_crates.Count} crates"; //@near GB2008

    public Task<int> CountAsync(CancellationToken cancellationToken) => Task.FromResult(_crates.Count); //@near GB2008

    public int Count(CancellationToken cancellationToken) //@near GB2008
    {
        var sum = 0;
        foreach (var crate in _crates)
            sum += crate.Id;
        return sum;
    }
}

public class Shelf
{
    protected readonly List<Crate> Crates = [];

    public virtual async Task<int> TidyAsync(CancellationToken cancellationToken) //@near GB2008
    {
        await Task.Delay(5);
        return Crates.Count;
    }

    protected virtual List<Crate> Load(string name, TimeSpan timeout) => Crates.Where(c => c.Name == name).ToList(); //@near GB2008
}

public sealed class FastShelf : Shelf
{
    public override async Task<int> TidyAsync(CancellationToken cancellationToken) //@near GB2008
    {
        await Task.Yield();
        return Crates.Count + 1;
    }

    protected override List<Crate> Load(string name, TimeSpan timeout) => [.. Crates]; //@near GB2008
}

public sealed class ForkliftPanel
{
    private readonly Dictionary<string, Func<string, int, bool>> _commands;
    private int _lifted;

    public ForkliftPanel() => _commands = new() { ["lift"] = Lift };

    public event EventHandler? Changed;

    public bool Run(string name, int limit) => _commands[name](name, limit); //@near GB2008

    private bool Lift(string name, int limit) //@near GB2008
    {
        _lifted += name.Length;
        Changed?.Invoke(this, EventArgs.Empty);
        return _lifted > 3;
    }

    [Obsolete("The time limit is the server's.")]
    public int Lower(string name, TimeSpan timeout) => _lifted -= name.Length; //@near GB2008

    /// <summary>Turns the fork.</summary>
    /// <param name="timeout">Has no effect since the fork is electric.</param>
    public void Turn(int timeout) => _lifted++; //@near GB2008

    public void Park(int place, TimeSpan timeout) //@near GB2008
    {
        _ = timeout;
        _lifted = place;
    }

    public void Wash(int _, TimeSpan unusedTimeout) => _lifted = 0; //@near GB2008

    public int Weigh(string name, int retries) => throw new NotSupportedException("This fork has no scales."); //@near GB2008

    public int Scan(string name, int limit) //@near GB2008
    {
        if (limit != 1)
            throw new NotSupportedException("One crate is scanned at a time.");
        return _lifted = name.Length;
    }

    public void Admit(ICollection<Crate> crates, int limit) //@near GB2008
    {
        if (crates.Count > limit)
            throw new ArgumentException("Too many crates.", nameof(crates));
        _lifted += crates.Count;
    }

    public void Stack(ICollection<Crate> crates, int maxCount) //@near GB2008
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(crates.Count, maxCount);
        _lifted += crates.Count;
    }
}

public sealed class DepotClient(HttpClient client)
{
    private readonly SemaphoreSlim _gate = new(1);
    private TimeSpan _timeout;
    private string? _password;

    public async Task<string> GetAsync(string path, CancellationToken cancellationToken) //@near GB2008
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await client.GetStringAsync(path);
    }

    public async Task<string> PeekAsync(string path, CancellationToken cancellationToken) //@near GB2008
    {
        if (cancellationToken.IsCancellationRequested)
            throw new OperationCanceledException("Not now.");
        return await client.GetStringAsync(path);
    }

    public async Task<string> RaceAsync(string path, CancellationToken cancellationToken) //@near GB2008
    {
        var stop = new TaskCompletionSource<string>();
        using var registration = cancellationToken.Register(() => stop.TrySetCanceled());
        return await await Task.WhenAny(client.GetStringAsync(path), stop.Task);
    }

    public async Task RollBackAsync(string path, CancellationToken cancellationToken) //@near GB2008
    {
        await client.DeleteAsync(path, CancellationToken.None); //@true GB3007
    }

    public async Task CloseAsync(CancellationToken cancellationToken) //@near GB2008
    {
        // Closing must not be cancelled half-way.
        await client.DeleteAsync("session"); //@true GB3007
        _gate.Dispose();
    }

    public Task<string> HeadAsync(string path, CancellationToken cancellationToken) //@near GB2008
    {
        return Task.Run(async () => await client.GetStringAsync(path, cancellationToken));
    }

    public DepotClient WithTimeout(TimeSpan timeout) //@near GB2008
    {
        _timeout = timeout;
        return this;
    }

    public DepotClient As(string user, string? password) //@near GB2008
    {
        (_, _password) = (user, password);
        return this;
    }

    public bool Open() => _password is not null && _timeout > TimeSpan.Zero;

    public async Task<bool> EnterAsync(int timeoutMs) //@near GB2008
    {
        var limit = TimeSpan.FromMilliseconds(timeoutMs < 0 ? 100 : timeoutMs);
        return await _gate.WaitAsync(limit);
    }

    public async Task<string> TryHardAsync(string path, int retries) //@near GB2008
    {
        while (retries-- > 0)
        {
            if (await client.GetAsync(path) is { IsSuccessStatusCode: true } response)
                return await response.Content.ReadAsStringAsync();
        }

        throw new HttpRequestException(path);
    }

    public Task<string> OnceAsync(string path, int maxRetries) => maxRetries == 0 ? client.GetStringAsync(path) : TryHardAsync(path, maxRetries); //@near GB2008
}

public static class CrateQueries
{
    public static IEnumerable<Crate> Where(IEnumerable<Crate> crates, Expression<Func<Crate, bool>> filter) => crates.AsQueryable().Where(filter); //@near GB2008

    public static IEnumerable<Crate> Heavy(this IEnumerable<Crate> crates, int limit) //@near GB2008
    {
        foreach (var crate in crates)
        {
            if (limit-- == 0)
                yield break;
            yield return crate;
        }
    }

    public static List<Crate> Page(List<Crate> crates, int page, int pageSize) //@near GB2008
    {
        var from = page * pageSize;
        var to = Math.Min(from + pageSize, crates.Count);
        return crates.GetRange(from, to - from);
    }

    public static List<Crate> Sort(List<Crate> crates, string? sortBy, bool descending) => (sortBy, descending) switch //@near GB2008
    {
        ("name", false) => [.. crates.OrderBy(c => c.Name)],
        ("name", true) => [.. crates.OrderByDescending(c => c.Name)],
        _ => crates,
    };

    public static string Describe(Crate crate, IFormatProvider culture) => string.Create(culture, $"{crate.Weight:N2}"); //@near GB2008

    public static string Format(bool value, IFormatProvider provider) => value ? "yes" : "no"; //@near GB2008

    public static string Text(int value, CultureInfo culture) => value.ToString(culture);

    public static string Text(char value, CultureInfo culture) => value.ToString(); //@near GB2008

    public static byte[] Bytes(string text, Encoding? encoding) => (encoding ??= Encoding.UTF8).GetBytes(text); //@near GB2008

    public static ILookup<string, Crate> Index(IEnumerable<Crate> crates, IEqualityComparer<string> comparer) //@near GB2008
    {
        return crates.ToLookup(Key, comparer);

        static string Key(Crate crate) => crate.Name;
    }

    public static int Count(string folder, bool recursive) //@near GB2008
    {
        var option = recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        return Directory.GetFiles(folder, "*", option).Length;
    }

    public static string Cut(string text, int maxLength) => text is { Length: var length } && length > maxLength ? text[..maxLength] : text; //@near GB2008

    public static bool Any(IEnumerable<Crate> crates, Predicate<Crate> predicate) //@near GB2008
    {
        bool Test(Crate crate) => predicate(crate);
        return crates.Any(Test);
    }

    public static void Clear(string path, bool overwrite) //@near GB2008
    {
        if (File.Exists(path))
        {
            if (overwrite)
                File.Delete(path);
            else
                throw new IOException($"{path} is there already.");
        }
    }

    public static int Admit(string user, string password) //@near GB2008
    {
        if (password != "open sesame".ToUpperInvariant())
            throw new UnauthorizedAccessException("Who are you?");
        return user.Length;
    }

    public static void Print(int limit) => Console.WriteLine($"The limit is {limit}."); //@near GB2008
}

public sealed class NullCrates
{
    private readonly List<Crate> _none = [];

    public List<Crate> Search(string text, int limit) => _none; //@near GB2008
}

[Serializable]
public sealed class DepotException : Exception
{
    public DepotException(string message, int retries)
        : base($"{message} ({retries} retries)") => HResult = 1; //@near GB2008

    public DepotException(string message, TimeSpan timeout) //@near GB2008
        : this(message, (int)timeout.TotalSeconds)
    {
    }
}

public partial class Wire
{
    private int _bytes;

    partial void Sending(byte[] data, TimeSpan timeout);

    partial void Sending(byte[] data, TimeSpan timeout) => _bytes += data.Length; //@near GB2008

    public int Send(byte[] data, TimeSpan timeout) //@near GB2008
    {
        Sending(data, timeout);
        return _bytes;
    }

    public int Receive(byte[] data, TimeSpan timeout) //@near GB2008
    {
#if SERIAL
        _port.ReadTimeout = (int)timeout.TotalMilliseconds;
#endif
        return _bytes = data.Length;
    }

    private void OnTick(object? sender, TickEventArgs e) => _bytes = 0;

    public Timer Every(TimeSpan timeout) => new(_ => OnTick(null, new TickEventArgs()), null, timeout, timeout); //@near GB2008
}

public sealed class TickEventArgs : EventArgs;

public sealed class Chart
{
    private int _drawn;

    public void Draw(int[] points, Page page) => _drawn += points.Length; //@near GB2008

    public void Mark(string take, string seed) => _drawn++; //@near GB2008
}

public sealed class Page;
