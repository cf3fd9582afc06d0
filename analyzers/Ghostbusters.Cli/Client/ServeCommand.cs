using System.CommandLine;
using Ghostbusters.Engine;

namespace Ghostbusters.Cli.Client;

/// <summary><c>ghostbusters serve</c>: starts the host, which is a program of its own so that this one stays small.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create(CommandContext context)
    {
        var options = new Argument<string[]>("options")
        {
            Description = "The host's own: --port, --data, --urls, --listen, --public-url. `ghostbusters serve -- --help` shows them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(Name, "Runs the whole service on this machine: no account, no container.") { options };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => HostProcess.RunAsync(Find(AppContext.BaseDirectory, context), [.. parsed.GetValue(options) ?? [], .. parsed.UnmatchedTokens]));
        return command;
    }

    /// <summary>The host beside this program: an executable, or an assembly that <c>dotnet</c> runs.</summary>
    /// <exception cref="ConfigurationException">It is not there.</exception>
    internal static HostProgram Find(string folder, CommandContext context)
    {
        foreach (var place in new[] { Path.Combine(folder, "serve"), folder })
        {
            foreach (var name in new[] { "ghostbusters-serve", "ghostbusters-serve.exe" })
                if (File.Exists(Path.Combine(place, name))) return new HostProgram(Path.Combine(place, name), []);
            var assembly = Path.Combine(place, "ghostbusters-serve.dll");
            if (File.Exists(assembly)) return new HostProgram(context.Variable("DOTNET_HOST_PATH") ?? "dotnet", [assembly]);
        }

        throw new ConfigurationException($"The service's program, ghostbusters-serve, is not beside this one in {folder}: install the package that has both, or build functions/Host.");
    }
}

/// <summary>What to start.</summary>
/// <param name="File">The executable.</param>
/// <param name="Arguments">Before the user's own.</param>
internal sealed record HostProgram(string File, IReadOnlyList<string> Arguments);
