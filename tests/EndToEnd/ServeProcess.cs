#pragma warning disable RS0030 // This test is about the real service, so it has to start it.
using System.Diagnostics;
using System.Runtime.InteropServices;
using Ghostbusters.Functions.Client;

namespace Ghostbusters.EndToEnd;

/// <summary><c>ghostbusters-serve</c> as a process of its own, on a port that the system chooses.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _log;

    private ServeProcess(Process process) => (_process, _log) = (process, process.StandardError.ReadToEndAsync());

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>The key that it showed; null where it showed none.</summary>
    public string? FirstKey { get; private set; }

    /// <summary>Starts it, and waits until it listens.</summary>
    public static async Task<ServeProcess> StartAsync(string data, Dictionary<string, string>? environment = null, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.PathOf("Host", "ghostbusters-serve.dll"), "--port", "0", "--data", data, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        var serve = new ServeProcess(Process.Start(start)!);
        await serve.ReadAsync();
        return serve;
    }

    /// <summary>Gives it a secret, and says how that ended.</summary>
    public static async Task<int> KeepAsync(string data, string name, string text)
    {
        var start = new ProcessStartInfo("dotnet", [Built.PathOf("Host", "ghostbusters-serve.dll"), "secret", name, "--data", data]) { RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(text);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public GhostbustersClient Client(string key) => new(new ClientOptions(Address, key));

    /// <summary>Ends it without a word, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells it to stop, as a service manager does, and says how it ended.</summary>
    public async Task<int> StopAsync()
    {
        const int Terminate = 15;
        Assert.Equal(0, Kill(_process.Id, Terminate));
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        await _log;
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);

    private async Task ReadAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("gb_", StringComparison.Ordinal)) FirstKey = line;
            if (!line.StartsWith("Listening on ", StringComparison.Ordinal)) continue;
            Address = new Uri(line.Split(' ')[2]);
            return;
        }
        throw new InvalidOperationException("The service ended before it listened: " + await _log);
    }
}
