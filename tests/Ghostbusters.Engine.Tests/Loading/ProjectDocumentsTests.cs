using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;

namespace Ghostbusters.Engine.Tests.Loading;

/// <summary>Rules see the documents that speak of a project, and no others.</summary>
public sealed class ProjectDocumentsTests : IDisposable
{
    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";
    private const string Stub = "public class Tax { public decimal CalculateTax(decimal net) => throw new System.NotImplementedException(); }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-documents-");

    [Fact]
    public void ReadmeChangelogAndDocs_OfTheProjectAndTheRoot_AreGiven()
    {
        var loaded = Load(
            ("App/App.csproj", Project), ("App/Tax.cs", Stub), ("App/CHANGELOG.md", ""), ("App/docs/state.md", ""), ("App/inner/README.md", ""),
            ("Other/README.md", ""), ("README.md", ""), ("docs/plan/next.md", ""), ("LICENSE.md", ""), ("readme.txt", ""));

        Assert.Equal(["App/CHANGELOG.md", "App/docs/state.md", "README.md", "docs/plan/next.md"], DocumentsOf(loaded));
    }

    [Fact]
    public void AFileThatTheProjectNames_IsGivenOnce()
    {
        var project = Project.Replace("</Project>", "<ItemGroup><AdditionalFiles Include=\"README.md\" /></ItemGroup></Project>", StringComparison.Ordinal);

        Assert.Equal(["README.md"], DocumentsOf(Load(("App.csproj", project), ("Tax.cs", Stub), ("README.md", ""))));
    }

    [Fact]
    public void ManyDocuments_AreCutOff()
    {
        var files = Enumerable.Range(0, 200).Select(static i => ($"docs/page{i:000}.md", "")).Append(("Tax.cs", Stub));

        Assert.Equal(64, DocumentsOf(Load([.. files])).Count());
    }

    [Fact]
    public async Task AClaimOfTheReadme_IsHeldAgainstTheCode_AlsoWhenOnlyTheReadmeHasChanged()
    {
        var cache = new ResultCache(_folder.FullName, "test");

        Assert.Empty(await RulesAsync("- [ ] Tax calculation", cache));
        Assert.Equal(["GB2005"], await RulesAsync("- [x] Tax calculation", cache));
        Assert.Equal(["GB2005"], await RulesAsync("- [x] Tax calculation", cache));
        Assert.Equal(1, cache.Hits);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static LoadedSolution Load(params (string Path, string Content)[] files) => ProjectLoader.Load(new MemoryTree(files), new LoadOptions());

    private static IEnumerable<string> DocumentsOf(LoadedSolution loaded) => Assert.Single(loaded.Projects).Options.AdditionalFiles.Select(static f => f.Path);

    private static async Task<IEnumerable<string>> RulesAsync(string readme, ResultCache cache)
    {
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest
        {
            Tree = new MemoryTree([("App.csproj", Project), ("Tax.cs", Stub), ("README.md", readme)]),
            Rules = RuleSelection.Parse("GB2005"),
            Cache = cache,
            Today = new DateOnly(2026, 11, 21),
        });
        return result.Findings.Select(static f => f.RuleId);
    }
}
