using FluentAssertions;
using Moq;
using Shouldly;
using Xunit;
using MsAssert = Microsoft.VisualStudio.TestTools.UnitTesting.Assert;
using NAssert = NUnit.Framework.Assert;
using NHas = NUnit.Framework.Has;
using NIs = NUnit.Framework.Is;
using NThrows = NUnit.Framework.Throws;

namespace Corpus.GB1009.Kept;

public sealed record Entry(string Key, string? Value, int Rank = 0);

public interface IStore
{
    Entry? Read(string key);
}

public static class Guard
{
    public static string ThrowIfEmpty(string text) => text.Length > 0 ? text : throw new ArgumentException("Empty.", nameof(text));
}

public sealed class Cache(IStore? store = null)
{
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public event Action<string>? Refused;

    public int Count => _entries.Count;

    public void Put(Entry entry)
    {
        if (entry.Key.Length == 0)
        {
            Refused?.Invoke("empty");
            throw new ArgumentException("A key is not empty.", nameof(entry));
        }

        _entries[entry.Key] = entry;
    }

    public string? Get(string? key)
    {
        if (key is null)
            return null;
        return _entries.TryGetValue(key, out var entry) ? entry.Value : Fallback(key);
    }

    private string? Fallback(string key)
    {
        try
        {
            return store?.Read(key)?.Value;
        }
        catch (TimeoutException)
        {
            return "stale";
        }
    }

    public IReadOnlyList<Entry> All() => [.. _entries.Values];

    public bool TryPut(Entry entry, out string? why)
    {
        why = entry.Key.Length == 0 ? "empty" : null;
        if (why is null)
            Put(entry);
        return why is null;
    }

    public IEnumerable<Entry> OrderByDescending() => _entries.Values.OrderByDescending(static e => e.Rank);
}

public static class Attempt
{
    public static string? WhyNot(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (ArgumentException e)
        {
            return e.ParamName;
        }
    }
}

public class RefusalKeptTests
{
    private readonly Cache _cache = new();

    // The framework's own ways.
    [Fact]
    public void Put_ThrowsWhenKeyIsEmpty() => Assert.Throws<ArgumentException>(() => _cache.Put(new Entry("", "v"))); //@near GB1009

    [NUnit.Framework.Test]
    public void Put_EmptyKey_Throws() => NAssert.That(() => _cache.Put(new Entry("", "v")), NThrows.ArgumentException); //@near GB1009

    [Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod]
    [Microsoft.VisualStudio.TestTools.UnitTesting.ExpectedException(typeof(ArgumentException))]
    public void Put_ThrowsArgumentException() //@near GB1009
    {
        _cache.Put(new Entry("", "v"));
        MsAssert.AreEqual(0, _cache.Count);
    }

    [Fact]
    public void Put_ShouldThrow_WithEmptyKey() //@near GB1009
    {
        var act = () => _cache.Put(new Entry("", "v"));
        act.Should().Throw<ArgumentException>();
    }

    // Caught in another place than asserted.
    [Fact]
    public void Put_ThrowsForTheEmptyKey() //@near GB1009
    {
        var error = Record.Exception(() => _cache.Put(new Entry("", "v")));
        Assert.NotNull(error);
    }

    [Fact]
    public void Put_Throws_WhenEmpty() //@near GB1009
    {
        var thrown = false;
        try
        {
            _cache.Put(new Entry("", "v"));
        }
        catch (ArgumentException)
        {
            thrown = true;
        }

        Assert.True(thrown);
    }

    // The helper catches; its name does not say so.
    [Fact]
    public void PutThrowsIfEmpty() => Assert.Equal("entry", Attempt.WhyNot(() => _cache.Put(new Entry("", "v")))); //@near GB1009

    [Fact]
    public void Put_Refuses_AndShouldThrow() //@near GB1009
    {
        Refuses("");
        Assert.Equal(0, _cache.Count);
    }

    private void Refuses(string key) => Assert.IsType<ArgumentException>(Record.Exception(() => _cache.Put(new Entry(key, null))));

