using System.Globalization;

namespace Ghostbusters.Functions.Client;

/// <summary>Which analyses are wanted; what is null does not matter.</summary>
public sealed record HistoryQuery
{
    public string? Project { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>done</c>, <c>partial</c> or <c>failed</c>.</summary>
    public string? Status { get; init; }

    /// <summary>0 to 1.</summary>
    public double? MinScore { get; init; }

    /// <summary>0 to 1.</summary>
    public double? MaxScore { get; init; }

    /// <summary>Analyses a page, 1 to 100; it changes how often is asked, not what comes. Default 50.</summary>
    public int PageSize { get; init; } = 50;

    internal string PathOf(string? cursor)
    {
        var parameters = new (string Name, string? Value)[]
        {
            ("project", Project), ("status", Status), ("min_score", Text(MinScore)), ("max_score", Text(MaxScore)),
            ("limit", PageSize.ToString(CultureInfo.InvariantCulture)), ("cursor", cursor),
        };
        return "/ghostbusters/history?" + string.Join('&', parameters.Where(static p => p.Value is not null).Select(static p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    private static string? Text(double? score) => score?.ToString("0.####", CultureInfo.InvariantCulture);
}
