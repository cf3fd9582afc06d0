using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.SQSEvents;

namespace Ghostbusters.Functions.Host.Tests.Sample;

/// <summary>What is echoed.</summary>
/// <param name="FirstName">How it begins.</param>
public sealed record SampleBody(string FirstName, int? Count, SamplePart? Part);

/// <summary>A part.</summary>
public sealed record SamplePart(IReadOnlyList<string> Words);

public sealed record SampleAnswer(SamplePart Part, DateTimeOffset At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(SampleBody))]
[JsonSerializable(typeof(SampleAnswer))]
public sealed partial class SampleJson : JsonSerializerContext;
