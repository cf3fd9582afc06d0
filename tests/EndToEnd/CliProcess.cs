#pragma warning disable RS0030 // This test is about the real command line, so it has to start it.
using System.Diagnostics;

namespace Ghostbusters.EndToEnd;

/// <summary>The command line as a process of its own, with settings of its own.</summary>
internal sealed class CliProcess(string home)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public async Task<CliOutcome> InvokeAsync(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.PathOf("Ghostbusters.Cli", "ghostbusters.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = home;
        start.Environment["XDG_CACHE_HOME"] = home;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return new CliOutcome(process.ExitCode, await output, await errors);
    }
}

internal sealed record CliOutcome(int ExitCode, string Output, string Errors);
