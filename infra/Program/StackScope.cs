using Ghostbusters.Infra.Settings;
using Ghostbusters.Infra.Storage;
using Pulumi;

namespace Ghostbusters.Infra;

/// <summary>What every component of a stack is made with.</summary>
public sealed record StackScope
{
    public required StackSettings Settings { get; init; }

    public required Output<string> AccountId { get; init; }

    public required Output<string> Region { get; init; }

    /// <summary><c>aws</c>, but in China and for governments.</summary>
    public required Output<string> Partition { get; init; }

    /// <summary>The key that encrypts what is kept; null: AWS's own keys do.</summary>
    public EncryptionKey? Key { get; init; }

    /// <summary>Its ARN, as properties take it.</summary>
    public Input<string>? KeyArn => Key is { } key ? (Input<string>)key.Arn : null; // Without the cast a missing output becomes an input that breaks later.

    /// <summary>Where alarms go.</summary>
    public required Output<string> AlarmTopic { get; init; }

    public Names Names => Settings.Names;

    /// <summary>An ARN of this account and region.</summary>
    public Output<string> Arn(string service, Input<string> resource) =>
        Output.Format($"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}");
}
