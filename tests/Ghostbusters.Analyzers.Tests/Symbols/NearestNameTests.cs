using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Analyzers.Symbols;

namespace Ghostbusters.Analyzers.Tests.Symbols;

public class NearestNameTests
{
    private const int Far = 1000;

    private static readonly Arbitrary<string> Names =
        Gen.Elements("abcdAB_".ToCharArray()).ArrayOf().Where(static c => c.Length <= 12).Select(static c => new string(c)).ToArbitrary();

    [Fact]
    public void Distance_IsZeroOnlyForEqualTexts() => Check.QuickThrowOnFailure(Prop.ForAll(Names, Names,
        static (a, b) => NearestName.Distance(a, b, Far) == 0 == (a == b)));

    [Fact]
    public void Distance_IsSymmetric() => Check.QuickThrowOnFailure(Prop.ForAll(Names, Names,
        static (a, b) => NearestName.Distance(a, b, Far) == NearestName.Distance(b, a, Far)));

    [Fact]
    public void Distance_ObeysTheTriangle() => Check.QuickThrowOnFailure(Prop.ForAll(Names, Names, Names,
        static (a, b, c) => NearestName.Distance(a, c, Far) <= NearestName.Distance(a, b, Far) + NearestName.Distance(b, c, Far)));

    [Fact]
    public void Limit_CutsTheSameDistance() => Check.QuickThrowOnFailure(Prop.ForAll(Names, Names,
        static (a, b) => NearestName.Distance(a, b, 2) == Math.Min(3, NearestName.Distance(a, b, Far))));

    [Fact]
    public void OneSwap_IsOneEdit() => Check.QuickThrowOnFailure(Prop.ForAll(Names, Names,
        static (a, b) => NearestName.Distance($"{a}xy{b}", $"{a}yx{b}", Far) == 1));

    [Fact]
    public void Order_DoesNotMatter() => Check.QuickThrowOnFailure(Prop.ForAll(Names, Names.Generator.ArrayOf().ToArbitrary(),
        static (wanted, names) => NearestName.Of(wanted, names) == NearestName.Of(wanted, names.Reverse())));

    [Fact]
    public void TheAnswer_IsOneOfTheNames() => Check.QuickThrowOnFailure(Prop.ForAll(Names, Names.Generator.ArrayOf().ToArbitrary(),
        static (wanted, names) => NearestName.Of(wanted, names) is not { } found || names.Contains(found)));

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 2)]
    [InlineData("", "abc", 3)]
    [InlineData("Lenght", "Length", 1)]
    public void Distance_IsDamerauLevenshteins(string a, string b, int expected) => Assert.Equal(expected, NearestName.Distance(a, b, Far));

    [Theory]
    [InlineData("length", "Length")]
    [InlineData("Lenght", "Length")]
    [InlineData("ReadAllTextsAsync", "ReadAllTextAsync")]
    [InlineData("GetJsonFromAsync", "GetFromJsonAsync")]
    [InlineData("Frobnicate", null)]
    [InlineData("Add", null)]
    public void Of_FindsTheNearest(string wanted, string? expected) =>
        Assert.Equal(expected, NearestName.Of(wanted, ["Length", "ReadAllText", "ReadAllTextAsync", "GetFromJsonAsync", "Clear", "ToString"]));

    [Theory]
    [InlineData("GetHTTPJson", "get http json")]
    [InlineData("snake_case_name", "snake case name")]
    [InlineData("x", "x")]
    [InlineData("__", "")]
    public void Words_AreTheNames(string name, string expected) => Assert.Equal(expected, string.Join(' ', NearestName.Words(name)));
}
