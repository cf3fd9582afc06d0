using Microsoft.VisualStudio.TestTools.UnitTesting;
using NUnit.Framework;
using Assert = Microsoft.VisualStudio.TestTools.UnitTesting.Assert;
using Must = NUnit.Framework.Assert;

namespace Corpus.GB1007.TrueElsewhere;

public sealed class Feed
{
    public async Task<string> ReadAsync(Uri? address)
    {
        await Task.Yield();
        return address?.Host ?? throw new ArgumentNullException(nameof(address));
    }
}

[TestClass]
public class FeedTests
{
    private readonly Feed _feed = new();

    [TestMethod]
    public void Read_Null_Throws()
    {
        Assert.ThrowsExceptionAsync<ArgumentNullException>(() => _feed.ReadAsync(null)); //@true GB1007
    }

    [TestMethod]
    public void Read_Null_ThrowsExactly() => Assert.ThrowsExactlyAsync<ArgumentNullException>(() => _feed.ReadAsync(null)); //@true GB1007

    [TestMethod]
    public async void Read_GivesTheHost() //@true GB1007
    {
        Assert.AreEqual("a", await _feed.ReadAsync(new Uri("http://a/")));
    }
}

[TestFixture]
public class FeedFixture
{
    private readonly Feed _feed = new();

    [Test]
    public void Read_GivesTheHost()
    {
        Must.ThatAsync(() => _feed.ReadAsync(new Uri("http://a/")), Is.EqualTo("a")); //@true GB1007
    }

    [Test]
    public void Read_ManyChecks()
    {
        Must.MultipleAsync(async () => Must.That(await _feed.ReadAsync(new Uri("http://a/")), Is.EqualTo("a"))); //@true GB1007
    }

    [Test]
    public async void Read_Later() //@true GB1007
    {
        Must.That(await _feed.ReadAsync(new Uri("http://a/")), Is.EqualTo("a"));
    }

    // NUnit's ThrowsAsync waits by itself and gives the exception.
    [Test]
    public void Read_Null_Throws()
    {
        Must.ThrowsAsync<ArgumentNullException>(() => _feed.ReadAsync(null)); //@near GB1007
    }

    [Test]
    public void Read_Null_ThrowsByConstraint()
    {
        Must.That(async () => await _feed.ReadAsync(null), Throws.ArgumentNullException); //@near GB1007
    }

    [Test]
    public void Read_DoesNotThrow() => Must.DoesNotThrowAsync(async () => await _feed.ReadAsync(new Uri("http://a/"))); //@near GB1007

    [Test]
    public void Read_ManyChecksAtOnce() => Must.Multiple(async () => //@near GB1007
    {
        var host = await _feed.ReadAsync(new Uri("http://a/"));
        Must.That(host, Is.EqualTo("a"));
    });

    [Test]
    [Explicit("needs the network")]
    public async void Read_ByHand() //@near GB1007
    {
        Must.That(await _feed.ReadAsync(new Uri("http://a/")), Is.EqualTo("a"));
    }
}
