using System.CommandLine;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>The program's one command. What people read goes to the output; logs, one JSON object a line, to the errors.</summary>
internal static class ServeCommand
{
    private const int Stopped = 0;
    private const int Usage = 3;

    private static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "The folder of all that the service keeps.",
        Recursive = true,
        DefaultValueFactory = static _ => new DirectoryInfo(DefaultData()),
    };

    private static readonly Option<int?> Port = new("--port") { Description = "The port on 127.0.0.1; 0 lets the system choose. Default: 5080." };
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on instead, separated by semicolons: http://127.0.0.1:5080." };
    private static readonly Option<bool> Listen = new("--listen") { Description = "Yes: an address that other machines reach may be listened on. Put a proxy with TLS before it." };
    private static readonly Option<string?> PublicUrl = new("--public-url") { Description = "How clients reach this service, where that is not how it listens." };

    /// <summary>All that is hosted: the contexts, and the secrets that they share with nobody.</summary>
    internal static FunctionSet Hosted() => new([typeof(Analysis.Startup).Assembly], "cursors", "webhooks");

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("The whole Ghostbusters service on this machine: no account, no container.") { Data, Port, Urls, Listen, PublicUrl };
        root.Add(SecretCommand.Create(Data, Hosted(), Console.In, output, errors));
        root.SetAction((parsed, cancellation) => ServeAsync(parsed, output, errors, cancellation));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = errors }).ConfigureAwait(false);
        foreach (var error in parsed.Errors) await errors.WriteLineAsync(error.Message).ConfigureAwait(false);
        await errors.WriteLineAsync("`ghostbusters serve --help` shows what is possible.").ConfigureAwait(false);
        return Usage;
    }

    private static async Task<int> ServeAsync(ParseResult parsed, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var level = LogLevels.Parse(Environment.GetEnvironmentVariable(LogLevels.Variable));
        var log = new JsonLog(Console.OpenStandardError(), clock, level, new LogContext { Stage = "host" });
        try
        {
            var host = await ServiceHost.StartAsync(OptionsOf(parsed), Hosted(), clock, log, cancellation).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                await SayAsync(host, output).ConfigureAwait(false);
                await host.WaitAsync().ConfigureAwait(false);
                await output.WriteLineAsync("Stopping: what runs may end.").ConfigureAwait(false);
            }
            return Stopped;
        }
        catch (Exception refusal) when (refusal is HostRefusal or CatalogueException)
        {
            await errors.WriteLineAsync(refusal.Message).ConfigureAwait(false);
            return Usage;
        }
    }

    private static ServeOptions OptionsOf(ParseResult parsed)
    {
        if (parsed.GetValue(Urls) is not null && parsed.GetValue(Port) is not null) throw new HostRefusal("Give --urls or --port, not both.");
        var urls = parsed.GetValue(Urls) ?? $"http://127.0.0.1:{parsed.GetValue(Port) ?? 5080}";
        return new ServeOptions(parsed.GetRequiredValue(Data).FullName, ServeOptions.ReadUrls(urls, parsed.GetValue(Listen)), parsed.GetValue(PublicUrl) is { } text ? ServeOptions.ReadPublicUrl(text) : null);
    }

    private static async Task SayAsync(ServiceHost host, TextWriter output)
    {
        if (host.FirstKey is { } key)
        {
            await output.WriteLineAsync("This is the first key. It is shown this once; only its hash is kept:").ConfigureAwait(false);
            await output.WriteLineAsync(key).ConfigureAwait(false);
        }
        await output.WriteLineAsync($"Listening on {host.Address} (its API: {new Uri(host.Address, "docs")}). Ctrl+C stops it.").ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
    }

    private static string DefaultData() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ghostbusters", "serve");
}