    // Names that deny it, or leave it open.
    [Fact]
    public void Put_DoesNotThrow() //@near GB1009
    {
        _cache.Put(new Entry("k", "v"));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void Get_NeverThrows() => Assert.True(_cache.Get("nope") is null); //@near GB1009

    [Fact]
    public void Put_ThrowsNoExceptionForBlanks() //@near GB1009
    {
        _cache.Put(new Entry(" ", "v"));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void TryPut_ReturnsFalseInsteadOfThrows() => Assert.False(_cache.TryPut(new Entry("", "v"), out _)); //@near GB1009

    // The throw is the condition, and the rest of the name the promise.
    [Fact]
    public void WhenStoreThrows_ReturnsStale() //@near GB1009
    {
        var store = new Mock<IStore>();
        store.Setup(s => s.Read("k")).Callback(static () => throw new TimeoutException());
        Assert.Equal("stale", new Cache(store.Object).Get("k"));
    }

    [Fact]
    public void Get_StoreThrows() //@near GB1009
    {
        var store = new Mock<IStore>();
        store.Setup(s => s.Read("k")).Throws(new TimeoutException());
        Assert.Equal("stale", new Cache(store.Object).Get("k"));
    }

    private sealed class BrokenStore : IStore
    {
        public Entry? Read(string key) => throw new TimeoutException(key);
    }

    // The double is broken by itself.
    [Fact]
    public void Get_InnerReadThrows() => Assert.Equal("stale", new Cache(new BrokenStore()).Get("k")); //@near GB1009

    [Fact]
    public void ReturnsStaleIfStoreThrows() //@near GB1009
    {
        var cache = new Cache(new BrokenStore());
        Assert.Equal("stale", cache.Get("k"));
    }

    // What throws is the name of the subject.
    [Fact]
    public void ThrowIfEmpty_GivesTheTextBack() => Assert.Equal("k", Guard.ThrowIfEmpty("k")); //@near GB1009

    [Fact]
    public void ThrowHelper() => Assert.Equal("k", Guard.ThrowIfEmpty("k")); //@near GB1009

    // Rows that carry what is expected.
    public static TheoryData<Action<Cache>, bool> Cases => new() { { static c => c.Put(new Entry("k", null)), true } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Put_Throws_PerCase(Action<Cache> check, bool counts) //@near GB1009
    {
        check(_cache);
        Assert.Equal(counts ? 1 : 0, _cache.Count);
    }

    // A task carries it.
    [Fact]
    public async Task Put_ThrowsOnTheOtherThread() //@near GB1009
    {
        var put = Task.Run(() => _cache.Put(new Entry("", "v")));
        await Task.WhenAny(put);
        Assert.True(put.IsFaulted);
    }
}

public class ValueKeptTests
{
    private readonly Cache _cache = new();

    [Fact]
    public void Get_ReturnsNull_WhenUnknown() => Assert.Null(_cache.Get("k")); //@near GB1009

    [Fact]
    public void Get_UnknownKey_ReturnsNull() => Assert.Equal(null, _cache.Get("k")); //@near GB1009

    [Fact]
    public void Get_ShouldReturnNull() => _cache.Get("k").ShouldBeNull(); //@near GB1009

    [Fact]
    public void Get_ReturnsNullForNull() => Assert.True(_cache.Get(null) is null); //@near GB1009

    [NUnit.Framework.Test]
    public void Get_ReturnsNull_AtFirst() => NAssert.That(_cache.Get("k"), NIs.Null); //@near GB1009

    [Fact]
    public void Get_ReturnsNull_IfNothingWasPut() //@near GB1009
    {
        var value = _cache.Get("k") ?? "(none)";
        Assert.Equal("(none)", value);
    }

    [Theory]
    [InlineData("a", null)]
    [InlineData("b", null)]
    public void Get_ReturnsNull_ForEachUnknown(string key, string? expected) => Assert.Equal(expected, _cache.Get(key)); //@near GB1009

    [Fact]
    public void Get_ReturnsNull_ByTheTuple() //@near GB1009
    {
        var (done, why) = (_cache.TryPut(new Entry("k", null), out var reason), reason);
        Assert.Equal((true, default(string)), (done, why));
    }

    // Null is what comes in.
    [Fact]
    public void Put_NullValue_IsCounted() //@near GB1009
    {
        _cache.Put(new Entry("k", null));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void Get_StoreReturnsNull() //@near GB1009
    {
        var store = new Mock<IStore>();
        store.Setup(s => s.Read("k")).Returns((Entry?)null);
        var cache = new Cache(store.Object);
        cache.Put(new Entry("k", "v"));
        Assert.Equal("v", cache.Get("k"));
    }

    // Equality with a list checks its order.
    [Fact]
    public void All_IsSorted() //@near GB1009
    {
        _cache.Put(new Entry("b", null));
        _cache.Put(new Entry("a", null));
        Assert.Equal(["a", "b"], _cache.All().Select(static e => e.Key));
    }

    [Fact]
    public void All_ReturnsEntriesInAscendingOrder() //@near GB1009
    {
        _cache.Put(new Entry("b", null));
        _cache.Put(new Entry("a", null));
        _cache.All().Should().BeInAscendingOrder(static e => e.Key);
    }

    [Fact]
    public void All_AreSorted() //@near GB1009
    {
        _cache.Put(new Entry("b", null));
        _cache.Put(new Entry("a", null));
        var all = _cache.All();
        Assert.Equal(2, all.Count);
        Assert.Equal("a", all[0].Key);
    }

    [Fact]
    public void All_ReturnsEntriesSortedByKey() //@near GB1009
    {
        _cache.Put(new Entry("b", null));
        _cache.Put(new Entry("a", null));
        var all = _cache.All();
        for (var i = 1; i < all.Count; i++)
            Assert.True(string.CompareOrdinal(all[i - 1].Key, all[i].Key) < 0);
        Assert.Equal(2, all.Count);
    }

    [Fact]
    public void All_IsSortedByKey() //@near GB1009
    {
        _cache.Put(new Entry("b", null));
        _cache.Put(new Entry("a", null));
        _cache.All().Should().BeEquivalentTo([new Entry("a", null), new Entry("b", null)], static o => o.WithStrictOrdering());
    }

    [NUnit.Framework.Test]
    public void All_KeysAreSorted() //@near GB1009
    {
        _cache.Put(new Entry("b", null));
        _cache.Put(new Entry("a", null));
        NAssert.That(_cache.All().Select(static e => e.Key), NIs.Ordered);
    }

    // The order is the subject's name, or the input.
    [Fact]
    public void OrderByDescending_CountsAll() //@near GB1009
    {
        _cache.Put(new Entry("a", null));
        Assert.Single(_cache.OrderByDescending());
    }

    [Fact]
    public void Put_WhenKeysAreSorted_CountsThem() //@near GB1009
    {
        _cache.Put(new Entry("a", null));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void All_ReturnsSortedDictionary() => Assert.NotNull(_cache.All()); //@near GB1009

    [Fact]
    public void All_ReturnsEmptyList() => Assert.Empty(_cache.All()); //@near GB1009

    [Fact]
    public void All_ReturnsEmpty() //@near GB1009
    {
        var all = _cache.All();
        Assert.NotNull(all);
        Assert.Equal(0, all.Count);
    }

    [NUnit.Framework.Test]
    public void All_ReturnsTwoEntries() //@near GB1009
    {
        _cache.Put(new Entry("b", null));
        _cache.Put(new Entry("a", null));
        NAssert.That(_cache.All(), NHas.Count.EqualTo(2));
    }
}

// Teardown is where the class checks.
public sealed class TeardownTests : IDisposable
{
    private readonly Cache _cache = new();
    private Exception? _last;

    [Fact]
    public void Put_Throws_OnceAndOnlyOnce() //@near GB1009
    {
        _last = Record.Exception(() => _cache.Put(new Entry("", null)));
        Assert.Equal(0, _cache.Count);
    }

    public void Dispose() => Assert.IsType<ArgumentException>(_last);
}

// Text that says it: the subject writes what would be thrown.
public class GeneratedCodeTests
{
    [Fact]
    public void Body_ThrowsNotImplemented() //@near GB1009
    {
        var body = string.Concat("{ ", "throw new NotImplementedException();", " }");
        Assert.Contains("NotImplemented", body);
    }

    [Fact]
    public void Json_ReturnsNull() //@near GB1009
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new { a = new Cache().Get("x") });
        Assert.Equal("{\"a\":null}", json);
    }
}
