using Xunit;

namespace Corpus.GB1008.Reasons;

public class ParserTests
{
    [Fact]
    public void Parses() => Assert.Equal(5, int.Parse("5"));

    /* The parser no longer keeps the trivia.
    [Fact] //@near GB1008
    public void KeepsTrivia()
    {
        Assert.Equal(" 5", Text(" 5"));
    }
    */

    //[Fact] //@near GB1008
    // To be uncommented when the reader understands signs of other cultures.
    //public void ReadsSigns()
    //{
    //    Assert.Equal(-5, int.Parse("5-"));
    //}
}
