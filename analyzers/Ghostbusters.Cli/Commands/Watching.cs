using System.Threading.Channels;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary><c>--watch</c>: runs again when a file that matters changes.</summary>
internal static class Watching
{
    // Editors write a file in several steps; one quiet moment ends the burst.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    private static readonly string[] Extensions = [".cs", ".csproj", ".props", ".targets", ".sln", ".slnx", ".editorconfig", ".globalconfig", ".json"];

    /// <summary>Runs until it is cancelled.</summary>
    /// <returns>The exit code of the last run.</returns>
    public static async Task<int> RunAsync(CommandContext context, string path, Func<CancellationToken, Task<int>> run, CancellationToken cancellation)
    {
        var root = context.Absolute(path);
        var folder = Directory.Exists(root) ? root : Path.GetDirectoryName(root)!;
        var changes = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        void Note(object sender, FileSystemEventArgs change)
        {
            if (Matters(Path.GetRelativePath(folder, change.FullPath)))
                changes.Writer.TryWrite(change.FullPath);
        }

        watcher.Changed += Note;
        watcher.Created += Note;
        watcher.Deleted += Note;
        watcher.Renamed += Note;
        watcher.EnableRaisingEvents = true;

        var code = await run(cancellation).ConfigureAwait(false);
        try
        {
            while (true)
            {
                context.Errors.WriteLine("Watching. Ctrl+C ends it.");
                await changes.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false);
                do
                {
                    changes.Reader.TryRead(out _);
                    await Task.Delay(Quiet, context.Clock, cancellation).ConfigureAwait(false);
                }
                while (changes.Reader.TryPeek(out _));
                code = await run(cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return code; // Ctrl+C is how watching ends; the last result stands.
        }
    }

    /// <summary>Whether a change of this file, by its path below the watched folder, can change the result.</summary>
    public static bool Matters(string relativePath)
    {
        var parts = relativePath.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var isOutput = parts[..^1].Any(static p => p is "bin" or "obj" or ".git" or "node_modules" or "artifacts" or ".ghostbusters");
        var isAssets = parts is [.., "obj", "project.assets.json"];
        return isAssets || (!isOutput && Extensions.Contains(Path.GetExtension(relativePath), StringComparer.OrdinalIgnoreCase));
    }
}
