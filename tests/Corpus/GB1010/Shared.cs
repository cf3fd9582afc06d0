using NUnit.Framework;

namespace Corpus.GB1010.Shared;

public class RangeTests
{
    private static readonly object[][] Ranges = [["[1,2]", 2, true], ["(1,2)", 0, false]];

    [TestCaseSource(nameof(Ranges))]
    public void Counts(string text, int count, bool isClosed)
    {
        Assert.That(text.Count(char.IsDigit) - (isClosed ? 0 : 2), Is.EqualTo(count));
    }

    [TestCaseSource(nameof(Ranges))]
    public void Starts(string text, int count, bool isClosed) //@near GB1010
    {
        Assert.That(text[0] == '[', Is.EqualTo(isClosed));
    }
}
