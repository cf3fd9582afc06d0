#pragma warning disable RS0030 // `serve` starts a program of this product, found beside this one; nothing of analysed code.
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ghostbusters.Cli.Client;

/// <summary>The host as a child: it has this process's terminal, gets its signals, and its exit code is ours.</summary>
internal static class HostProcess
{
    private const int Terminate = 15;

    public static async Task<int> RunAsync(HostProgram program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program.File, program.Arguments.Concat(arguments)) { UseShellExecute = false })
            ?? throw new IOException($"{program.File} could not be started.");
        // Ctrl+C goes to all processes of the terminal: the child has it already, and this one waits for it.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            if (OperatingSystem.IsWindows()) process.Kill();
            else if (Kill(process.Id, Terminate) != 0) process.Kill();
        });
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
