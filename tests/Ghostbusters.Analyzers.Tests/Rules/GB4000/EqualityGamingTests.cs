using Ghostbusters.Analyzers.Rules.GB4000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB4000;

public class EqualityGamingTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<EqualityGaming>($$"""
        public sealed class Money : IEquatable<Money>, IComparable<Money>
        {
            public Money(decimal amount) => Amount = amount;
            public decimal Amount { get; }
            {{members}}
        }
        """);

    private const string HonestEquals = "public bool Equals(Money? o) => o?.Amount == Amount; public override bool Equals(object? o) => Equals(o as Money); ";
    private const string HonestRest = "public int CompareTo(Money? o) => Amount.CompareTo(o?.Amount ?? 0); ";

    [Theory]
    [InlineData(HonestRest + "public override int GetHashCode() => Amount.GetHashCode(); public bool [|Equals|](Money? o) => true; public override bool Equals(object? o) => Equals(o as Money);")]
    [InlineData(HonestRest + "public override int GetHashCode() => Amount.GetHashCode(); public bool Equals(Money? o) => o?.Amount == Amount; public override bool [|Equals|](object? o) => o is Money;")]
    [InlineData(HonestEquals + HonestRest + "public override int [|GetHashCode|]() => 0;")]
    [InlineData(HonestEquals + "public override int GetHashCode() => Amount.GetHashCode(); public int [|CompareTo|](Money? o) => 0;")]
    [InlineData(HonestEquals + HonestRest + "public override int GetHashCode() => Amount.GetHashCode(); public static bool operator [|==|](Money a, Money b) => true; public static bool operator !=(Money a, Money b) => !(a == b);")]
    public Task LooksAtNothing_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData(HonestEquals + HonestRest + "public override int GetHashCode() => Amount.GetHashCode();")]
    [InlineData(HonestEquals + HonestRest + "public override int GetHashCode() => /* one bucket */ 0;")]
    [InlineData(HonestEquals + HonestRest + "public override int GetHashCode() => throw new NotSupportedException();")]
    [InlineData(HonestEquals + "public override int GetHashCode() => Amount.GetHashCode(); /// <summary>Never ordered.</summary>\npublic int CompareTo(Money? o) => 0;")]
    [InlineData(HonestRest + "public override int GetHashCode() => Amount.GetHashCode(); public bool Equals(Money? o) => ReferenceEquals(o, this); public override bool Equals(object? o) => base.Equals(o);")]
    public Task LooksOrSaysWhy_DoesNotTrigger(string members) => Verify(members);

    [Fact]
    public async Task Message_NamesMemberSubjectAndAnswer()
    {
        var found = await RuleTest.VerifyAsync<EqualityGaming>("class ByName : IComparer<string> { public int [|Compare|](string? a, string? b) => 0; }");
        Assert.Equal(
            "'Compare' says which of two 'string' comes first, but it answers 0 and looks at nothing that they hold. Order by what they hold, or say in its docs why all are the same.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<EqualityGaming>("class C : IComparer<X> { int _n; public int Compare(X a, => 0; public override bool Equals(object o) { return; } }");
}
