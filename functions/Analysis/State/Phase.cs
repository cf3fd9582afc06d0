namespace Ghostbusters.Functions.Analysis.State;

/// <summary>Where an analysis is, in order. The last three end it.</summary>
internal enum Phase
{
    Queued,
    Fetching,
    Detecting,
    Validating,
    Planning,
    Recovering,
    Revalidating,
    Reporting,
    Done,
    Partial,
    Failed,
}

/// <summary>What is said of phases.</summary>
internal static class Phases
{
    public static bool IsEnd(this Phase phase) => phase >= Phase.Done;

    /// <summary>The word of the phase.</summary>
    public static string Word(this Phase phase) => phase.ToString().ToLowerInvariant();

    /// <summary>The word of the status: <c>running</c> covers the phases of work.</summary>
    public static string Status(this Phase phase) => phase is > Phase.Queued and < Phase.Done ? "running" : phase.Word();

    /// <exception cref="InvalidDataException">The word was not written by <see cref="Word"/>.</exception>
    public static Phase Read(string? word) => Enum.TryParse<Phase>(word, ignoreCase: true, out var phase) && phase.Word() == word
        ? phase
        : throw new InvalidDataException("An analysis' record has an unknown phase.");

    /// <summary>
    /// Whether an analysis may go from one to the other: forward, or on within the same; from an end nowhere. Whatever order
    /// events come in, it never goes back.
    /// </summary>
    public static bool MayFollow(this Phase next, Phase now) => !now.IsEnd() && next >= now;
}
