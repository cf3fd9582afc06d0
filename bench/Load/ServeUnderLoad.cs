#pragma warning disable RS0030 // This measures the real service, so it has to start it.
using System.Diagnostics;

namespace Ghostbusters.Bench.Load;

/// <summary>The service as a process of its own.</summary>
internal sealed class ServeUnderLoad : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _log;

    private ServeUnderLoad(Process process, Task log) => (_process, _log) = (process, log);

    public Uri Address { get; private init; } = new("http://localhost");

    /// <summary>Null where the folder had one before.</summary>
    public string? FirstKey { get; private init; }

    /// <summary>Starts it on a folder, and waits until it listens. Its logs go nowhere but are read.</summary>
    public static async Task<ServeUnderLoad> StartAsync(string program, string data)
    {
        string[] options = ["--port", "0", "--data", Path.Combine(data, "data")];
        var start = program.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [program, .. options]) : new ProcessStartInfo(program, options);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
        var log = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        string? key = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("gb_", StringComparison.Ordinal)) key = line;
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) return new ServeUnderLoad(process, log) { Address = new Uri(line.Split(' ')[2]), FirstKey = key };
        }
        throw new InvalidOperationException("It ended before it listened.");
    }

    /// <summary>Ends it without a word, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        await _log;
        _process.Dispose();
    }
}
