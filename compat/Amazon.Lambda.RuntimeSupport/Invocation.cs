#nullable enable
namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One answer of the runtime API to "next": the event and its headers.</summary>
internal sealed record Invocation(
    string RequestId,
    string? TraceId,
    string? FunctionArn,
    string? DeadlineMs,
    string? ClientContext,
    string? CognitoIdentity,
    string? TenantId,
    MemoryStream Body);
