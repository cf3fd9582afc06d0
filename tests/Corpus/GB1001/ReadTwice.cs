using System.Diagnostics;
using System.Net;
using Xunit;

namespace Corpus.GB1001.ReadTwice;

public sealed class Counter
{
    private readonly List<string> _names = [];
    private int _drawn;
    private string? _label;

    public int Held => _names.Count;

    public int Seen => Volatile.Read(ref _drawn);

    public int Next => ++_drawn;

    public Guid Ticket => Guid.NewGuid();

    public string Label => _label ??= string.Join(' ', _names);

    public DateTime Moment => DateTime.UtcNow;

    public IReadOnlyList<string> Names => _names;

    public IEnumerable<string> Upper() => _names.Select(static n => n.ToUpperInvariant());

    public void Add(string name) => _names.Add(name);
}

public record Reading(string Place, double Value);

public interface IGauge
{
    int Level { get; }
}

public class CounterTests
{
    private readonly Counter _counter = new();

    // What a library keeps is read twice, and the expected status was lost.
    [Fact]
    public void Get_answers_not_found()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.NotFound);
        Assert.Equal(answer.StatusCode, answer.StatusCode); //@true GB1001
        Assert.Equal(answer.ReasonPhrase, answer.ReasonPhrase); //@true GB1001
    }

    [Fact]
    public void Failure_tells_its_name()
    {
        var failure = Assert.Throws<ArgumentException>(static () => string.Create(-1, 0, static (_, _) => { }));
        Assert.Equal(failure.Message, failure.Message); //@true GB1001
    }

    // A getter that only reads.
    [Fact]
    public void Add_holds_it()
    {
        _counter.Add("a");
        Assert.Equal(_counter.Held, _counter.Held); //@true GB1001
        Assert.Equal(_counter.Seen, _counter.Seen); //@true GB1001
    }

    // The items of a sequence, each with itself.
    [Fact]
    public void Upper_raises_every_name()
    {
        _counter.Add("a");
        var raised = _counter.Upper().ToList();
        Assert.Equal(raised, raised); //@true GB1001
        var query = _counter.Upper();
        Assert.Equal(query, query); //@true GB1001
    }

    [Fact]
    public void Split_gives_the_parts()
    {
        var parts = "a,b".Split(',');
        Assert.Equal(parts, parts); //@true GB1001
        var pairs = new Dictionary<string, int> { ["a"] = 1 };
        Assert.Equal(pairs, pairs); //@true GB1001
        var both = (Name: "a", parts.Length);
        Assert.Equal(both, both); //@true GB1001
    }

    [Fact]
    public void Duration_is_told()
    {
        TimeSpan? limit = TimeSpan.FromSeconds(3);
        Assert.Equal(limit, limit); //@true GB1001
    }

    // The compiler wrote what is equal.
    [Fact]
    public void Reading_keeps_its_place()
    {
        var reading = new Reading("attic", 3);
        Assert.Equal(reading, reading); //@true GB1001
    }

    // Each asking counts one on.
    [Fact]
    public void Next_counts_on()
    {
        Assert.Equal(_counter.Next, _counter.Next); //@near GB1001
        Assert.Equal(_counter.Ticket, _counter.Ticket); //@near GB1001
        Assert.Equal(_counter.Moment, _counter.Moment); //@near GB1001
    }

    // It is made at the first asking and kept.
    [Fact]
    public void Label_is_kept()
    {
        Assert.Equal(_counter.Label, _counter.Label); //@near GB1001
    }

    // That asking twice gives one answer is what it tests.
    [Fact]
    public void Held_is_stable()
    {
        Assert.Equal(_counter.Names, _counter.Names); //@near GB1001
    }

    [Fact]
    public void Upper_can_be_enumerated_twice()
    {
        var names = _counter.Upper();
        Assert.Equal(names, names); //@near GB1001
    }

    // They run on.
    [Fact]
    public void Watch_stands()
    {
        var watch = new Stopwatch();
        Assert.Equal(watch.ElapsedTicks, watch.ElapsedTicks); //@near GB1001
        Assert.Equal(DateTime.Today, DateTime.Today); //@near GB1001
    }

    [Theory]
    [InlineData(3)]
    public void Gauge_answers(int level)
    {
        IGauge gauge = new Fixed(level);
        Assert.Equal(gauge.Level, gauge.Level); //@near GB1001
    }

    private sealed class Fixed(int level) : IGauge
    {
        public int Level => level;
    }
}
