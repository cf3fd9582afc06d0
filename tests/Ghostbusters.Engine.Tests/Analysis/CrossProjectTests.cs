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
}
