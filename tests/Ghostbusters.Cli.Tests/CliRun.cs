using System.Text;

namespace Ghostbusters.Cli.Tests;

/// <summary>What one command line did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote as its result.</param>
/// <param name="Errors">What it told the user.</param>
internal sealed record CliResult(int ExitCode, string Output, string Errors);

/// <summary>A folder of its own with some files, and command lines that run in it.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-cli-");

    /// <summary>With files: path and content.</summary>
    public CliRun(params (string Path, string Content)[] files)
    {
        Directory.CreateDirectory(Folder);
        // GB3003 is a suggestion by default; what a warning does is seen by it here.
        if (!files.Any(static f => f.Path == ".editorconfig"))
            Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.GB3003.severity = warning\n");
        foreach (var (path, content) in files)
            Write(path, content);
    }

    /// <summary>The folder that is analysed; the cache lies beside it.</summary>
    public string Folder => Path.Combine(_folder.FullName, "code");

    /// <summary>The day that the commands believe it is.</summary>
    public DateOnly Today { get; init; } = new(2026, 11, 21);

    /// <summary>The environment, which is empty else.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>What a pipe hands to the commands.</summary>
    public string Input { get; set; } = "";

    /// <summary>Where the commands keep settings.</summary>
    public string ConfigFolder => Path.Combine(_folder.FullName, "config");

    /// <summary>Writes a file.</summary>
    public void Write(string path, string content)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    /// <summary>Reads a file.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>Runs one command line.</summary>
    public async Task<CliResult> InvokeAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var writer = new StreamWriter(output, new UTF8Encoding(false)) { AutoFlush = true };
        using var errors = new StringWriter();
        var context = new CommandContext(
            CommandContext.Create(writer, isRedirected: true),
            CommandContext.Create(errors, isRedirected: true),
            () => new Unclosed(output),
            Folder,
            new FixedClock(Today),
            Path.Combine(_folder.FullName, "cache"))
        {
            ConfigFolder = ConfigFolder,
            Input = new StringReader(Input),
            IsInputRedirected = true,
            Variable = name => Variables.GetValueOrDefault(name),
        };
        var code = await GhostbustersCommand.RunAsync(args, context);
        return new CliResult(code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class FixedClock(DateOnly today) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(12, 0), TimeSpan.Zero);
    }

    // Commands close the standard output; the test still wants to read it.
    private sealed class Unclosed(MemoryStream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
