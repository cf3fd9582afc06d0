namespace Ghostbusters.LambdaRuntimeApi;

/// <summary>An event on its way: what is sent, and who waits for its outcome.</summary>
internal sealed class PendingInvocation(string requestId, byte[] payload, InvocationOptions options)
{
    public string RequestId { get; } = requestId;

    public byte[] Payload { get; } = payload;

    public InvocationOptions Options { get; } = options;

    public TaskCompletionSource<InvocationOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
