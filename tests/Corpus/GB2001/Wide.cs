namespace Corpus.GB2001.Wide;

public interface IPart
{
    bool Apply(int order);
}

// Verbs of short work: only a body that does nothing at all contradicts them.
public class Kitchen
{
    private readonly List<int> _orders = [];

    public bool ApplyDiscount(int order) => true; //@true GB2001

    public string[] BuildArguments(string line) => []; //@true GB2001

    public int RunRecipe(string name) { return 0; } //@true GB2001

    public bool RemoveOrder(int id) => false; //@true GB2001

    /// <summary>The first order of a table; null where it does not have one.</summary>
    public object? FindOrder(int table) => null; //@true GB2001

    /// <summary>Reads a menu. What comes back is never null, and cannot be changed.</summary>
    public IReadOnlyList<string> ReadMenu(string file) => []; //@true GB2001

    public Task<List<int>> LoadOrdersAsync(CancellationToken cancellation) => Task.FromResult(new List<int>()); //@true GB2001

    // It prints, and is done.
    public int RunHelp(string topic) //@near GB2001
    {
        Console.WriteLine("usage: kitchen TOPIC");
        return 0;
    }

    /// <summary>Adds a table. It cannot be called while the kitchen is closed, and does nothing then.</summary>
    public bool AddTable(int seats) => false; //@near GB2001

    // Handed on as a delegate: its shape is the receiver's.
    private static bool ApplyAll(int order) => true; //@near GB2001

    public int Applied() => _orders.Count(ApplyAll);

    /// <summary>Builds nothing: there is no page for a plain menu.</summary>
    public string? BuildPage(string menu) => null; //@near GB2001
}

// One answer of several.
public sealed class Always : IPart
{
    public bool Apply(int order) => true; //@near GB2001
}

public sealed class Even : IPart
{
    public bool Apply(int order) => order % 2 == 0;
}
