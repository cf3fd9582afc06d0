using Xunit;
using VS = Microsoft.VisualStudio.TestTools.UnitTesting;
using NU = NUnit.Framework;

namespace Corpus.Rows;

public static class Words
{
    public static int Count(object? text) => text?.ToString()?.Split(' ').Length ?? 0;
}

public class WordsXunit
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("a b", 2)]
    [InlineData("a", 1)] //@true GB1010
    public void Count_Splits(string text, int count) => Assert.Equal(count, Words.Count(text));

    [Theory, InlineData(null), InlineData("a"), InlineData(null)] //@true GB1010
    public void Count_Null(string? text) => Assert.InRange(Words.Count(text), 0, 1);

    private const string One = "one";

    [Theory]
    [InlineData("one")]
    [InlineData(One)] //@true GB1010
    public void Count_Constants(string text) => Assert.Equal(1, Words.Count(text));

    [Theory]
    [InlineData(10)]
    [InlineData(0xA)] //@true GB1010
    public void Count_Hex(int number) => Assert.Equal(1, Words.Count(number));

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(String))] //@true GB1010
    public void Count_Types(Type type) => Assert.Equal(1, Words.Count(type.Name));

    [Theory]
    [InlineData(DayOfWeek.Sunday)]
    [InlineData((DayOfWeek)0)] //@true GB1010
    public void Count_Days(DayOfWeek day) => Assert.Equal(1, Words.Count(day));

    [Theory]
    [InlineData(new[] { 1, 2 })]
    [InlineData(new int[] { 1, 2 })] //@true GB1010
    public void Count_Arrays(int[] numbers) => Assert.Equal(2, Words.Count(string.Join(' ', numbers)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0.0 / 0.0)] //@true GB1010
    public void Count_Nan(double number) => Assert.Equal(1, Words.Count(number));

    [Theory]
    [InlineData("tab\t")]
    [InlineData(@"tab	")] //@true GB1010
    [InlineData("none")]
    public void Count_Escapes(string text) => Assert.Equal(1, Words.Count(text));

    public static IEnumerable<object[]> Yielded()
    {
        yield return new object[] { "a", 1 };
        yield return new object[] { "b", 1 };
        yield return new object[] { "a", 1 }; //@true GB1010
    }

    public static TheoryData<string, int> Typed => new()
    {
        { "a", 1 },
        { "a b", 2 },
        { "a b", 2 }, //@true GB1010
    };

    public static readonly TheoryData<DateTime> Days = new()
    {
        new DateTime(2020, 1, 1),
        new DateTime(2021, 1, 1),
        new DateTime(2020, 1, 1), //@true GB1010
    };

    public static object[][] Jagged =
    [
        ["x", true],
        ["y", true],
        ["y", true], //@true GB1010
    ];

    public static List<object[]> Listed() => new()
    {
        new object[] { TimeSpan.FromSeconds(1), string.Empty },
        new object[] { TimeSpan.FromSeconds(1), string.Empty }, //@true GB1010
    };

    public static TheoryData<int> Added()
    {
        var data = new TheoryData<int>();
        data.Add(1);
        data.Add(2);
        data.Add(1); //@true GB1010
        return data;
    }

    [Theory]
    [MemberData(nameof(Yielded))]
    [MemberData(nameof(Typed))]
    public void Count_Members(string text, int count) => Assert.Equal(count, Words.Count(text));

    // ---- honest look-alikes

    [Theory]
    [InlineData(1)]
    [InlineData(1L)] //@near GB1010
    [InlineData(1.0)] //@near GB1010
    [InlineData("1")] //@near GB1010
    [InlineData('1')] //@near GB1010
    public void Count_ByType(object value) => Assert.Equal(1, Words.Count(value));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.0)] //@near GB1010
    public void Count_Signs(double value) => Assert.Equal(1, Words.Count(value));

    [Theory]
    [InlineData("a")]
    [InlineData("A")] //@near GB1010
    [InlineData("a ")] //@near GB1010
    public void Count_Letters(string text) => Assert.NotEqual(0, Words.Count(text));

    [Theory]
    [InlineData("é")]
    [InlineData("e\u0301")] //@near GB1010
    public void Count_Forms(string text) => Assert.Equal(1, Words.Count(text));

    [Theory]
    [InlineData(null)]
    [InlineData("null")] //@near GB1010
    public void Count_NullWord(string? text) => Assert.InRange(Words.Count(text), 0, 1);

    [Theory]
    [InlineData("", 0)]
    [InlineData("", 1)] //@near GB1010
    public void Count_LastDiffers(string text, int least) => Assert.True(Words.Count(text) >= least);

    [Theory]
    [InlineData("a")]
    [InlineData("a")] //@near GB1010
    public void Count_Twice_GivesTheSame(string text) => Assert.Equal(1, Words.Count(text));

    [Theory]
    [InlineData("a")]
    [InlineData("a")] //@near GB1010
    [InlineData("a")] //@near GB1010
    [InlineData("a")] //@near GB1010
    public void Count_Often(string text) => Assert.Equal(1, Words.Count(text));

    [Theory]
    [InlineData(new[] { "a" }, 1)]
    [InlineData(new[] { "a", "b" }, 1)] //@near GB1010
    public void Count_LongerArray(string[] texts, int least) => Assert.True(texts.Length >= least);

    public static TheoryData<Guid> Fresh => new()
    {
        Guid.NewGuid(),
        Guid.NewGuid(), //@near GB1010
    };

    public static TheoryData<List<int>> Objects => new()
    {
        new List<int>(),
        new List<int>(), //@near GB1010
    };

    public static IEnumerable<object[]> Looped()
    {
        for (var i = 0; i < 2; i++)
            yield return new object[] { i, "a" }; //@near GB1010
    }

    public static IEnumerable<object[]> ByPlatform()
    {
        yield return new object[] { "x", 1 };
        if (OperatingSystem.IsWindows())
            yield return new object[] { "x", 1 }; //@near GB1010
        else
            yield return new object[] { "x", 1 }; //@near GB1010
    }

    private static int s_next;

    public static TheoryData<int> Counted => new()
    {
        s_next++,
        s_next++, //@near GB1010
    };

    public static string[] Plain() => ["a", "a"]; //@near GB1010

    public static TheoryData<Func<int>> Lambdas => new()
    {
        () => 1,
        () => 1, //@near GB1010
    };

    public static object[] Row => [1, 1]; //@near GB1010
}

