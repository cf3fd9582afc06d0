using Microsoft.Extensions.Logging;

namespace Corpus.GB3002.Fresh;

public sealed class Checkpoints(ILogger? logger, string folder)
{
    // Logged through `?.`, and the answer falls out of the end.
    public long? Take(bool full)
    {
        try
        {
            var bytes = Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length);
            return full ? bytes : null;
        }
        catch (Exception e) //@near GB3002
        {
            logger?.LogError(e, "The checkpoint failed in {Folder}", folder);
        }

        return null;
    }

    public Stream? Open(string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return null;
        try
        {
            return File.OpenRead(path); //@true GB8103
        }
        catch (Exception)
        {
            Console.WriteLine();
            return null; //@true GB3002
        }
    }
}
