#pragma warning disable RS0030 // This test is about what the real `dotnet` does, so it has to start it.
using System.Diagnostics;

namespace Ghostbusters.EndToEnd;

/// <summary>What one run of <c>dotnet</c> did.</summary>
internal sealed record DotNetResult(int ExitCode, string Output);

/// <summary>Runs <c>dotnet</c>, with a limit, and without what an outer build left in the environment.</summary>
internal static class DotNetRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs it to the end.</summary>
    /// <exception cref="TimeoutException">It took too long, and was ended with all that it had started.</exception>
    public static async Task<DotNetResult> InvokeAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(static n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new DotNetResult(process.ExitCode, await output.WaitAsync(limit.Token) + await errors.WaitAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took longer than {Limit}.");
        }
    }
}
