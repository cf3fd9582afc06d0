using Ghostbusters.Engine;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Model;

namespace Ghostbusters.Mutation.Tests;

/// <summary>Real projects, really built, with real tests.</summary>
public sealed class MutationAnalysisTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-mutation-test-");

    [Fact]
    public async Task AMethodWhoseLossNoTestNotices_IsFound_AndNoOther()
    {
        Write(assertion: "Assert.Equal(5, calculator.Add(2, 3));");
        var before = Snapshot();

        var (result, counts) = await RunAsync();

        var finding = Assert.Single(result.Findings);
        Assert.Equal("GB1012", finding.RuleId);
        Assert.Equal("src/Shop/Calculator.cs", finding.Location.Path);
        Assert.Equal(14, finding.Location.Range.StartLine);
        Assert.Contains("'Remember' is run by 2 tests, but none notices when 'return;' stands in the place of its body.", finding.Message, StringComparison.Ordinal);
        // Add, SumAsync and Remember are run; Forget is not; Remember is not noticed.
        Assert.Equal(new MutationCounts(Found: 4, Covered: 3, Noticed: 2, PseudoTested: 1, Undecided: 0, Untried: 0, Mutants: 3), counts);
        Assert.Equal(AnalysisStatus.Complete, result.Status);
        Assert.Contains(result.Notices, static n => n.Reason.StartsWith("No test runs 1 of 4 methods", StringComparison.Ordinal));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task TestsThatFailAnyway_CanNoticeNothing_AndItSaysSo()
    {
        Write(assertion: "Assert.Equal(6, calculator.Add(2, 3));");
        var error = await Assert.ThrowsAsync<ConfigurationException>(RunAsync);
        Assert.Contains("do not pass as they are", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeWithoutTests_IsRefused()
    {
        Write("a.cs", "class A;");
        var error = await Assert.ThrowsAsync<ConfigurationException>(RunAsync);
        Assert.Contains("There are no tests", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<MutationResult> RunAsync() => MutationAnalysis.RunAsync(new MutationRequest { Tree = new FolderTree(_folder.FullName) }, TimeProvider.System, CancellationToken.None);

    private void Write(string assertion)
    {
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("src/Shop/Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>");
        Write("src/Shop/Calculator.cs", """
            namespace Shop;

            public class Calculator
            {
                private readonly List<int> _memory = [];

                public int Add(int a, int b)
                {
                    var sum = a + b;
                    Remember(sum);
                    return sum;
                }

                public void Remember(int value) => _memory.Add(value);

                public void Forget() => _memory.Clear();

                public async Task<int> SumAsync(IEnumerable<int> values)
                {
                    await Task.Yield();
                    return values.Sum();
                }
            }
            """);
        Write("tests/Shop.Tests/Shop.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../../src/Shop/Shop.csproj" />
              </ItemGroup>
            </Project>
            """);
        Write("tests/Shop.Tests/CalculatorTests.cs", $$"""
            using Shop;
            using Xunit;

            public class CalculatorTests
            {
                [Fact]
                public void Adds()
                {
                    var calculator = new Calculator();
                    {{assertion}}
                }

                [Theory]
                [InlineData(1)]
                [InlineData(2)]
                public void Remembers(int value) => new Calculator().Remember(value);

                [Fact]
                public async Task Sums() => Assert.Equal(6, await new Calculator().SumAsync([1, 2, 3]));
            }
            """);
    }

    private void Write(string path, string content)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    private string[] Snapshot() => [.. Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static f => f + " " + File.ReadAllText(f))];
}
