namespace Ghostbusters.Cli;

/// <summary>What the process says to scripts. Incomplete outranks findings.</summary>
internal static class ExitCodes
{
    /// <summary>Everything was analysed, and nothing was found at or above the threshold.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>Something was not analysed, or the analysis failed.</summary>
    public const int Incomplete = 2;

    /// <summary>Wrong arguments or configuration.</summary>
    public const int Usage = 3;

    /// <summary>There is no C# here.</summary>
    public const int NothingToAnalyse = 4;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;
}
