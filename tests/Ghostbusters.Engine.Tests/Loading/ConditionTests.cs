using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Tests.Loading;

public class ConditionTests
{
    private static readonly Arbitrary<string> Rubbish =
        Gen.Elements("'", "$(A)", "$(", ")", "(", "!", "==", "!=", " and ", " or ", "<", ">=", "Exists(", "x", "1.2", "[MSBuild]::", ",", "\"", "%41", "@(B)", " ")
            .ArrayOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("", true)]
    [InlineData("'$(A)' == 'VALUE'", true)]
    [InlineData("'$(A)' != 'value'", false)]
    [InlineData("$(A) == value", true)]
    [InlineData("'$(None)' == ''", true)]
    [InlineData("true and !(false or 'a' == 'b')", true)]
    [InlineData("'a' == 'a' And 'b' == 'c' Or true", true)]
    [InlineData("2 < 10", true)]
    [InlineData("'10.0' >= '9.0'", true)]
    [InlineData("'8.0.100' > '10.0.0'", false)]
    [InlineData("'0x1' == 'true'", false)]
    [InlineData("Exists('here.props') and !Exists('gone.props')", true)]
    [InlineData("HasTrailingSlash('a/')", true)]
    [InlineData("$(A.StartsWith('val'))", true)]
    [InlineData("'$(A.ToUpper())' == 'VALUE' and $(A.Length) == 5", true)]
    [InlineData("$([MSBuild]::IsTargetFrameworkCompatible('net10.0', 'netstandard2.0'))", true)]
    [InlineData("$([MSBuild]::IsTargetFrameworkCompatible('net472', 'net8.0'))", false)]
    [InlineData("'$([MSBuild]::GetTargetFrameworkIdentifier('net48'))' == '.NETFramework'", true)]
    [InlineData("$([MSBuild]::VersionGreaterThanOrEquals('10.0', '8'))", true)]
    public void Holds(string condition, bool expected) => Assert.Equal(expected, Evaluate(condition));

    [Theory]
    [InlineData("'a' ==")]
    [InlineData("'a' == 'b")]
    [InlineData("Frobnicate('x')")]
    [InlineData("maybe")]
    [InlineData("true )")]
    [InlineData("'a' < 'b'")]
    public void WhatIsNotUnderstood_IsNeitherTrueNorFalse(string condition) => Assert.Null(Evaluate(condition));

    [Fact]
    public void Rubbish_NeverThrows() => Check.QuickThrowOnFailure(Prop.ForAll(Rubbish, static text =>
    {
        Evaluate(text);
        return true;
    }));

    [Fact]
    public void AnyText_NeverThrows() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), static text =>
    {
        Evaluate(text);
        return true;
    }));

    [Fact]
    public void DeepNesting_IsNotUnderstoodRatherThanFatal()
    {
        Assert.Null(Evaluate(new string('(', 100_000) + "true" + new string(')', 100_000)));
        Assert.Null(Evaluate(new string('!', 100_000) + "true"));
    }

    private static bool? Evaluate(string? condition)
    {
        var expansion = new Expansion(static name => name.Equals("A", StringComparison.OrdinalIgnoreCase) ? "value" : "", new PropertyFunctions(new TreeIndex(new MemoryTree([("x", "")]))));
        return Condition.Evaluate(condition, expansion.Expand, static path => path == "here.props");
    }
}
