using System.Globalization;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>From when on an analysis is made in parts.</summary>
/// <param name="MinimumBytes">Of C#. Below it one function is done before several have begun.</param>
public sealed record FanOutOptions(long MinimumBytes)
{
    /// <summary>Where functions run on machines of their own.</summary>
    public const long Default = 4 * 1024 * 1024;

    /// <summary>Never: on one machine the whole uses every processor already, and loads once what each part would load.</summary>
    public const long Never = long.MaxValue;

    /// <summary><c>GHOSTBUSTERS_FANOUT_BYTES</c>.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public static FanOutOptions FromEnvironment(long otherwise = Default) =>
        new(Environment.GetEnvironmentVariable("GHOSTBUSTERS_FANOUT_BYTES") is { Length: > 0 } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise);
}
