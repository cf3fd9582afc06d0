namespace Corpus.GB3007.Fresh;

public sealed class Subscriptions
{
    private readonly List<string> _known = [];

    // What the set has is given either way; the answer says whether it is new.
    public bool TryAddAndGet(string name, out string kept)
    {
        var at = _known.IndexOf(name);
        if (at < 0)
        {
            _known.Add(name);
            kept = name;
            return true;
        }

        kept = _known[at];
        return false;
    }

    public int Subscribe(string name)
    {
        TryAddAndGet(name, out var kept); //@near GB3007
        return kept.Length;
    }

    public bool TryResolve(string name, out int port)
    {
        if (!_known.Contains(name))
        {
            port = 0;
            return false;
        }

        port = 7000 + name.Length;
        return true;
    }

    public string Connect(string name)
    {
        TryResolve(name, out var port); //@true GB3007
        return $"tcp://{name}:{port + 1}";
    }
}

public static class Log
{
    public static void Write(string channel, object text) => Console.WriteLine($"{channel}: {text}");
}

public sealed class Browser
{
    private bool _isLoadError;

    public bool LoadAsset(string path)
    {
        _isLoadError = false;
        try
        {
            File.Copy(path, path + ".shown");
        }
        catch (Exception)
        {
            _isLoadError = true;
            return false;
        }

        return true;
    }

    public bool SaveAsset(string path)
    {
        try
        {
            File.Copy(path, path + ".saved");
        }
        catch (Exception e)
        {
            Log.Write("browser", e);
            return false;
        }

        return true;
    }

    public string Show(string path)
    {
        LoadAsset(path); //@near GB3007
        return _isLoadError ? "cannot be shown" : "shown";
    }

    public void Keep(string path) => SaveAsset(path); //@near GB3007
}
