using System.Globalization;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>From when on an analysis is made in parts.</summary>
/// <param name="MinimumBytes">Of C#. Below it one function is done before several have begun.</param>
public sealed record FanOutOptions(long MinimumBytes)
{
    private const long Default = 4 * 1024 * 1024;

    /// <summary><c>GHOSTBUSTERS_FANOUT_BYTES</c>.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public static FanOutOptions FromEnvironment() =>
        new(Environment.GetEnvironmentVariable("GHOSTBUSTERS_FANOUT_BYTES") is { Length: > 0 } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : Default);
}
