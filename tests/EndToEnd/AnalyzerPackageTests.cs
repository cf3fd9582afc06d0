using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.EndToEnd;

/// <summary>The package as a user has it: packed, installed from a feed, run by the plain compiler.</summary>
public sealed class AnalyzerPackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private sealed record Found(string Rule, string File, int Line, int Column, string? Fingerprint);

    [Fact]
    public async Task ABuild_FindsWhatTheEngineFinds_WithTheSameFingerprints()
    {
        var folder = package.NewProject("same", ("Gateway.cs", Scratch.Code), ("Adder.cs", Scratch.Honest));
        var log = Path.Combine(folder, "log.sarif");
        var build = await BuildAsync(folder, $"-p:ErrorLog={log}%2Cversion=2.1");
        Assert.True(build.ExitCode == 0, build.Output);
        var built = ReadLog(log, folder);

        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = new FolderTree(folder), Today = new DateOnly(2026, 11, 21) });
        var analysed = result.Findings.Where(static f => f.Suppression is null)
            .Select(static f => new Found(f.RuleId, f.Location.Path, f.Location.Range.StartLine, f.Location.Range.StartColumn, f.Fingerprint)).ToList();

        Assert.Equal(Scratch.Rules, analysed.Select(static f => f.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(analysed.OrderBy(static f => f.ToString(), StringComparer.Ordinal), built.OrderBy(static f => f.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task APhantomMember_IsExplainedBesideTheCompilersError()
    {
        var folder = package.NewProject("phantom", ("Phantom.cs", "public class C { public int M(List<int> list) => list.Lenght; }"), (".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.GB5003.severity = warning\n"));
        var build = await BuildAsync(folder);
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("CS1061", build.Output, StringComparison.Ordinal);
        Assert.Contains("GB5003", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warn", 0, "warning GB2001")]
    [InlineData("error", 1, "error GB2001")]
    [InlineData("off", 0, null)]
    [InlineData("loud", 1, "error GB0001")]
    public async Task TheMode_SetsWhatAFindingIs(string mode, int exitCode, string? expected)
    {
        var folder = package.NewProject("mode-" + mode, ("Gateway.cs", Scratch.Code));
        var build = await BuildAsync(folder, $"-p:GhostbustersMode={mode}");
        Assert.Equal(exitCode, build.ExitCode);
        if (expected is null)
            Assert.DoesNotMatch(@"\bGB\d{4}\b", build.Output);
        else
            Assert.Contains(expected, build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditorConfig_OutranksTheMode()
    {
        var severities = string.Concat(RuleCatalog.Descriptors.Select(static d => $"dotnet_diagnostic.{d.Id}.severity = suggestion\n"));
        var folder = package.NewProject("editorconfig", ("Gateway.cs", Scratch.Code), (".editorconfig", $"root = true\n[*.cs]\n{severities}"));
        var log = Path.Combine(folder, "log.sarif");
        var build = await BuildAsync(folder, "-p:GhostbustersMode=error", $"-p:ErrorLog={log}%2Cversion=2.1");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Equal(Scratch.Rules, ReadLog(log, folder).Select(static f => f.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheTeamsModels_AreReadInABuild_AndAMistakeInThemIsTold()
    {
        const string models = "version: 1\nbanned_claims:\n  - {id: T1, text: a, because: b, remedy: 'Do it.'}\nsources:\n  - member: Acme.Inbox.Read\n    kind: queue\nsinks:\n  - member: Acme.Store.Run\n    kind: KIND\n    takes: arg0\n";
        const string code = "namespace Acme; public static class Inbox { public static extern string Read(); } public static class Store { public static extern void Run(string s); } public static class Orders { public static void Drop() => Store.Run(\"drop \" + Inbox.Read()); }";
        var folder = package.NewProject("models", ("Orders.cs", code));
        Directory.CreateDirectory(Path.Combine(folder, ".ghostbusters"));
        var file = Path.Combine(folder, ".ghostbusters", "rules.yaml");

        await File.WriteAllTextAsync(file, models.Replace("KIND", "sql", StringComparison.Ordinal));
        var build = await BuildAsync(folder);
        Assert.Contains("warning GB8101", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GB9003", build.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, models.Replace("KIND", "sqll", StringComparison.Ordinal));
        var broken = await BuildAsync(folder);
        Assert.Contains("rules.yaml(9,1): warning GB9003", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GB8101", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePackage_HoldsWhatItShould_AndNothingElse()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var entries = archive.Entries.Select(static e => e.FullName)
            .Where(static n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Ghostbusters.Analyzers.nuspec", "README.md",
                "analyzers/dotnet/cs/Ghostbusters.Analyzers.dll", "analyzers/dotnet/cs/Ghostbusters.CodeFixes.dll",
                "build/Ghostbusters.Analyzers.props", "build/Ghostbusters.Analyzers.targets", "build/ghostbusters.error.globalconfig",
            ],
            entries);

        using var stream = archive.GetEntry("Ghostbusters.Analyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Null(Value("dependencies"));
    }

    private static Task<DotNetResult> BuildAsync(string folder, params string[] more) =>
        DotNetRun.InvokeAsync(folder, ["build", "-nologo", "-nodeReuse:false", .. more]);

    private static List<Found> ReadLog(string path, string folder)
    {
        using var log = JsonDocument.Parse(File.ReadAllBytes(path));
        var found = new List<Found>();
        foreach (var result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            var rule = result.GetProperty("ruleId").GetString()!;
            if (!rule.StartsWith("GB", StringComparison.Ordinal) || result.TryGetProperty("suppressions", out _))
                continue;
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            var file = Path.GetRelativePath(folder, new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath);
            var region = place.GetProperty("region");
            var fingerprint = result.GetProperty("properties").GetProperty("customProperties").GetProperty("fingerprint").GetString();
            found.Add(new Found(rule, file, region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), fingerprint));
        }

        return found;
    }
}
