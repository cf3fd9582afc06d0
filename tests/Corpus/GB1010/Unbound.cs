//@broken
using Xunit;

namespace Corpus.GB1010.Unbound;

public class StoreTests
{
    [Theory]
    [InlineData(StoreKind.Json)]
    [InlineData(StoreKind.Hash)] //@near GB1010
    public void Saves(StoreKind kind)
    {
        Assert.NotEqual("", kind.ToString());
    }
}
