using Xunit;

namespace Corpus.GB1005.Inline;

public sealed class Grammar(string rules)
{
    public static Grammar Parse(string rules) => new(rules.Trim());

    public bool Accepts(string text) => text.Length <= rules.Length;

    public int Depth(string text, Func<char, bool> isOpen) => text.Count(isOpen);

    public static string Describe(Grammar grammar) => grammar.Accepts("") ? "empty" : "full";
}

public class GrammarTests
{
    private static int DepthOf(string text) => Grammar.Parse("()").Depth(text, static c => c == '(');

    private static Grammar Sample() => Grammar.Parse("()");

    [Fact]
    public void Depth_OfTwo() => Assert.Equal(DepthOf("(())"), DepthOf("(())")); //@true GB1005

    [Fact]
    public void Accepts_EachOfThem() => Assert.Equal(Grammar.Parse("()").Accepts("x"), Grammar.Parse("()").Accepts("x")); //@true GB1005

    [Fact]
    public void Description_ChangesWithTheRules() => Assert.Equal(Grammar.Describe(Grammar.Parse("a")), Grammar.Describe(Grammar.Parse("a"))); //@true GB1005

    [Fact]
    public void Depth_ByAFunction()
    {
        var grammar = Sample();
        Assert.Equal(grammar.Depth("((", static c => c == '('), grammar.Depth("((", static c => c == '(')); //@true GB1005
    }

    [Fact]
    public void Depth_IsDeterministic() => Assert.Equal(DepthOf("(())"), DepthOf("(())")); //@near GB1005

    [Fact]
    public void Depth_OfTwo_IsWrittenDown() => Assert.Equal(2, DepthOf("(())")); //@near GB1005

    // Other rules, other answers.
    [Fact]
    public void Accepts_Alike() => Assert.Equal(Grammar.Parse("()").Accepts("x"), Grammar.Parse("[]").Accepts("x")); //@near GB1005

    [Fact]
    public void Depth_ByOtherFunctions()
    {
        var grammar = Sample();
        Assert.Equal(grammar.Depth("()", static c => c == '('), grammar.Depth("()", static c => c == ')')); //@near GB1005
    }

    // Two instances: whether they are one is what it asks.
    [Fact]
    public void Sample_Grows() => Assert.Equal(Sample(), Sample()); //@near GB1005
}