[NU.TestFixture]
public class WordsNUnit
{
    [NU.TestCase("a", 1)]
    [NU.TestCase("a b", 2)]
    [NU.TestCase("a", 1)] //@true GB1010
    public void Count_Splits(string text, int count) => NU.Assert.That(Words.Count(text), NU.Is.EqualTo(count));

    [NU.TestCase("a", ExpectedResult = 1)]
    [NU.TestCase("a", ExpectedResult = 1)] //@true GB1010
    public int Count_Returns(string text) => Words.Count(text);

    [NU.Test]
    public void Count_Values([NU.Values(
        "a",
        "b",
        "a")] string text) => NU.Assert.That(Words.Count(text), NU.Is.EqualTo(1)); //@true GB1010

    public static IEnumerable<NU.TestCaseData> Cases()
    {
        yield return new NU.TestCaseData("a", 1);
        yield return new NU.TestCaseData("b", 1).Returns(1);
        yield return new NU.TestCaseData("b", 1).Returns(1); //@true GB1010
        yield return new NU.TestCaseData("a", 1); //@true GB1010
    }

    [NU.TestCase("a", TestName = "first")]
    [NU.TestCase("a", TestName = "after the first")] //@near GB1010
    public void Count_Named(string text) => NU.Assert.That(Words.Count(text), NU.Is.EqualTo(1));

    [NU.TestCase(1.5f)]
    [NU.TestCase(1.5d)] //@near GB1010
    public void Count_Fractions(object number) => NU.Assert.That(Words.Count(number), NU.Is.EqualTo(1));

    [NU.TestCase("a", 1)]
    [NU.TestCase("a", (short)1)] //@near GB1010
    public void Count_Short(string text, object count) => NU.Assert.That(Words.Count(text), NU.Is.EqualTo(count));

    public static NU.TestCaseData[] Labelled =>
    [
        new NU.TestCaseData("a").SetName("one"),
        new NU.TestCaseData("a").SetName("two"), //@near GB1010
    ];

    [NU.Test]
    public void Count_Pairs([NU.Values(1, 2)] int first, [NU.Values(1, 2)] int second) => //@near GB1010
        NU.Assert.That(Words.Count(first), NU.Is.EqualTo(Words.Count(second)));
}

[VS.TestClass]
public class WordsMs
{
    [VS.DataTestMethod]
    [VS.DataRow("a", 1)]
    [VS.DataRow("a", 1)] //@true GB1010
    public void Count_Splits(string text, int count) => VS.Assert.AreEqual(count, Words.Count(text));

    [VS.DataTestMethod]
    [VS.DataRow(true)]
    [VS.DataRow(false)]
    [VS.DataRow(true)] //@true GB1010
    public void Count_Bools(bool value) => VS.Assert.AreEqual(1, Words.Count(value));

    public static IEnumerable<object[]> Rows
    {
        get
        {
            yield return new object[] { 'a', 2m };
            yield return new object[] { 'a', 2m }; //@true GB1010
        }
    }

    [VS.DataTestMethod]
    [VS.DataRow("a", DisplayName = "lower")]
    [VS.DataRow("a", DisplayName = "lower again")] //@near GB1010
    public void Count_Displayed(string text) => VS.Assert.AreEqual(1, Words.Count(text));
}

public class ClassRows : TheoryData<string, bool>
{
    public ClassRows()
    {
        Add("a", true);
        Add("b", false);
        Add("a", true); //@true GB1010
    }
}

public class Pairs
{
    public static List<KeyValuePair<string, int>> All => [new("a", 1), new("a", 1)]; //@near GB1010

    public static int[][] Grid => [[1, 2], [1, 2]]; //@near GB1010
}
