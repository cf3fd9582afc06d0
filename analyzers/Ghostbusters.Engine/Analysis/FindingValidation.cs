namespace Ghostbusters.Engine.Analysis;

/// <summary>
/// Holds each finding to what is promised of one, so that a rule's slip never reaches a reader as a fact: it has a place in
/// the source that was analysed, a whole message, evidence, and names its basis and fingerprint. One that has not becomes a
/// GB9004 notice.
/// </summary>
internal static class FindingValidation
{
    /// <summary>The outcome with the findings that hold, and a notice for each that does not.</summary>
    /// <param name="outcome">As the rules reported it.</param>
    /// <param name="linesOf">How many lines a file of the analysis has; null for a file that was not analysed.</param>
    /// <param name="step">Called once a finding, with its project.</param>
    public static ProjectOutcome Of(ProjectOutcome outcome, Func<string, int?> linesOf, Action<string> step)
    {
        var flaws = new string?[outcome.Findings.Length];
        for (var i = 0; i < flaws.Length; i++)
        {
            flaws[i] = FlawOf(outcome.Findings[i], linesOf);
            step(outcome.Findings[i].Project);
        }

        if (Array.TrueForAll(flaws, static flaw => flaw is null))
            return outcome;
        return outcome with
        {
            Findings = [.. outcome.Findings.Where((_, i) => flaws[i] is null)],
            Diagnostics = [.. outcome.Diagnostics.Where((_, i) => flaws[i] is null)],
            Notices = [.. outcome.Notices, .. outcome.Findings.Zip(flaws).Where(static f => f.Second is not null).Select(static f => Rejected(f.First, f.Second!))],
        };
    }

    private static Notice Rejected(Finding finding, string flaw) =>
        Notice.RuleFailed(finding.RuleId, $"Its finding at {finding.Location.Path}:{finding.Location.Range.StartLine} was not reported: {flaw}.");

    private static string? FlawOf(Finding finding, Func<string, int?> linesOf)
    {
        if (string.IsNullOrWhiteSpace(finding.Message) || HasHole(finding.Message))
            return "its message is not whole";
        if (string.IsNullOrWhiteSpace(finding.Evidence))
            return "it has no evidence";
        if (finding.Basis.Length == 0 || finding.Fingerprint.Length == 0)
            return "it does not say its basis or has no fingerprint";
        foreach (var place in finding.EvidenceLocations.Prepend(finding.ClaimLocation ?? finding.Location).Prepend(finding.Location))
        {
            if (linesOf(place.Path) is not { } lines)
                return $"'{place.Path}' is not among the analysed files";
            if (place.Range.StartLine < 1 || place.Range.EndLine < place.Range.StartLine || place.Range.EndLine > lines)
                return $"'{place.Path}' has no line {place.Range.EndLine}";
        }

        return null;
    }

    // A message format's argument that was never given: {0}.
    private static bool HasHole(string message)
    {
        for (var at = message.IndexOf('{', StringComparison.Ordinal); at >= 0 && at + 2 < message.Length; at = message.IndexOf('{', at + 1))
        {
            if (char.IsAsciiDigit(message[at + 1]) && message[at + 2] == '}')
                return true;
        }

        return false;
    }
}
