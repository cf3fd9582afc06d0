using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;

namespace Ghostbusters.Engine.Tests.Loading;

public sealed class NothingIsExecutedTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ghostbusters-canary-").FullName;

    [Fact]
    public void ATreeThatWouldWriteAFileWhenBuilt_WritesNone()
    {
        var canary = Path.Combine(_root, "canary");
        Write("src/A.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk" InitialTargets="Strike">
              <UsingTask TaskName="Inline" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll">
                <Task><Code Type="Fragment" Language="cs">System.IO.File.WriteAllText(@"{canary}", "inline");</Code></Task>
              </UsingTask>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Written>$([System.IO.File]::WriteAllText('{canary}', 'property function'))</Written>
                <PreBuildEvent>touch {canary}</PreBuildEvent>
              </PropertyGroup>
              <Target Name="Strike" BeforeTargets="Build;Restore"><Exec Command="touch {canary}" /><Inline /><WriteLinesToFile File="{canary}" Lines="x" /></Target>
              <ItemGroup><Analyzer Include="Evil.dll" /><PackageReference Include="Evil" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        Write("Directory.Build.targets", $"""<Project><Target Name="T" AfterTargets="CoreCompile"><Exec Command="touch {canary}" /></Target></Project>""");
        Write("Directory.Build.rsp", $"-t:Strike -logger:{canary}");
        Write("NuGet.config", $"""<configuration><packageSources><add key="local" value="{canary}" /></packageSources></configuration>""");
        Write("src/a.cs", "class A;");
        Write("src/Generator.cs", $$"""[Microsoft.CodeAnalysis.Generator] class G { static G() => System.IO.File.WriteAllText("{{canary}}", ""); }""");
        var before = Directory.GetFileSystemEntries(_root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();

        var loaded = ProjectLoader.Load(new FolderTree(_root), new LoadOptions { PackagesFolder = Path.Combine(_root, "none") });

        Assert.NotNull(Assert.Single(loaded.Projects).Compilation.GetTypeByMetadataName("A"));
        Assert.False(File.Exists(canary));
        Assert.Equal(before, Directory.GetFileSystemEntries(_root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.Contains(loaded.Notices, static notice => notice.Reason.Contains("WriteAllText", StringComparison.Ordinal));
        Assert.Contains(loaded.Notices, static notice => notice.Reason.Contains("Evil 1.0.0", StringComparison.Ordinal));
        Assert.True(loaded.Projects[0].HasUnresolvedReferences);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string path, string content)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }
}
