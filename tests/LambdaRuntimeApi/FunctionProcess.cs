#pragma warning disable RS0030 // A function is a process of its own, and tests run our own functions only.
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Ghostbusters.LambdaRuntimeApi;

/// <summary>A function's executable as a process of its own, started as Lambda starts it.</summary>
public sealed class FunctionProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> awaited = [];
    private readonly Task logs;

    private FunctionProcess(Process process)
    {
        this.process = process;
        logs = Task.WhenAll(CollectAsync(process.StandardOutput), CollectAsync(process.StandardError));
    }

    /// <summary>What it wrote to both streams so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    public bool HasExited => process.HasExited;

    /// <summary>What it has used so far, of all processors.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="executable">An executable, a <c>.dll</c> that `dotnet` runs, or a <c>.py</c> that Python 3.11 does.</param>
    /// <param name="api">Null to start it without a runtime API.</param>
    /// <param name="handler">The value of ANNOTATIONS_HANDLER; null to leave it unset.</param>
    /// <param name="variables">Further environment variables.</param>
    public static FunctionProcess Start(
        string executable, RuntimeApi? api, string? handler, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = Path.GetExtension(executable) switch
        {
            ".dll" => new ProcessStartInfo("dotnet", [executable]),
            ".py" => new ProcessStartInfo("python3.11", [executable]),
            _ => new ProcessStartInfo(executable),
        };
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Remove("ANNOTATIONS_HANDLER");
        start.Environment.Remove("AWS_LAMBDA_RUNTIME_API");
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = "sample";
        start.Environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512";
        start.Environment["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/sample";
        start.Environment["AWS_LAMBDA_LOG_STREAM_NAME"] = "2026/11/26/[$LATEST]0123456789abcdef";
        if (api is not null)
            start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint;

        if (handler is not null)
            start.Environment["ANNOTATIONS_HANDLER"] = handler;

        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        return new FunctionProcess(Process.Start(start)!);
    }

    /// <summary>Completes when it has written a line that contains the text.</summary>
    public Task HasWritten(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (log)
        {
            if (log.ToString().Contains(text, StringComparison.Ordinal))
                seen.SetResult();
            else
                awaited.Add((text, seen));
        }

        return seen.Task;
    }

    /// <summary>As Lambda does before it takes an environment away.</summary>
    public void SendTerminate()
    {
        if (NativeSignals.Send(process.Id, Terminate) != 0)
            throw new InvalidOperationException($"The process could not be signalled: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Ends it without a word, as a power cut does.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default)
    {
        await process.WaitForExitAsync(cancellationToken);
        await logs.WaitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task CollectAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (log)
            {
                log.AppendLine(line);
                foreach (var (_, seen) in awaited.Where(wait => line.Contains(wait.Text, StringComparison.Ordinal)))
                    seen.TrySetResult();
            }
        }
    }
}
