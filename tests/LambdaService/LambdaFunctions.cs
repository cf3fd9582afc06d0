using System.Collections.Concurrent;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.LambdaService;

/// <summary>
/// Functions as processes: an event goes to a process that is idle, else a new one is started, as Lambda does. A process that has
/// died gets no further event.
/// </summary>
/// <param name="executable">A native executable, or a <c>.dll</c>.</param>
/// <param name="variables">The functions' environment.</param>
public sealed class LambdaFunctions(string executable, IReadOnlyList<DeployedFunction> functions, IReadOnlyList<(string Name, string Value)> variables) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Instances> _instances = new(StringComparer.Ordinal);

    public IReadOnlyList<DeployedFunction> All => functions;

    /// <summary>So many processes were started for a function.</summary>
    public int Starts(string function) => _instances.TryGetValue(function, out var instances) ? instances.All.Count : 0;

    /// <summary>What the processes of a function wrote.</summary>
    public string Log(string function) =>
        _instances.TryGetValue(function, out var instances) ? string.Concat(instances.All.Select(static instance => instance.Log)) : "";

    public async Task<InvocationOutcome> InvokeAsync(DeployedFunction function, byte[] payload)
    {
        var instances = _instances.GetOrAdd(function.Name, static _ => new Instances());
        var instance = instances.TakeIdle();
        if (instance is null)
        {
            instance = await LambdaInstance.StartAsync(executable, function, variables).ConfigureAwait(false);
            instances.All.Enqueue(instance);
        }
        instances.Busy[instance] = true;
        try
        {
            return await instance.InvokeAsync(payload, function.Timeout).ConfigureAwait(false);
        }
        finally
        {
            instances.Busy.TryRemove(instance, out _);
            instances.Idle.Push(instance);
        }
    }

    /// <summary>Kills a function's processes that run an event. So many there were.</summary>
    public int KillBusy(string function)
    {
        var busy = _instances.TryGetValue(function, out var instances) ? instances.Busy.Keys : [];
        foreach (var instance in busy) instance.Kill();
        return busy.Count;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances.Values.SelectMany(static instances => instances.All)) await instance.DisposeAsync().ConfigureAwait(false);
    }

    private sealed class Instances
    {
        public ConcurrentQueue<LambdaInstance> All { get; } = [];

        public ConcurrentStack<LambdaInstance> Idle { get; } = [];

        public ConcurrentDictionary<LambdaInstance, bool> Busy { get; } = [];

        public LambdaInstance? TakeIdle()
        {
            while (Idle.TryPop(out var idle))
                if (!idle.HasExited) return idle;
            return null;
        }
    }
}
