using System.Globalization;

namespace Ghostbusters.Functions.Host.Schedules;

/// <summary>EventBridge's <c>rate(5 minutes)</c>.</summary>
internal static class Rate
{
    /// <summary>How long between two runs.</summary>
    /// <exception cref="HostRefusal">It is another expression.</exception>
    public static TimeSpan Parse(string text, string function)
    {
        var refusal = new HostRefusal($"{function} runs on '{text}', and this host knows rate(…) in minutes, hours or days only.");
        if (!text.StartsWith("rate(", StringComparison.Ordinal) || !text.EndsWith(')') || text[5..^1].Split(' ') is not [var number, var unit]) throw refusal;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0) throw refusal;
        return unit.TrimEnd('s') switch
        {
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            _ => throw refusal,
        };
    }
}
