namespace Ghostbusters.ServiceCost;

/// <summary>What something costs, by AWS's list.</summary>
/// <param name="Dollars">Of the US.</param>
/// <param name="Per">For so many of the unit.</param>
/// <param name="Unit">What is counted, in the plural where <paramref name="Per"/> is more than one.</param>
internal sealed record Price(double Dollars, int Per, string Unit)
{
    public double Of(double amount) => amount / Per * Dollars;
}

/// <summary>List prices of us-east-1 without free tiers, discounts and tax, as AWS's pages named them in <see cref="Year"/>.</summary>
internal static class Prices
{
    public const int Year = 2025;

    /// <summary>So many megabytes are one processor.</summary>
    public const double MegabytesAProcessor = 1769;

    private const int Thousand = 1_000;
    private const int Million = 1_000_000;

    public static readonly Price LambdaGigabyteSecond = new(16.6667, Million, "GB-seconds");
    public static readonly Price LambdaRequest = new(0.20, Million, "invocations");
    public static readonly Price RestRequest = new(3.50, Million, "requests");
    public static readonly Price SocketMessage = new(1.00, Million, "messages of 32 KB");
    public static readonly Price SocketMinute = new(0.25, Million, "minutes of a connection");
    public static readonly Price QueueRequest = new(0.40, Million, "requests of 64 KB");
    public static readonly Price TableWriteUnit = new(0.625, Million, "write units");
    public static readonly Price TableReadUnit = new(0.125, Million, "read units");
    public static readonly Price BlobPut = new(0.005, Thousand, "requests");
    public static readonly Price BlobGet = new(0.0004, Thousand, "requests");
    public static readonly Price Trace = new(5.00, Million, "traces");
    public static readonly Price LogGigabyte = new(0.50, 1, "GB taken in");
    public static readonly Price BlobGigabyteMonth = new(0.023, 1, "GB and month");
    public static readonly Price FirewallRequest = new(0.60, Million, "requests");
    public static readonly Price Alarm = new(0.10, 1, "alarm and month");
    public static readonly Price Dashboard = new(3.00, 1, "dashboard and month");
    public static readonly Price Key = new(1.00, 1, "key and month");
    public static readonly Price WebAcl = new(5.00, 1, "web ACL and month");
    public static readonly Price WebAclRule = new(1.00, 1, "rule and month");
    public static readonly Price Tick = new(1.00, Million, "invocations of the scheduler");

    /// <summary>What an analysis uses, by the name that <c>bench/servicecost.tsv</c> has for it.</summary>
    /// <exception cref="KeyNotFoundException">Nobody has put a price on it.</exception>
    public static Price Of(string what) => what.StartsWith(Bill.GigabyteSeconds, StringComparison.Ordinal) ? LambdaGigabyteSecond : what switch
    {
        Bill.Invocations => LambdaRequest,
        Bill.RestRequests => RestRequest,
        Bill.SocketMessages => SocketMessage,
        Bill.SocketMinutes => SocketMinute,
        Bill.QueueRequests => QueueRequest,
        Bill.TableWrites => TableWriteUnit,
        Bill.TableReads => TableReadUnit,
        Bill.BlobWrites => BlobPut,
        Bill.BlobReads => BlobGet,
        Bill.LogGigabytes => LogGigabyte,
        Bill.BlobGigabytes => BlobGigabyteMonth,
        _ => throw new KeyNotFoundException($"Nobody has put a price on '{what}'."),
    };
}
