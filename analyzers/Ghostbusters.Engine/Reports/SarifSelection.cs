namespace Ghostbusters.Engine.Reports;

/// <summary>Which findings a SARIF log holds, and how much of each.</summary>
/// <param name="Findings">In the order of the log.</param>
/// <param name="IsFull">Whether suppressions, baseline states and the like are written.</param>
/// <param name="RelatedLocations">The most related locations of a result.</param>
/// <param name="FlowLocations">The most locations of a result's path.</param>
/// <param name="Remarks">What the log leaves out and why; each becomes a notification.</param>
internal sealed record SarifSelection(
    ImmutableArray<Finding> Findings, bool IsFull, int RelatedLocations, int FlowLocations, ImmutableArray<string> Remarks)
{
    public static SarifSelection Everything(ReportContent content) =>
        new(content.Result.Findings, IsFull: true, int.MaxValue, int.MaxValue, []);
}
