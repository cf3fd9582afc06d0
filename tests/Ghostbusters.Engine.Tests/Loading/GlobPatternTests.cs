using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Tests.Loading;

public class GlobPatternTests
{
    private static readonly Arbitrary<string> Paths =
        Gen.Elements("a", "b", "ab", "A").ArrayOf().Where(static parts => parts.Length is > 0 and < 6).Select(static parts => string.Join('/', parts)).ToArbitrary();

    private static readonly Arbitrary<string> Patterns =
        Gen.Elements("a", "?", "*", "**", "a*", "*b").ArrayOf().Where(static parts => parts.Length is > 0 and < 6).Select(static parts => string.Join('/', parts)).ToArbitrary();

    [Theory]
    [InlineData("**/*.cs", "a.cs", true)]
    [InlineData("**/*.cs", "x/y/a.cs", true)]
    [InlineData("*.cs", "x/a.cs", false)]
    [InlineData(@"x\**\a?.cs", "x/y/z/ab.cs", true)]
    [InlineData("x/**/y/*.cs", "x/y/a.cs", true)]
    [InlineData("x/**/y/*.cs", "x/z/a.cs", false)]
    [InlineData("obj//**", "obj/a/b.cs", true)]
    [InlineData("**/.*/**", "a/.git/b.cs", true)]
    [InlineData("X/A.CS", "x/a.cs", true)]
    [InlineData("obj/**", "obj", false)]
    public void Matches(string pattern, string path, bool expected) => Assert.Equal(expected, GlobPattern.Create("", pattern)!.IsMatch(path));

    [Fact]
    public void APatternAboveItsFolder_IsSeenFromThere()
    {
        Assert.True(GlobPattern.Create("src/A", "../Shared/*.cs")!.IsMatch("src/Shared/x.cs"));
        Assert.Null(GlobPattern.Create("src", "../../*.cs"));
    }

    [Fact]
    public void AgreesWithADirectDefinition() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Patterns, Paths, static (pattern, path) =>
        GlobPattern.Create("", pattern)!.IsMatch(path) == Defined((pattern.EndsWith("**", StringComparison.Ordinal) ? pattern + "/*" : pattern).Split('/'), path.Split('/'))));

    [Fact]
    public void ManyStars_TakeNoLongTime() =>
        Assert.False(GlobPattern.Create("", string.Concat(Enumerable.Repeat("*a", 200)) + "*c")!.IsMatch(new string('a', 5000)));

    private static bool Defined(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty) return path.IsEmpty;
        if (pattern[0] == "**") return Defined(pattern[1..], path) || (!path.IsEmpty && Defined(pattern, path[1..]));
        return !path.IsEmpty && Part(pattern[0], path[0]) && Defined(pattern[1..], path[1..]);
    }

    private static bool Part(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty) return text.IsEmpty;
        if (pattern[0] == '*') return Part(pattern[1..], text) || (!text.IsEmpty && Part(pattern, text[1..]));
        return !text.IsEmpty && (pattern[0] == '?' || char.ToUpperInvariant(pattern[0]) == char.ToUpperInvariant(text[0])) && Part(pattern[1..], text[1..]);
    }
}
