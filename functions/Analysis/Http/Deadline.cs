namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>Cancels when an invocation's time is nearly over.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(15);

    /// <summary>Of the time that is left, which a caller may hand on negative or without end.</summary>
    public static CancellationTokenSource Of(TimeSpan left) => new(left < Least ? Least : left > Most ? Most : left);
}
