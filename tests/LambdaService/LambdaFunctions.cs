using System.Collections.Concurrent;
using System.Diagnostics;
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

    /// <summary>Is told of each event how long it took and what processor time that was, start included.</summary>
    public Action<DeployedFunction, TimeSpan, TimeSpan> Finished { get; set; } = static (_, _, _) => { };

    /// <summary>So many processes were started for a function.</summary>
    public int Starts(string function) => _instances.TryGetValue(function, out var instances) ? instances.All.Count : 0;

    /// <summary>What the processes of a function wrote.</summary>
    public string Log(string function) =>
        _instances.TryGetValue(function, out var instances) ? string.Concat(instances.All.Select(static instance => instance.Log)) : "";

    public async Task<InvocationOutcome> InvokeAsync(DeployedFunction function, byte[] payload)
    {
        var start = Stopwatch.GetTimestamp();
        var instances = _instances.GetOrAdd(function.Name, static _ => new Instances());
        var instance = instances.TakeIdle();
        if (instance is null)
        {
            instance = await LambdaInstance.StartAsync(executable, function, variables).ConfigureAwait(false);
            instances.All.Enqueue(instance);
        }
        instances.Busy[instance] = true;
        var before = instance.HasRun ? instance.ProcessorTime : TimeSpan.Zero;
        try
        {
            var outcome = await instance.InvokeAsync(payload, function.Timeout).ConfigureAwait(false);
            Finished(function, Stopwatch.GetElapsedTime(start), instance.ProcessorTime - before);
            return outcome;
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
