using Ghostbusters.Testing;

namespace Ghostbusters.Infra.Judge.Tests;

/// <summary>The shapes of compat/Pulumi.Aws are what the official declarations give, byte for byte. GHOSTBUSTERS_ACCEPT=1 writes them anew.</summary>
public sealed class PulumiAwsShapes
{
    private static readonly string Generated = Repository.PathOf("compat/Pulumi.Aws/Generated");

    [Fact]
    public async Task AreGeneratedFromTheOfficialDeclarations()
    {
        var folder = Directory.CreateTempSubdirectory("ghostbusters-shapes-").FullName;
        try
        {
            await GenerateAsync(folder);
            if (PublishedFile.IsAccepting) await GenerateAsync(Generated);

            Assert.Equal(Files(folder), Files(Generated));
            Assert.All(Files(folder), file =>
                Assert.Equal(File.ReadAllText(Path.Combine(folder, file)), File.ReadAllText(Path.Combine(Generated, file))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task GenerateAsync(string folder)
    {
        var (exitCode, _, error) = await NodeScript.RunAsync("compat/Pulumi.Aws/Generator/generate.js", NodeScript.Packages, folder);
        Assert.True(exitCode == 0, error);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
