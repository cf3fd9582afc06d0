using System.Text;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Engine.Tests.Analysis;

/// <summary>P41: equal input gives equal bytes, whatever the order of files, the threads, the root, the line ends.</summary>
public sealed class DeterminismTests : IDisposable
{
    private const int Runs = 20;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-determinism-");

    [Fact]
    public async Task TwentyRuns_WithShuffledFilesAndThreads_GiveTheSameBytes()
    {
        var files = Files().ToList();
        var expected = await SarifAsync(new MemoryTree(files), threads: 1);
        Assert.Contains("GB3003", Encoding.UTF8.GetString(expected), StringComparison.Ordinal);
        for (var run = 0; run < Runs; run++)
        {
            var shuffled = files.OrderBy(f => Shuffle(f.Path, run)).ToList();
            Assert.Equal(expected, await SarifAsync(new MemoryTree(shuffled), threads: run % 2 == 0 ? 1 : 8));
        }
    }

    [Fact]
    public async Task TwoRoots_GiveTheSameBytes()
    {
        Assert.Equal(await SarifAsync(OnDisk("first"), 8), await SarifAsync(OnDisk("a/much/longer/path to the second"), 8));
    }

    [Fact]
    public async Task LineEnds_DoNotMatterToIdentity()
    {
        var unix = await FindingsAsync(new MemoryTree(Files()));
        var windows = await FindingsAsync(new MemoryTree(Files().Select(static f => (f.Path, f.Content.ReplaceLineEndings("\r\n")))));
        Assert.NotEmpty(unix);
        Assert.Equal(unix, windows);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private FolderTree OnDisk(string root)
    {
        var folder = Path.Combine(_folder.FullName, root, "code");
        foreach (var (path, content) in Files())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), content);
        }

        return new FolderTree(folder);
    }

    // A stable hash of path and run: shuffled differently each time, the same on every machine.
    private static uint Shuffle(string path, int run) => path.Aggregate((uint)run * 2654435761u, static (hash, c) => (hash ^ c) * 16777619u);

    private static async Task<byte[]> SarifAsync(FileTree tree, int threads)
    {
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = tree, Threads = threads, Today = new DateOnly(2026, 11, 21), ProveFixes = false });
        using var stream = new MemoryStream();
        Report.Write(ReportFormat.SarifFull, result, stream, new ReportOptions());
        return stream.ToArray();
    }

    private static async Task<IEnumerable<(string, string, string)>> FindingsAsync(FileTree tree)
    {
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = tree, Load = new LoadOptions(), Today = new DateOnly(2026, 11, 21) });
        return [.. result.Findings.Select(static f => (f.RuleId, f.Fingerprint, f.LineHash))];
    }

    private static IEnumerable<(string Path, string Content)> Files()
    {
        const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup>{0}</ItemGroup></Project>""";
        for (var project = 0; project < 4; project++)
        {
            var reference = project == 0 ? "" : $"""<ProjectReference Include="../P{project - 1}/P{project - 1}.csproj" />""";
            yield return ($"P{project}/P{project}.csproj", Project.Replace("{0}", reference, StringComparison.Ordinal));
            for (var file = 0; file < 6; file++)
            {
                yield return ($"P{project}/C{file}.cs", $$"""
                    namespace P{{project}};

                    public static class C{{file}}
                    {
                        public static void Show()
                        {
                            try
                            {
                                Console.WriteLine({{file}});
                            }
                            catch (Exception)
                            {
                            }

                            try
                            {
                                Console.WriteLine({{file}});
                            }
                            catch (Exception)
                            {
                            }
                        }
                    }
                    """);
            }
        }
    }
}
