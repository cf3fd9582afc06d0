using System.Text.Json;
using Ghostbusters.Engine;

namespace Ghostbusters.Cli.Client;

/// <summary>The service that the user is signed in to, and the key: in a file that only the user can read.</summary>
/// <param name="Server">Its address.</param>
/// <param name="Key">An API key or an access token.</param>
/// <param name="Progress">Where progress is told, where that is elsewhere.</param>
/// <param name="GatewayKey">What a gateway before the service wants to see; null where there is none.</param>
internal sealed record Credentials(Uri Server, string Key, Uri? Progress = null, string? GatewayKey = null)
{
    public const string ProgressVariable = "GHOSTBUSTERS_PROGRESS";
    public const string GatewayKeyVariable = "GHOSTBUSTERS_GATEWAY_KEY";
    public const string ServerVariable = "GHOSTBUSTERS_SERVER";
    public const string KeyVariable = "GHOSTBUSTERS_KEY";

    private const string FileName = "credentials.json";

    /// <summary>Those of the environment, as CI has them; else the stored ones.</summary>
    /// <exception cref="ConfigurationException">There are none, or they are damaged.</exception>
    public static Credentials Find(CommandContext context)
    {
        if (context.Variable(KeyVariable) is { } key)
            return new Credentials(ReadServer(context.Variable(ServerVariable) ?? throw new ConfigurationException($"{KeyVariable} is set and {ServerVariable} is not: set both.")), key,
                context.Variable(ProgressVariable) is { } progress ? ReadProgress(progress) : null, context.Variable(GatewayKeyVariable));
        var path = PathIn(context);
        if (!File.Exists(path))
            throw new ConfigurationException($"You are not signed in: `ghostbusters login http://localhost:5080` asks for a key. `ghostbusters serve` starts a service of your own.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new Credentials(
                ReadServer(document.RootElement.GetProperty("server").GetString()!), document.RootElement.GetProperty("key").GetString()!,
                document.RootElement.TryGetProperty("progress", out var told) ? ReadProgress(told.GetString()!) : null,
                document.RootElement.TryGetProperty("gateway_key", out var gateway) ? gateway.GetString() : null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ConfigurationException($"{path} is damaged ({exception.Message}): sign in again with `ghostbusters login`.");
        }
    }

    /// <summary>As the client takes them.</summary>
    public Functions.Client.ClientOptions Options => new(Server, Key) { Progress = Progress, GatewayKey = GatewayKey };

    /// <summary>Stores them and says where.</summary>
    public string Store(CommandContext context)
    {
        var path = PathIn(context);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(context.ConfigFolder);
        }
        else
        {
            Directory.CreateDirectory(context.ConfigFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            // A mode is given to new files only; one that is there may be anybody's to read.
            if (File.Exists(path)) File.Delete(path);
        }

        using var file = new FileStream(path, options);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("server", Server.ToString());
        json.WriteString("key", Key);
        if (Progress is not null) json.WriteString("progress", Progress.ToString());
        if (GatewayKey is not null) json.WriteString("gateway_key", GatewayKey);
        json.WriteEndObject();
        return path;
    }

    /// <exception cref="ConfigurationException">It is no address to which a key may be sent.</exception>
    public static Uri ReadServer(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
            throw new ConfigurationException($"{text} is no address of a service. It looks like https://ghostbusters.example.org.");
        return Functions.Client.GhostbustersClient.IsSafe(server)
            ? server
            : throw new ConfigurationException($"{server} is plain http to another machine: the key would be read on the way. Use https.");
    }

    /// <exception cref="ConfigurationException">It is no address of progress, or the key would be read on the way.</exception>
    public static Uri ReadProgress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss" && Functions.Client.GhostbustersClient.IsSafe(address)
        ? address
        : throw new ConfigurationException($"{text} is no address of progress. It looks like wss://progress.example.org/v1.");

    /// <summary>The key does not stand in messages.</summary>
    public override string ToString() => Server.ToString();

    private static string PathIn(CommandContext context) => Path.Combine(context.ConfigFolder, FileName);
}
