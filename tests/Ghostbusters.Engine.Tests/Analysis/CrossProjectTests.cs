using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Tests.Analysis;

/// <summary>Rules whose claim and evidence lie in two projects see both through the engine.</summary>
public class CrossProjectTests
{
    private const string Shop = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";
    private const string Tests = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../Shop/Shop.csproj" /></ItemGroup></Project>""";

    [Fact]
    public async Task ABranchThatKnowsAnInputOfTheTests_IsFoundAtTheTest()
    {
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest
        {
            Tree = new MemoryTree(
            [
                ("Shop/Shop.csproj", Shop),
                ("Shop/Fees.cs", "public class Fees { public int Fee(string order) { if (order == \"ORD-10042\") return 375; return order.Length; } }"),
                ("Shop.Tests/Shop.Tests.csproj", Tests),
                ("Shop.Tests/FeesTests.cs", "class FactAttribute : System.Attribute; class FeesTests { [Fact] public void Fee() { if (new Fees().Fee(\"ORD-10042\") != 375) throw new System.Exception(); } }"),
            ]),
            Rules = RuleSelection.Parse("GB4003"),
            Today = new DateOnly(2026, 11, 21),
        });

        var finding = Assert.Single(result.Findings);
        Assert.Equal("Shop.Tests/FeesTests.cs", finding.Location.Path);
        Assert.Contains("line 1 of Fees.cs", finding.Message, StringComparison.Ordinal);
    }

    private const string App = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../Shop/Shop.csproj" /></ItemGroup></Project>""";
    private const string Package = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><PackageId>Shop</PackageId></PropertyGroup></Project>""";
    private const string Fees = "public class Fees { /// <summary>The fee of an order.</summary>\n public int Fee(string order) => order.Length; /// <summary>Exports all fees.</summary>\n public string Export(char c) => c + \"\"; }";

    [Theory]
    [InlineData("System.Console.WriteLine(new Fees().Fee(\"a\"));", new[] { "Shop/Fees.cs:3:Export" })]
    [InlineData("System.Console.WriteLine(new Fees().Fee(\"a\") + new Fees().Export(';'));", new string[0])]
    [InlineData("System.Console.WriteLine(typeof(Fees).GetMethods().Length);", new string[0])]
    public async Task WhatNoApplicationOfTheSolutionUses_IsFoundInTheLibrary(string program, string[] expected) =>
        Assert.Equal(expected, await DeadAsync(("Shop/Shop.csproj", Shop), ("Shop/Fees.cs", Fees), ("Till/Till.csproj", App), ("Till/Program.cs", program)));

    [Fact]
    public async Task APackage_MayBeUsedByAnybody() =>
        Assert.Empty(await DeadAsync(("Shop/Shop.csproj", Package), ("Shop/Fees.cs", Fees), ("Till/Till.csproj", App), ("Till/Program.cs", "System.Console.WriteLine(new Fees());")));

    [Fact]
    public async Task ALibraryThatOnlyTestsUse_IsLeftAlone() =>
        Assert.Empty(await DeadAsync(("Shop/Shop.csproj", Shop), ("Shop/Fees.cs", Fees), ("Shop.Tests/Shop.Tests.csproj", Tests), ("Shop.Tests/FeesTests.cs", "class FeesTests { int Fee() => new Fees().Fee(\"a\"); }")));

    [Fact]
    public async Task WhatMarkupMentions_IsReached() => Assert.Empty(await DeadAsync(
        ("Shop/Shop.csproj", Shop), ("Shop/Fees.cs", Fees), ("Till/Till.csproj", App), ("Till/Program.cs", "System.Console.WriteLine(new Fees().Fee(\"a\"));"), ("Till/Pages/Index.razor", "<p>@fees.Export(';')</p>")));

    private static async Task<IEnumerable<string>> DeadAsync(params (string, string)[] files)
    {
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = new MemoryTree(files), Rules = RuleSelection.Parse("GB2006"), Today = new DateOnly(2026, 11, 21) });
        return result.Findings.Select(static f => $"{f.Location.Path}:{f.Location.Range.StartLine}:{f.Message.Split('\'')[1]}");
    }
}
