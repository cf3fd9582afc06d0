using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ghostbusters.Testing;

namespace Ghostbusters.Functions.Tests.Packaging;

/// <summary>Each package that a feed may lack has a stand-in, and a project of contract tests that compiles against either.</summary>
public partial class StandInTests
{
    private static readonly string Root = Repository.Root;

    private static readonly string[] Names = [.. XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("ItemGroup")
        .Single(static group => (string?)group.Attribute("Label") == "Official packages").Elements("PackageVersion").Select(static package => package.Attribute("Include")!.Value)];

    public static TheoryData<string> Packages => [.. Names];

    [Theory]
    [MemberData(nameof(Packages))]
    public void APackage_HasAStandIn_AndContractTestsInTheSolution(string package)
    {
        Assert.True(File.Exists(Path.Combine(Root, "compat", package, package + ".csproj")), "There is no stand-in.");
        var project = Path.Combine("tests", "Compat", package, package + ".Tests.csproj");
        Assert.True(File.Exists(Path.Combine(Root, project)), "There are no contract tests.");
        Assert.Contains(project.Replace('/', '\\'), File.ReadAllText(Path.Combine(Root, "Functions.sln")), StringComparison.Ordinal);
        var tests = Directory.EnumerateFiles(Path.GetDirectoryName(Path.Combine(Root, project))!, "*.cs", SearchOption.AllDirectories).Sum(static file => Test().Count(File.ReadAllText(file)));
        Assert.NotEqual(0, tests);
    }

    /// <summary>What is neither a stand-in of a package nor a part of one is a project that nobody asked for.</summary>
    [Fact]
    public void AStandIn_IsOfAPackage()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(Root, "compat"), "*.csproj", SearchOption.AllDirectories).Select(static file => Path.GetFileNameWithoutExtension(file)!);
        Assert.Equal(Names.Append("Amazon.Lambda.Annotations.SourceGenerator").Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\]", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Test();
}
