using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class EntropyTests
{
    private const double Tolerance = 1e-9;

    private static readonly Arbitrary<string> Texts = Gen.Choose('a', 'h').Select(static c => (char)c).ArrayOf().Select(static c => new string(c)).ToArbitrary();

    [Theory]
    [InlineData("", 0)]
    [InlineData("aaaa", 0)]
    [InlineData("abab", 1)]
    [InlineData("abcd", 2)]
    [InlineData("aab", 0.9182958340544896)]
    public void KnownTexts(string text, double bits) => Assert.Equal(bits, Entropy.BitsPerCharacter(text), Tolerance);

    [Fact]
    public void LiesBetweenZeroAndTheLogarithmOfTheAlphabet() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, static text =>
        Entropy.BitsPerCharacter(text) >= -Tolerance && Entropy.BitsPerCharacter(text) <= Math.Log2(Math.Max(1, text.Distinct().Count())) + Tolerance));

    [Fact]
    public void OrderDoesNotMatter() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, static text =>
        Entropy.BitsPerCharacter(text) == Entropy.BitsPerCharacter(new string([.. text.Reverse()]))));

    [Fact]
    public void RepetitionDoesNotMatter() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, static text =>
        Math.Abs(Entropy.BitsPerCharacter(text + text) - Entropy.BitsPerCharacter(text)) < Tolerance));

    [Fact]
    public void ANewCharacterRaisesIt() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, static text =>
        text.Length == 0 || Entropy.BitsPerCharacter(text + new string('z', 1)) > 0));
}
