using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3007.NearTold;

public enum Wanted { Day, Week }

public enum Stored { Day, Week }

public sealed record SyncResult(bool Success, string? Error);

public sealed record Answer(int Code, string Text);

public interface ISync
{
    Task<SyncResult> TrySyncAsync();

    SyncResult Sync(bool throwOnError);
}

// Told otherwise: by the log, by an exception, by the body, by the name.
public sealed class Told(HttpClient http, ISync sync, ILogger<Told> logger)
{
    public void Save(string text)
    {
        Store(text); //@near GB3007
        Console.WriteLine(text.Length);
    }

    public void Forget(string text)
    {
        Unlink(text); //@near GB3007
        Console.WriteLine(text.Length);
    }

    public async Task SyncAsync()
    {
        await sync.TrySyncAsync(); //@near GB3007
        sync.Sync(throwOnError: true); //@near GB3007
    }

    public async Task<decimal> PriceAsync()
    {
        using var response = await http.GetAsync("price"); //@near GB3007
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        if (body["success"]?.GetValue<bool>() != true)
            throw new InvalidOperationException("no price");
        return body["price"]!.GetValue<decimal>();
    }

    public async Task<string> TextAsync()
    {
        using var response = await http.GetAsync("text"); //@near GB3007
        var answer = await response.Content.ReadFromJsonAsync<Answer>();
        return answer!.Text;
    }

    public async Task<int> CountAsync()
    {
        using var response = await http.GetAsync("count"); //@near GB3007
        var text = await response.Content.ReadAsStringAsync();
        return Read(text);
    }

    public static bool IsCompatible(string? mode, string version)
    {
        bool.TryParse(mode, out var compatible); //@near GB3007
        return compatible || version == "2";
    }

    public static string Map(Wanted? wanted)
    {
        Enum.TryParse<Stored>(wanted.ToString(), true, out var stored); //@near GB3007
        return "stored as " + stored;
    }

    public string Serial()
    {
        var answer = Ask("serial"); //@near GB3007
        return answer.Error ?? "none";
    }

    private SyncResult Ask(string what) => Ask(what, 3);

    private SyncResult Ask(string what, int attempts)
    {
        var answer = new SyncResult(http.GetStringAsync(what).Result.Length > attempts, null);
        if (!answer.Success)
            throw new InvalidOperationException(what);
        return answer;
    }

    private static int Read(string text) => text.StartsWith('[') ? text.Length : throw new FormatException(text);

    private bool Store(string text)
    {
        try
        {
            File.WriteAllText("told", text);
            return true;
        }
        catch (IOException e)
        {
            logger.LogError(e, "told");
            return false;
        }
    }

    private bool Unlink(string text)
    {
        try
        {
            File.Delete(text);
            return true;
        }
        catch (IOException)
        {
            // somebody else holds it, who deletes it
            return false;
        }
    }
}
