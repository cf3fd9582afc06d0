namespace Ghostbusters.LambdaRuntimeApi;

/// <summary>What Lambda says in the headers of an event.</summary>
public sealed record InvocationOptions
{
    /// <summary>From when the event is handed out.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public string TraceId { get; init; } = "Root=1-65a1b2c3-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=0";

    public string FunctionArn { get; init; } = "arn:aws:lambda:eu-central-1:123456789012:function:sample";

    /// <summary>JSON; null for no header.</summary>
    public string? ClientContext { get; init; }

    /// <summary>JSON; null for no header.</summary>
    public string? CognitoIdentity { get; init; }
}
