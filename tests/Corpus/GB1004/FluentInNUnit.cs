using FluentAssertions;
using NUnit.Framework;

namespace Corpus.GB1004.TrueNUnit;

public static class Slug
{
    public static string From(string title) => title.Trim().ToLowerInvariant().Replace(' ', '-');
}

[TestFixture]
public class FluentInNUnit
{
    [Test]
    public void From_LowersAndJoins()
    {
        try
        {
            Slug.From("A b").Should().Be("a-b"); //@true GB1004
        }
        catch (Exception e)
        {
            TestContext.WriteLine(e.Message);
        }
    }

    // NUnit records its own failures before it throws them: the catch hides nothing.
    [Test]
    public void From_Trims()
    {
        try
        {
            Assert.That(Slug.From(" a "), Is.EqualTo("a")); //@near GB1004
        }
        catch (Exception e)
        {
            TestContext.WriteLine(e.Message);
        }
    }

    [Test]
    public void From_CaughtByNUnitsOwnType()
    {
        try
        {
            Assert.That(Slug.From("A"), Is.EqualTo("a")); //@near GB1004
        }
        catch (AssertionException e)
        {
            TestContext.WriteLine(e.Message);
        }
    }
}
