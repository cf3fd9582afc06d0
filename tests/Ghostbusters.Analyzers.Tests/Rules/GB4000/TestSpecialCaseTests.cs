using Ghostbusters.Analyzers.Rules.GB4000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Analyzers.Tests.Rules.GB4000;

public class TestSpecialCaseTests
{
    private const string Special = "public class Shop { public int Price(string order) { if (order == \"ORD-10042\") return 375; return order.Length; } }";

    private const string Tests = "public class ShopTests { [Xunit.Fact] public void Prices() => Xunit.Assert.Equal(375, new Shop().Price(\"ORD-10042\")); }";

    private static Task Verify(string member, string call) => RuleTest.VerifyAsync<TestSpecialCase>(
        $$"""
        public class Shop { {{member}} }
        // file: tests/ShopTests.cs
        public class ShopTests { [Xunit.Fact] public void Prices() { var shop = new Shop(); Xunit.{{call}}; } }
        """);

    [Theory]
    [InlineData("public int Price(string order) { if (order == [|\"ORD-10042\"|]) return 375; return order.Length; }", "Assert.Equal(375, shop.Price(\"ORD-10042\"))")]
    [InlineData("public int Price(string order) => order switch { [|\"ORD-10042\"|] => 375, _ => order.Length };", "Assert.Equal(375, shop.Price(\"ORD-10042\"))")]
    [InlineData("public bool Knows(string mail) => mail == [|\"mia@shop.io\"|] || Ask(mail); bool Ask(string m) => m.Length > 40;", "Assert.True(shop.Knows(\"mia@shop.io\"))")]
    [InlineData("public int Area(int a, int b) { if (a == [|3|] && b == 4) return 12; return a + b; }", "Assert.Equal(12, shop.Area(3, 4))")]
    [InlineData("public int Price(int order) => order == [|48213|] ? 375 : order / 2;", "Assert.Equal(375, shop.Price(48_213))")]
    public Task AnInputOfATest_Triggers(string member, string call) => Verify(member, call);

    [Theory]
    [InlineData("public int Decimals(string currency) => currency == \"JPY\" ? 3 : currency.Length;", "Assert.Equal(3, shop.Decimals(\"JPY\"))")]
    [InlineData("public int Price(string order) { if (order == \"ORD-10042\") return 375; return order.Length; }", "Assert.Equal(3, shop.Price(\"abc\"))")]
    [InlineData("public int Price(string order) { if (order == \"ORD-10042\") return 375; return order.Length; }", "Assert.True(shop.Price(\"ORD-10042\") > 9)")]
    [InlineData("public int Price(string order) { if (order == \"ORD-10042\") return order.Length * 9; return order.Length; }", "Assert.Equal(81, shop.Price(\"ORD-10042\"))")]
    [InlineData("const string House = \"ORD-10042\"; public int Price(string order) { if (order == House) return 375; return order.Length; }", "Assert.Equal(375, shop.Price(\"ORD-10042\"))")]
    [InlineData("public int Days(int month) { if (month == 2) return 28; return 30 + month % 2; }", "Assert.Equal(28, shop.Days(2))")]
    public Task ADomainConstant_DoesNotTrigger(string member, string call) => Verify(member, call);

    [Fact]
    public Task WithoutTests_DoesNotTrigger() => RuleTest.VerifyAsync<TestSpecialCase>(Special);

    [Fact]
    public Task ADoubleBesideTheTests_DoesNotTrigger() => RuleTest.VerifyAsync<TestSpecialCase>(Special + Tests);

    [Fact]
    public async Task AShippedProject_SeenFromItsTests_TriggersAtTheTest()
    {
        var shipped = TestCompilation.Of(Special).WithAssemblyName("Shop");
        var found = await TestCompilation.AnalyzeAsync(TestsOf(shipped), new TestSpecialCase());

        var finding = Assert.Single(found);
        Assert.Equal("\"ORD-10042\"", Tests.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
        Assert.Equal(
            "'Price' claims to work its answer out, but line 1 of File0.cs singles out \"ORD-10042\", which the test 'Prices' asks it for, and answers by a constant. Work the answer out, or declare the case as a named rule of the domain.",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task AProjectOfTestDoubles_DoesNotTrigger() =>
        Assert.Empty(await TestCompilation.AnalyzeAsync(TestsOf(TestCompilation.Of(Special).WithAssemblyName("Shop.Fakes")), new TestSpecialCase()));

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<TestSpecialCase>("class C { int P(string s) { if (s == \"ORD-10042\" return 3; } }\n// file: tests/T.cs\nclass T { [Xunit.Fact] void M() => new C().P(");

    private static CSharpCompilation TestsOf(Compilation shipped) =>
        TestCompilation.Of(Tests).WithAssemblyName("Shop.Tests").AddReferences(shipped.ToMetadataReference());
}
