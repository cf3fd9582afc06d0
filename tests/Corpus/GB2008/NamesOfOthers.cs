namespace Corpus.GB2008.NamesOfOthers;

// `Read` and `Left` are mentioned all over as something else; that hands no method over.
public static class Pages
{
    private static int s_number;

    public static int Read(int limit) => s_number++; //@true GB2008

    public static string Left(string text, int maxLength) => text.Trim() + s_number; //@true GB2008

    public static int Within(TimeSpan limit) => s_number++; //@true GB2008

    public static FileAccess Access() => FileAccess.Read;

    public static int Column() => Math.Max(Console.CursorLeft, 1);

    // It is handed over by its type's name.
    public static int Step(int limit) => s_number++; //@near GB2008

    public static Func<int, int> Steps() => Pages.Step;
}

public class Feed
{
    private int _count;

    public async IAsyncEnumerable<int> AllAsync()
    {
        await Task.Yield();
        yield return _count;
    }

    public async Task SumAsync(CancellationToken cancellation) //@true GB2008
    {
        await foreach (var number in AllAsync())
            _count += number;
    }

    // Through a property of the name of its type's end.
    public int Pull(int limit) => _count++; //@near GB2008
}

public class Pump(Feed feed)
{
    private Feed Feed { get; } = feed;

    public Func<int, int> Pulling() => Feed.Pull;
}
