using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Ghostbusters", "GB3003:EmptyCatch", Scope = "namespaceanddescendants", Target = "~N:Corpus.Legacy")] //@true GB9001

namespace Corpus.GB9001.True;

public sealed class Batch
{
#pragma warning disable GB3003 //@true GB9001
    public void Flush() => Console.Out.Flush();

#pragma warning disable GB3001, GB3003 //@true GB9001
    public int Retries { get; set; } = 3;

#pragma warning disable CS0618, GB8205 //@true GB9001
    public const string Scheme = "Bearer";

#pragma warning disable //@true GB9001
    public string? Name { get; init; }
#pragma warning restore

#pragma warning disable GB3003 // A catch that does nothing, without a stated reason //@true GB9001
    public void Log(string line) => Console.WriteLine(line);

#pragma warning disable GB2001 // TODO //@true GB9001
    public TimeSpan Wait => TimeSpan.FromSeconds(Retries);

#pragma warning disable GB2001 // FIXME: fix later //@true GB9001
    public bool IsEmpty => string.IsNullOrEmpty(Name);

#pragma warning disable GB1002 // ignore warning //@true GB9001
    public int Length => Name?.Length ?? 0;

#pragma warning disable GB1002 // GB1002 //@true GB9001
    public char First => Name![0];

#pragma warning disable GB3006 // temporarily disabled //@true GB9001
    public override string ToString() => $"{Name}";

#pragma warning disable GB3006 // until 2999-12-31 //@true GB9001
    public void Rename(Action<string> rename) => rename(Name ?? "?");

#pragma warning disable GB9001 //@true GB9001
    public decimal Half(decimal total) => total / 2;
#pragma warning restore GB9001

#pragma warning disable GB5003 // //@true GB9001
    public int Twice(int n) => n + n;

#pragma warning disable GB5003 // --- //@true GB9001
    public string Upper => ToString().ToUpperInvariant();

    private readonly int _limit = 10; // orders in one batch
#pragma warning disable GB3003 //@true GB9001
    public int Limit => _limit;

    // Reads the price list.

#pragma warning disable GB3003 //@true GB9001
    public string[] Prices(string file) => File.ReadAllLines(file);

#pragma warning disable GB1001 // suppress all ghostbusters warnings for now //@true GB9001
    public bool IsBatch => Limit > 1;

    [SuppressMessage("Ghostbusters", "GB3003")] //@true GB9001
    public void A() => Flush();

    [SuppressMessage("Ghostbusters", "GB3003", Justification = "")] //@true GB9001
    public void B() => Flush();

    [SuppressMessage("Ghostbusters", "GB3003", Justification = "<Pending>")] //@true GB9001
    public void C() => Flush();

    [SuppressMessage("Ghostbusters", "GB3003", Justification = Pending)] //@true GB9001
    public void D() => Flush();

    [SuppressMessage(checkId: "GB3003", category: "Ghostbusters", Justification = "Suppressed.")] //@true GB9001
    public void E() => Flush();

    [method: UnconditionalSuppressMessage("Ghostbusters", "GB8205", Justification = null)] //@true GB9001
    public void F() => Flush();

    [Obsolete("Use A."), System.Diagnostics.CodeAnalysis.SuppressMessage("Ghostbusters", "GB1002: NoOracle", MessageId = "x")] //@true GB9001
    public void G() => Flush();

    private const string Pending = "TBD";
}
