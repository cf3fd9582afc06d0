using System.Globalization;
using Ghostbusters.LambdaService;

namespace Ghostbusters.ServiceCost;

/// <summary>What was used, and what it costs.</summary>
internal sealed class Bill
{
    /// <summary>The table, and its three indexes: a write is taken to reach all of them, which is more than most do.</summary>
    private const int WrittenPlaces = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (double Amount, double Price)> _used = [];

    public void Add(string what, double amount, double price)
    {
        lock (_lock) _used[what] = (_used.GetValueOrDefault(what).Amount + amount, price);
    }

    /// <summary>Writes are paid by the kilobyte, reads by four; consistent reads are taken for all.</summary>
    public void AddTable(TappedRequest passed)
    {
        if (passed.Operation is "PutItem" or "UpdateItem" or "DeleteItem") Add("table write units", WrittenPlaces * Math.Ceiling(passed.Body.Length / 1024d), Prices.TableWriteUnit);
        else Add("table read units", Math.Max(1, Math.Ceiling(passed.AnswerBytes / 4096d)), Prices.TableReadUnit);
    }

    public void AddBlob(TappedRequest passed)
    {
        if (passed.Method is "GET" or "HEAD") Add("blob reads", 1, Prices.BlobGet);
        else Add("blob writes", 1, Prices.BlobPut);
    }

    /// <summary>
    /// A function is paid by its memory and time. Here it has whole processors and on Lambda a share by its memory, so its time is at
    /// least its processor time divided by that share.
    /// </summary>
    public void AddInvocation(string function, int memoryMb, TimeSpan wall, TimeSpan processor)
    {
        var seconds = Math.Max(wall.TotalSeconds, processor.TotalSeconds / (memoryMb / Prices.MegabytesAProcessor));
        Add($"GB-seconds of {function}", seconds * memoryMb / 1024, Prices.LambdaGigabyteSecond);
        Add("invocations", 1, Prices.LambdaRequest);
    }

    /// <summary>A table for so many analyses, scaled from those that were measured.</summary>
    public IEnumerable<string> Lines(int measured, int wanted)
    {
        yield return $"| what | an analysis | $ for {wanted.ToString("N0", CultureInfo.InvariantCulture)} |";
        yield return "|---|---:|---:|";
        foreach (var (what, (amount, price)) in _used.OrderByDescending(static used => used.Value.Amount * used.Value.Price))
            yield return string.Create(CultureInfo.InvariantCulture, $"| {what} | {amount / measured:0.###} | {amount / measured * wanted * price:0.0000} |");
        yield return string.Create(CultureInfo.InvariantCulture, $"| all | | {_used.Values.Sum(static used => used.Amount * used.Price) / measured * wanted:0.00} |");
    }
}
