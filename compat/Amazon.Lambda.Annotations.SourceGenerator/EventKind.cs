namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What calls a function.</summary>
internal enum EventKind
{
    /// <summary>Whatever calls it sends what its first parameter takes: API Gateway's WebSocket routes, Step Functions.</summary>
    Any,
    RestApi,
    HttpApiV1,
    HttpApiV2,
    Sqs,
    S3,
    DynamoDb,
    Schedule,
}
