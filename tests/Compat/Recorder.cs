using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;

namespace Ghostbusters.Compat.Tests;

/// <summary>Mocks that keep what they are told, and answer with the inputs and an ARN.</summary>
internal sealed class Recorder : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = [];
    private readonly ConcurrentQueue<MockCallArgs> _calls = [];

    public IReadOnlyCollection<MockResourceArgs> Resources => _resources;

    public IReadOnlyCollection<MockCallArgs> Calls => _calls;

    /// <summary>What the program's function calls give.</summary>
    public Dictionary<string, object> CallResult { get; init; } = [];

    public MockResourceArgs this[string name] => _resources.Single(resource => resource.Name == name);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItem("arn", $"arn:{args.Name}")));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult<object>(CallResult);
    }

    /// <summary>Runs a program, as a deployment unless said otherwise.</summary>
    public static async Task<Recorder> RunAsync(Action program, bool preview = false)
    {
        var recorder = new Recorder();
        await Deployment.TestAsync(recorder, Options(preview), program);
        return recorder;
    }

    public static TestOptions Options(bool preview = false) => new() { ProjectName = "contract", StackName = "test", IsPreview = preview };
}
