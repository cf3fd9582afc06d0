using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.LambdaService;

/// <summary>One execution environment: a process of a function with a runtime API of its own, which runs one event at a time.</summary>
internal sealed class LambdaInstance : IAsyncDisposable
{
    private readonly RuntimeApi _api;
    private readonly FunctionProcess _process;
    private readonly Task<int> _exit;
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LambdaInstance(RuntimeApi api, FunctionProcess process)
    {
        (_api, _process) = (api, process);
        _exit = process.WaitForExitAsync();
    }

    /// <summary>Whether it has had an event before.</summary>
    public bool HasRun { get; private set; }

    public bool HasExited => _killed.Task.IsCompleted || _process.HasExited;

    /// <summary>What the process has used so far; zero for one that is gone.</summary>
    public TimeSpan ProcessorTime => HasExited ? TimeSpan.Zero : _process.ProcessorTime;

    /// <summary>What the process wrote.</summary>
    public string Log => _process.Log;

    public static async Task<LambdaInstance> StartAsync(string executable, DeployedFunction function, IEnumerable<(string Name, string Value)> variables)
    {
        var api = await RuntimeApi.StartAsync().ConfigureAwait(false);
        return new LambdaInstance(api, FunctionProcess.Start(executable, api, function.Name,
        [
            .. variables,
            ("AWS_LAMBDA_FUNCTION_NAME", function.Name),
            ("AWS_SDK_UA_APP_ID", function.Name), // So that what is asked of AWS says who asks.
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", function.MemoryMb.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ]));
    }

    /// <summary>Runs an event. A process that dies or takes too long is an error, as Lambda says it, and is gone.</summary>
    public async Task<InvocationOutcome> InvokeAsync(byte[] payload, TimeSpan timeout)
    {
        var running = _api.InvokeAsync(payload, new InvocationOptions { Timeout = timeout });
        using var time = new CancellationTokenSource();
        var late = Task.Delay(timeout, time.Token);
        HasRun = true;
        var first = await Task.WhenAny(running, _exit, _killed.Task, _api.InitError, late).ConfigureAwait(false);
        await time.CancelAsync().ConfigureAwait(false);
        if (first == running) return await running.ConfigureAwait(false);
        if (first == _api.InitError) return await _api.InitError.ConfigureAwait(false);
        _killed.TrySetResult();
        return first == late ? Error("Sandbox.Timedout", "Task timed out") : Error("Runtime.ExitError", "Runtime exited");
    }

    /// <summary>Ends the process in the middle of what it does.</summary>
    public void Kill()
    {
        _process.Kill();
        _killed.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync().ConfigureAwait(false);
        await _api.DisposeAsync().ConfigureAwait(false);
    }

    private static InvocationOutcome Error(string type, string message) =>
        new(System.Text.Encoding.UTF8.GetBytes($$"""{"errorType":"{{type}}","errorMessage":"{{message}}"}"""), type, new Dictionary<string, string>());
}
