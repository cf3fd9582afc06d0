using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Ghostbusters", "GB3003:EmptyCatch", Scope = "member", Target = "~M:Corpus.Legacy.Run", Justification = "Runs at exit.")] //@near GB9001
[assembly: SuppressMessage("Style", "IDE0130:Namespace does not match folder structure")] //@near GB9001

namespace Corpus.GB9001.Near;

public sealed class Batch
{
#pragma warning disable GB3003 // a closed pipe is the reader's choice //@near GB9001
    public void Flush() => Console.Out.Flush();

    // The pipe may be closed: that is the reader's choice.
#pragma warning disable GB3003 //@near GB9001
    public int Retries { get; set; } = 3;

    /* The pipe may be closed:
       that is the reader's choice. */
#pragma warning disable GB3003 //@near GB9001
    public const string Scheme = "Bearer";

    // Both throw at shutdown, when nobody listens.
#pragma warning disable GB3001
#pragma warning disable GB3003 //@near GB9001
    public string? Name { get; init; }

#pragma warning disable GB8205 // public test key of RFC 8032 //@near GB9001
    public void Log(string line) => Console.WriteLine(line);

#pragma warning disable GB8205 // https://example.org/issues/77 //@near GB9001
    public TimeSpan Wait => TimeSpan.FromSeconds(Retries);

#pragma warning disable GB2001 // TODO of #812: the printer driver lacks it //@near GB9001
    public bool IsEmpty => string.IsNullOrEmpty(Name);

#pragma warning disable GB2001 // vendor stub, until 2999-12-31 //@near GB9001
    public int Length => Name?.Length ?? 0;

#pragma warning disable GB1002 // false positive: the fixture asserts on dispose //@near GB9001
    public char First => Name![0];

#pragma warning disable // copied from the vendor's sample, kept as it is //@near GB9001
    public override string ToString() => $"{Name}";
#pragma warning restore

#pragma warning disable CS0618 //@near GB9001
    public void Rename(Action<string> rename) => rename(Name ?? "?");

#pragma warning disable CA1822, IDE0060 //@near GB9001
    public decimal Half(decimal total) => total / 2;

#pragma warning disable 0168, 0219 //@near GB9001
    public int Twice(int n) => n + n;

#pragma warning disable GB30031 //@near GB9001
    public string Upper => ToString().ToUpperInvariant();

#pragma warning restore GB3003 //@near GB9001
    public string Lower => ToString().ToLowerInvariant();

#nullable disable warnings //@near GB9001
    public string Trimmed => ToString().Trim();

#if LEGACY_HOST
#pragma warning disable GB3003 //@near GB9001
#endif

    // Retried by the scheduler.
#pragma warning disable GB3003, GB3001, CS0168 //@near GB9001
    public int Hash => ToString().Length;

    [SuppressMessage("Ghostbusters", "GB3003", Justification = "A closed pipe is the reader's choice.")] //@near GB9001
    public void A() => Flush();

    [SuppressMessage("Ghostbusters", "GB3003", Justification = Why + "; see the operators' handbook")] //@near GB9001
    public void B() => Flush();

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "<Pending>")] //@near GB9001
    public void C() => Flush();

    [UnconditionalSuppressMessage("Trimming", "IL2026")] //@near GB9001
    public void D() => Flush();

    [Obsolete("#pragma warning disable GB3003")] //@near GB9001
    public void E() => Flush();

    private const string Why = "The pipe may be closed";
}
