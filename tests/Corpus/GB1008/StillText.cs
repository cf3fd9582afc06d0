using Xunit;

namespace Corpus.StillText;

public static class Path2
{
    public static string Join(string a, string b) => a + "/" + b;
}

public interface IJoins
{
    void Joins_AsPromised();
}

public class PathTests : IJoins, IDisposable
{
    // Every [Fact] here joins two parts; a [Theory] would hide which. //@near GB1008
    [Fact]
    public void Joins() => Assert.Equal("a/b", Path2.Join("a", "b"));

    // [Fact] //@near GB1008
    // public void Joins_Two() => Assert.Equal("a\\b", Path2.Join("a", "b"));
    [Fact]
    public void Joins_Two() => Assert.Equal("a/b", Path2.Join("a", "b"));

    // var joined = Path2.Join("a", "b"); //@near GB1008
    // Assert.Equal("a/b", joined);

    // Waits for https://example.org/issues/77, as the drive letter gets lost.
    // [Fact] //@near GB1008
    // public void Joins_Drives() => Assert.Equal("c:/b", Path2.Join("c:", "b"));

    // Disabled until the runner has a network share.
    // [Fact] //@near GB1008
    // public void Joins_Shares() => Assert.Equal("//s/b", Path2.Join("//s", "b"));

    //[Fact] //@near GB1008
    //[Ignore("https://example.org/issues/78")]
    //public void Joins_Links() => Assert.Equal("a/b", Path2.Join("a", "b"));

#if false //@near GB1008
    [Fact]
    public void BenchmarkJoin() => Assert.Equal("a/b", Path2.Join("a", "b"));
#endif

    //[Theory] //@near GB1008
    [Fact]
    public void Joins_Once() => Assert.Equal("a/b", Path2.Join("a", "b"));

    [Theory]
    [InlineData("a", "b")]
    // [InlineData("a", "")] //@near GB1008
    public void Joins_Any(string a, string b) => Assert.Equal(a + "/" + b, Path2.Join(a, b));

    /// <summary>
    /// A sample:
    /// <code>
    /// [Fact] //@near GB1008
    /// public void Sample() => Assert.True(true);
    /// </code>
    /// </summary>
    [Fact]
    public void Documented() => Assert.Equal("a/b", Path2.Join("a", "b"));

#if NET48 //@near GB1008
    [Fact]
    public void Joins_OnFramework() => Assert.Equal("a\\b", Path2.Join("a", "b"));
#endif

#if WINDOWS //@near GB1008
    [Fact]
    public void Joins_OnWindows() => Assert.Equal("a\\b", Path2.Join("a", "b"));
#endif

#if NET //@near GB1008
    [Fact]
    public void Joins_OnCore() => Assert.Equal("a/b", Path2.Join("a", "b"));
#else
    [Fact]
    public void Joins_OnOther() => Assert.Equal("a\\b", Path2.Join("a", "b"));
#endif

#if false // the file system of the phone has no separators //@near GB1008
    [Fact]
    public void Joins_OnPhone() => Assert.Equal("ab", Path2.Join("a", "b"));
#endif

#if false //@near GB1008
    private static string Helper(string a) => Path2.Join(a, a);
#endif

#if FEATURE_LINKS //@near GB1008
    [Fact]
    public void Joins_Links() => Assert.Equal("a/b", Path2.Join("a", "b"));
#endif

    public void Joins_AsPromised() => Assert.Equal("a/b", Path2.Join("a", "b")); //@near GB1008

    public void Dispose() => Assert.NotNull(Path2.Join("a", "b")); //@near GB1008

    public void Called_ByAnother() => Assert.Equal("a/b", Path2.Join("a", "b")); //@near GB1008

    [Fact]
    public void Calls_Another() => Called_ByAnother();

    public void Found_ByReflection() => Assert.Equal("a/b", Path2.Join("a", "b")); //@near GB1008

    [Fact]
    public void Reflects() => Assert.NotNull(typeof(PathTests).GetMethod("Found_ByReflection"));

    public static void Static_Check() => Assert.Equal("a/b", Path2.Join("a", "b")); //@near GB1008

    public void VerifyJoined() => Assert.Equal("a/b", Path2.Join("a", "b")); //@near GB1008

    public void Parts_Joined(string a) => Assert.StartsWith(a, Path2.Join(a, "b")); //@near GB1008

    public string Part_Joined() //@near GB1008
    {
        Assert.Equal("a/b", Path2.Join("a", "b"));
        return "a";
    }

    public void Warms_Up() => Path2.Join("a", "b"); //@near GB1008

    private void Joins_Private() => Assert.Equal("a/b", Path2.Join("a", "b")); //@near GB1008
}

public abstract class PathContract
{
    [Fact]
    public void Joins() => Assert.Equal("a/b", Path2.Join("a", "b"));

    [Fact]
    public void Joins_Again() => Assert.Equal("b/a", Path2.Join("b", "a"));

    public void Joins_InHeirs() => Assert.Equal("a/b", Path2.Join("a", "b")); //@near GB1008
}
