using System.Threading.Channels;

namespace Ghostbusters.Functions.Host.Tests.Sample;

/// <summary>What the sample functions saw, for tests that wait for it.</summary>
public static class SampleInbox
{
    public static Channel<SampleMessage> Arrived { get; } = Channel.CreateUnbounded<SampleMessage>();

    public static Channel<string> Disconnected { get; } = Channel.CreateUnbounded<string>();

    public static TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

public sealed record SampleMessage(string Body, string Attempt, string Tenant, string Kind);
