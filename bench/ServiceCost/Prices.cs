namespace Ghostbusters.ServiceCost;

/// <summary>List prices of us-east-1 in US dollars, as AWS's pages name them, without free tiers, discounts and tax.</summary>
internal static class Prices
{
    public const double LambdaGigabyteSecond = 0.0000166667;
    public const double LambdaRequest = 0.20 / 1e6;
    public const double RestRequest = 3.50 / 1e6;
    public const double SocketMessage = 1.00 / 1e6;
    public const double SocketMinute = 0.25 / 1e6;
    public const double QueueRequest = 0.40 / 1e6;
    public const double TableWriteUnit = 0.625 / 1e6;
    public const double TableReadUnit = 0.125 / 1e6;
    public const double BlobPut = 0.005 / 1e3;
    public const double BlobGet = 0.0004 / 1e3;

    /// <summary>So many megabytes are one processor.</summary>
    public const double MegabytesAProcessor = 1769;
}
