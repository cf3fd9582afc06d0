using System.Diagnostics.CodeAnalysis;

namespace Corpus.GB3001.TrueOut;

public static class ExitCodes
{
    public const int Ok = 0;
    public const int NoInput = 66;
}

// A default for the out parameter is no word of failure.
public sealed class Lookup(Dictionary<string, string> values)
{
    public bool TryGet(string key, [NotNullWhen(true)] out string? value)
    {
        try
        {
            return values.TryGetValue(key, out value);
        }
        catch (Exception)
        {
            value = default!;
            return true; //@true GB3001
        }
    }

    public bool TryNumber(string key, out int number)
    {
        number = 0;
        try
        {
            number = int.Parse(values[key]);
            return true;
        }
        catch (Exception)
        {
            number = default;
            return true; //@true GB3001
        }
    }
}

public sealed class CleanCommand(string folder)
{
    public int Run()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return 0;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e.Message);
            return 0; //@true GB3001
        }
    }
}

public static class Cleaning
{
    public static async Task<int> ExecuteAsync(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                return ExitCodes.NoInput;
            await File.WriteAllTextAsync(Path.Combine(folder, "cleaned"), "");
            return ExitCodes.Ok;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e.Message);
            return 0; //@true GB3001
        }
    }
}

public sealed class HonestLookup(Dictionary<string, string> values)
{
    public bool TryGet(string key, [NotNullWhen(true)] out string? value)
    {
        try
        {
            return values.TryGetValue(key, out value);
        }
        catch (Exception)
        {
            value = default;
            return false; //@near GB3001
        }
    }

    // A number of rows, no exit code.
    public int Run(string key)
    {
        try
        {
            return values.Remove(key) ? 1 : 0;
        }
        catch (Exception)
        {
            return 0; //@near GB3001
        }
    }
}

// True means: go on.
public sealed class Windows(Func<Func<IntPtr, bool>, bool> enumerate)
{
    private readonly List<string> _titles = [];

    public bool All() => enumerate(ProcessWindow);

    /// <summary>Handles a key.</summary>
    /// <returns>True to stop the key from being handled by others.</returns>
    public bool HandleKey(char key)
    {
        try
        {
            _titles.Add(key.ToString());
            return true;
        }
        catch (Exception)
        {
            return true; //@near GB3001
        }
    }

    private bool ProcessWindow(IntPtr handle)
    {
        try
        {
            _titles.Add(handle.ToString());
            return true;
        }
        catch (Exception)
        {
            return true; //@near GB3001
        }
    }
}
