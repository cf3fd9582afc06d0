namespace Ghostbusters.EndToEnd;

/// <summary>The analyzer package, packed once into a feed of its own, outside the repository.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>No release has it, so that no cache can answer for it.</summary>
    public const string Version = "0.0.1-endtoend";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-package-");

    /// <summary>The folder that is the feed.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>The package.</summary>
    public string File => Path.Combine(Feed, $"Ghostbusters.Analyzers.{Version}.nupkg");

    /// <summary>A project in a new folder that has the package from the feed, and these files.</summary>
    /// <returns>The folder.</returns>
    public string NewProject(string name, params (string Path, string Content)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;
        (string, string)[] own =
        [
            ("Directory.Build.props", "<Project />"), ("Directory.Build.targets", "<Project />"), ("Directory.Packages.props", "<Project />"),
            ("nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{Feed}" /></packageSources></configuration>"""),
            ("Scratch.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <RestorePackagesPath>{Path.Combine(_folder.FullName, "packages")}</RestorePackagesPath>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Ghostbusters.Analyzers" Version="{Version}" PrivateAssets="all" />
                  </ItemGroup>
                </Project>
                """),
        ];
        foreach (var (path, content) in own.Concat(files))
            System.IO.File.WriteAllText(Path.Combine(folder, path), content);
        return folder;
    }

    public async Task InitializeAsync()
    {
        // Its own artifacts: the solution may be building beside this test.
        var packed = await DotNetRun.InvokeAsync(
            Ghostbusters.Testing.Repository.Root, "pack", "analyzers/Ghostbusters.Analyzers", "-c", "Release", "-o", Feed,
            $"-p:Version={Version}", $"-p:ArtifactsPath={Path.Combine(_folder.FullName, "artifacts")}", "-nodeReuse:false", "-nologo");
        Assert.True(packed.ExitCode == 0, packed.Output);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
