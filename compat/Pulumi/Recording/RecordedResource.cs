using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Pulumi.Recording;

/// <summary>A resource as it would go to the engine.</summary>
/// <param name="Type">The type's token: <c>aws:sqs/queue:Queue</c>.</param>
/// <param name="Name">The name in the program.</param>
/// <param name="Urn">Unique in the graph.</param>
/// <param name="Parent">URN; the stack's for what has no parent.</param>
/// <param name="IsCustom">False: a component.</param>
/// <param name="Id">What the mocks gave.</param>
/// <param name="Inputs">
/// By name on the wire. <c>{"$secret": value}</c> is secret, <c>{"$unknown": true}</c> is not known in a preview,
/// <c>{"$asset": {"path": …}}</c> and <c>{"$archive": {"path": …}}</c> are files.
/// </param>
/// <param name="Outputs">What a component registered, in the same form.</param>
/// <param name="Dependencies">URNs of the resources that the inputs take values of.</param>
/// <param name="Options">How the engine is to handle it.</param>
public sealed record RecordedResource(
    string Type,
    string Name,
    string Urn,
    string? Parent,
    bool IsCustom,
    string? Id,
    JsonObject Inputs,
    JsonObject Outputs,
    ImmutableArray<string> Dependencies,
    RecordedOptions Options);

/// <summary>Options of a resource that were set; resources by URN.</summary>
public sealed record RecordedOptions(
    bool? Protect,
    bool? RetainOnDelete,
    bool? DeleteBeforeReplace,
    string? Provider,
    string? ImportId,
    string? DeletedWith,
    ImmutableArray<string> DependsOn,
    ImmutableArray<string> IgnoreChanges,
    ImmutableArray<string> ReplaceOnChanges,
    ImmutableArray<string> AdditionalSecretOutputs,
    TimeSpan? CreateTimeout,
    TimeSpan? UpdateTimeout,
    TimeSpan? DeleteTimeout);
