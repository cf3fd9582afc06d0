using System.Globalization;
using Ghostbusters.LambdaService;

namespace Ghostbusters.ServiceCost;

/// <summary>What was used.</summary>
internal sealed class Bill
{
    public const string GigabyteSeconds = "GB-seconds of ";
    public const string Invocations = "invocations";
    public const string RestRequests = "REST requests";
    public const string SocketMessages = "socket messages";
    public const string SocketMinutes = "socket minutes";
    public const string QueueRequests = "queue requests";
    public const string TableWrites = "table write units";
    public const string TableReads = "table read units";
    public const string BlobWrites = "blob writes";
    public const string BlobReads = "blob reads";
    public const string LogGigabytes = "GB of logs";
    public const string BlobGigabytes = "GB of blobs";

    private const double Gigabyte = 1 << 30;

    /// <summary>The table, and its three indexes: a write is taken to reach all of them, which is more than most do.</summary>
    private const int WrittenPlaces = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, double> _used = [];

    public void Add(string what, double amount)
    {
        lock (_lock) _used[what] = _used.GetValueOrDefault(what) + amount;
    }

    /// <summary>Writes are paid by the kilobyte, reads by four; consistent reads are taken for all.</summary>
    public void AddTable(TappedRequest passed)
    {
        if (passed.Operation is "PutItem" or "UpdateItem" or "DeleteItem") Add(TableWrites, WrittenPlaces * Math.Ceiling(passed.Body.Length / 1024d));
        else Add(TableReads, Math.Max(1, Math.Ceiling(passed.AnswerBytes / 4096d)));
    }

    public void AddBlob(TappedRequest passed)
    {
        Add(passed.Method is "GET" or "HEAD" ? BlobReads : BlobWrites, 1);
        if (passed.Method == "PUT") Add(BlobGigabytes, passed.Body.Length / Gigabyte);
    }

    public void AddLogs(long characters) => Add(LogGigabytes, characters / Gigabyte);

    /// <summary>
    /// A function is paid by its memory and time. Here it has whole processors and on Lambda a share by its memory, so its time is at
    /// least its processor time divided by that share.
    /// </summary>
    public void AddInvocation(string function, int memoryMb, TimeSpan wall, TimeSpan processor)
    {
        var seconds = Math.Max(wall.TotalSeconds, processor.TotalSeconds / (memoryMb / Prices.MegabytesAProcessor));
        Add(GigabyteSeconds + function, seconds * memoryMb / 1024);
        Add(Invocations, 1);
    }

    /// <summary>What one of so many analyses used, the dearest first: <c>bench/servicecost.tsv</c>.</summary>
    public string Table(int analyses) => "what\tan analysis\n" + string.Concat(_used.OrderByDescending(static used => Prices.Of(used.Key).Of(used.Value))
        .Select(used => string.Create(CultureInfo.InvariantCulture, $"{used.Key}\t{used.Value / analyses:0.#########}\n")));
}
