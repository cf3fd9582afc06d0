using Spectre.Console;

namespace Ghostbusters.Cli;

/// <summary>What a command sees of the world, so that a test can be that world.</summary>
/// <param name="Output">For results; may be a pipe.</param>
/// <param name="Errors">For messages and progress.</param>
/// <param name="OutputStream">For reports in bytes.</param>
/// <param name="Folder">What relative paths are relative to.</param>
/// <param name="Clock">Today's date.</param>
/// <param name="CacheFolder">Where results of unchanged projects are kept.</param>
internal sealed record CommandContext(
    IAnsiConsole Output, IAnsiConsole Errors, Func<Stream> OutputStream, string Folder, TimeProvider Clock, string CacheFolder)
{
    private const int WidthOfPipe = 10_000;

    /// <summary>Where the user's settings are kept.</summary>
    public string ConfigFolder { get; init; } = Path.Combine(ConfigHome(), "ghostbusters");

    /// <summary>What a pipe hands in.</summary>
    public TextReader Input { get; init; } = Console.In;

    /// <summary>Whether nobody is there to type.</summary>
    public bool IsInputRedirected { get; init; } = Console.IsInputRedirected;

    /// <summary>A variable of the environment; null where it is not set or empty.</summary>
    public Func<string, string?> Variable { get; init; } = static name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Today, where the user is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <summary>The real process.</summary>
    public static CommandContext OfProcess() => new(
        Create(Console.Out, Console.IsOutputRedirected),
        Create(Console.Error, Console.IsErrorRedirected),
        Console.OpenStandardOutput,
        Environment.CurrentDirectory,
        TimeProvider.System,
        Path.Combine(CacheHome(), "ghostbusters", "results"));

    /// <summary>An absolute path.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A console on a writer. Paint and folded lines belong on a terminal only: what reads a pipe wants the words.</summary>
    public static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
            console.Profile.Width = WidthOfPipe;
        return console;
    }

    private static string ConfigHome() =>
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } home ? home
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");

    private static string CacheHome() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } home ? home
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
}
