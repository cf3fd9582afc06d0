using Ghostbusters.Analyzers.Rules.GB2000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB2000;

public class DeadFeatureTests
{
    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Verify(string start, string members, string more = "") =>
        RuleTest.VerifyAsync<DeadFeature>($"{start}\npublic sealed class Shop {{ {members}\n}}\n{more}");

    private const string Offered = "\n/// <summary>Exports the orders.</summary>\n";

    [Theory]
    [InlineData("public string [|Export|](char c) => c + \"\";")]
    [InlineData("public int [|Export|](int n) => n == 0 ? 0 : Export(n - 1);")]
    [InlineData("public static string [|Export|]<T>(T order) => order + \"\";")]
    [InlineData("public async Task [|Export|](int n) => await Task.Delay(n);")]
    public Task NobodyCallsIt_Triggers(string member) => Verify("Console.WriteLine(new Shop());", Offered + member);

    [Theory]
    [InlineData("// Export")]
    [InlineData("/// <see cref=\"Export\"/>\npublic int Count => 1;")]
    [InlineData("private int Export2(char c) => Export(c).Length;")]
    [InlineData("private sealed class Inner { public string Call(Shop shop) => shop.Export('c'); }")]
    public Task WhatMentionsIt_IsNoCallOrNotReached_Triggers(string more) =>
        Verify("Console.WriteLine(new Shop());", Offered + "public string [|Export|](char c) => c + \"\";\n" + more);

    [Fact]
    public Task AClassThatNobodyMakes_IsOneFinding_Triggers() => RuleTest.VerifyAsync<DeadFeature>(
        "Console.WriteLine();\n/// <summary>Exports the orders.</summary>\npublic class [|Exporter|] { /// <summary>To a file.</summary>\n public void Write(string path) => File.Create(path); }");

    [Fact]
    public Task OnlyTestsCallIt_Triggers() => Verify(
        "Console.WriteLine(new Shop());", Offered + "public string [|Export|](char c) => c + \"\";", "// file: tests/ShopTests.cs\nclass ShopTests { void Export() => new Shop().Export('c'); }");

    [Fact]
    public Task ADocumentCallsItDone_Triggers() => Verify("Console.WriteLine(new Shop());", "public string [|ExportOrders|](char c) => c + \"\";", "// file: README.md\n- [x] Export orders");

    [Theory]
    [InlineData("new Shop().Export('c');")]
    [InlineData("Func<char, string> export = new Shop().Export;")]
    [InlineData("Console.WriteLine(nameof(Shop.Export));")]
    [InlineData("Console.WriteLine(new Shop() + \"shop/Export\");")]
    [InlineData("Console.WriteLine(typeof(Shop).GetMethods().Length);")]
    [InlineData("System.Reflection.Assembly.LoadFrom(\"plugin.dll\");")]
    [InlineData("Console.WriteLine(System.Runtime.InteropServices.Marshal.SizeOf(typeof(Shop)));")]
    [InlineData("#if PRO\nnew Shop().Export('c');\n#endif\nConsole.WriteLine(new Shop());")]
    public Task SomethingMayCallIt_DoesNotTrigger(string start) => Verify(start, Offered + "public string Export(char c) => c + \"\";");

    [Theory]
    [InlineData("public string Export(char c) => c + \"\";")]
    [InlineData(Offered + "internal string Export(char c) => c + \"\";")]
    [InlineData(Offered + "public string Export { get; set; } = \"\";")]
    [InlineData(Offered + "public override string ToString() => \"\";")]
    [InlineData(Offered + "public IEnumerator<int> GetEnumerator() { yield return 1; }")]
    [InlineData(Offered + "public static Shop operator +(Shop a, Shop b) => a;")]
    [InlineData(Offered + "[Obsolete] public string Export(char c) => c + \"\";")]
    [InlineData(Offered + "public void Export(object? sender, EventArgs e) => Console.WriteLine(e);")]
    [InlineData("/// <summary>Used by tests.</summary>\npublic string Export(char c) => c + \"\";")]
    [InlineData("/// <inheritdoc/>\npublic string Export(char c) => c + \"\";")]
    public Task NoOfferOrFoundByOthers_DoesNotTrigger(string member) => Verify("Console.WriteLine(new Shop());", member);

    [Theory]
    [InlineData("public sealed class Shop { /// <summary>Exports the orders.</summary>\n public string Export(char c) => c + \"\"; }")]
    [InlineData("/// <summary>Exports the orders.</summary>\npublic sealed class Exporter { public string Export(char c) => c + \"\"; }")]
    public Task ALibrary_DoesNotTrigger(string code) => RuleTest.VerifyAsync<DeadFeature>(code);

    [Fact]
    public async Task Message_NamesOfferAndStart()
    {
        var found = await Verify("Console.WriteLine(new Shop());", Offered + "public string [|Export|](char c) => c + \"\";");
        Assert.Equal(
            "'Export' is offered by its documentation ('Exports the orders'), but no way from where the program starts (File0.cs) leads to it, so nobody gets what is offered. Call it where it belongs, or remove it with the claim.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<DeadFeature>("Console.WriteLine(; class { public void ( => typeof(; }");
}
