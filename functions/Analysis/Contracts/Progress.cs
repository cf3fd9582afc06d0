using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.Contracts;

/// <summary>
/// What the client sends over the WebSocket: <c>{"action":"subscribe","analysis_id":"…","last_sequence":3}</c>.
/// </summary>
/// <param name="Action"><c>subscribe</c>.</param>
/// <param name="LastSequence">The last event that was seen; what came after it is sent again. Default 0.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SubscribeMessage(string? Action, string? AnalysisId, long? LastSequence);

/// <summary>
/// An event. An event may come twice and never not at all: its sequence tells. The last one has the status <c>done</c>,
/// <c>partial</c> or <c>failed</c>.
/// </summary>
/// <param name="Sequence">Grows with each event of the analysis, not by one.</param>
/// <param name="Follows">
/// The sequence of the phase before it, 0 for the first. Events are sent by several functions at once, so one may overtake another:
/// whoever has not seen this sequence or a later one subscribes again from the last that was seen, and is told all in order.
/// </param>
/// <param name="Phase">
/// <c>queued</c>, <c>fetching</c>, <c>detecting</c>, <c>validating</c>, <c>planning</c>, <c>recovering</c>, <c>revalidating</c>,
/// <c>reporting</c>, <c>done</c>, <c>partial</c>, <c>failed</c>.
/// </param>
/// <param name="Status">As in <see cref="AnalysisSummary"/>.</param>
public sealed record ProgressEvent(string AnalysisId, long Sequence, long Follows, string Phase, int Percent, string Status, DateTimeOffset At, string? Reason);
