using System.Text.Json;
using System.Text.Json.Serialization;
using Ghostbusters.Functions.Client.Models;

namespace Ghostbusters.Functions.Client;

/// <summary>The API's JSON. What an answer has more is passed over, so that a newer service can be spoken to.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnalyzeRequest))]
[JsonSerializable(typeof(AnalyzeAccepted))]
[JsonSerializable(typeof(UploadAnnouncement))]
[JsonSerializable(typeof(UploadTicket))]
[JsonSerializable(typeof(AnalysisSummary))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(RecoveryRequest))]
[JsonSerializable(typeof(RecoveryAnswer))]
[JsonSerializable(typeof(ProgressEvent))]
[JsonSerializable(typeof(SubscribeMessage))]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ClientJson : JsonSerializerContext;
