using System.Text;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;

namespace Ghostbusters.Engine.Tests.Files;

public sealed class FileTreesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ghostbusters-tree-").FullName;

    [Fact]
    public void AFolder_HasNoOutputAndNoRepositoryInside()
    {
        Write("src/A.csproj", "src/a.cs", "src/obj/x.cs", "src/obj/project.assets.json", "src/bin/y.cs", ".git/config", "node_modules/m/z.cs", "bin/kept.cs");

        Assert.Equal(["bin/kept.cs", "src/A.csproj", "src/a.cs", "src/obj/project.assets.json"], new FolderTree(_root).Paths.ToArray());
    }

    [Fact]
    public void ALink_IsNotFollowedAndNamedOnlyIfItLeadsOut()
    {
        Write("a.cs", "in/b.cs");
        var outside = Directory.CreateTempSubdirectory("ghostbusters-outside-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(outside, "secret.cs"), "");
            Directory.CreateSymbolicLink(Path.Combine(_root, "out"), outside);
            Directory.CreateSymbolicLink(Path.Combine(_root, "loop"), _root);
            File.CreateSymbolicLink(Path.Combine(_root, "same.cs"), Path.Combine(_root, "a.cs"));

            var tree = new FolderTree(_root);

            Assert.Equal(["a.cs", "in/b.cs"], tree.Paths.ToArray());
            Assert.Equal("out", Assert.Single(tree.Notices).Subject);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void AProject_IsSeenFromTheRootOfItsRepository()
    {
        Write(".git/HEAD", "src/A/A.csproj", "Directory.Build.props");

        var (tree, entryPoint) = FileTrees.Open(Path.Combine(_root, "src", "A", "A.csproj"));

        Assert.Equal("src/A/A.csproj", entryPoint);
        Assert.True(tree.Contains("Directory.Build.props"));
    }

    [Fact]
    public void AProjectWithoutRepository_IsSeenFromWhereItsCentralFilesStand()
    {
        Write("repo/Directory.Packages.props", "repo/src/A/A.csproj");

        var (tree, entryPoint) = FileTrees.Open(Path.Combine(_root, "repo", "src", "A", "A.csproj"));

        Assert.Equal(("src/A/A.csproj", "repo"), (entryPoint, tree.Name));
    }

    [Fact]
    public void AFolderOfARepository_IsAnEntryPoint_AndSeesWhatStandsAboveIt()
    {
        Write("repo/.git/HEAD", "repo/src/B/b.cs", "repo/other/c.cs");
        File.WriteAllText(Path.Combine(_root, "repo/Directory.Build.props"), "<Project><PropertyGroup><DefineConstants>ABOVE</DefineConstants></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(_root, "repo/src/B/B.csproj"), """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        var (tree, entryPoint) = FileTrees.Open(Path.Combine(_root, "repo/src"));
        var loaded = ProjectLoader.Load(tree, new LoadOptions { EntryPoint = entryPoint });

        Assert.Equal("src/", entryPoint);
        var project = Assert.Single(loaded.Projects);
        Assert.Equal("B", project.Name);
        Assert.Contains("ABOVE", project.Compilation.SyntaxTrees.First().Options.PreprocessorSymbolNames);
    }

    [Fact]
    public void AFolderWithItsOwnBuildProps_IsARootOfItsOwn()
    {
        Write("repo/.git/HEAD", "repo/samples/a.cs");
        File.WriteAllText(Path.Combine(_root, "repo/samples/Directory.Build.props"), "<Project />");

        var (tree, entryPoint) = FileTrees.Open(Path.Combine(_root, "repo/samples"));

        Assert.Equal(("samples", null), (tree.Name, entryPoint));
    }

    [Fact]
    public void AFolderOfARepositoryWithoutCode_HasNothing()
    {
        Write("repo/.git/HEAD", "repo/src/a.cs");
        Directory.CreateDirectory(Path.Combine(_root, "repo/empty"));

        var (tree, entryPoint) = FileTrees.Open(Path.Combine(_root, "repo/empty"));

        Assert.Equal(0, ProjectLoader.Load(tree, new LoadOptions { EntryPoint = entryPoint }).FilesFound);
    }

    [Fact]
    public void OneFile_IsAnEntryPoint()
    {
        Write("a.cs", "b.cs");

        var (tree, entryPoint) = FileTrees.Open(Path.Combine(_root, "a.cs"));
        var loaded = ProjectLoader.Load(tree, new LoadOptions { EntryPoint = entryPoint });

        Assert.Equal(1, loaded.FilesFound);
        Assert.Contains(Assert.Single(loaded.Projects).Compilation.SyntaxTrees, static t => t.FilePath == "a.cs");
    }

    [Fact]
    public void WhatIsNotThereOrNotKnown_SaysSo()
    {
        Write("a.txt");

        Assert.Contains("no file or folder", Assert.Throws<FileNotFoundException>(() => FileTrees.Open(Path.Combine(_root, "gone"))).Message);
        Assert.Contains(".txt", Assert.Throws<ConfigurationException>(() => FileTrees.Open(Path.Combine(_root, "a.txt"))).Message);
    }

    [Fact]
    public void AFileThatVanishes_IsAnIOExceptionWithItsName()
    {
        Write("a.cs");
        var tree = new FolderTree(_root);
        File.Delete(Path.Combine(_root, "a.cs"));

        Assert.Contains("a.cs", Assert.ThrowsAny<IOException>(() => tree.Read("a.cs")).Message);
    }

    [Theory]
    [InlineData("../a.cs")]
    [InlineData("/a.cs")]
    [InlineData("a//b.cs")]
    [InlineData("")]
    public void AMemoryTree_TakesOnlyPlainPaths(string path) =>
        Assert.Throws<ArgumentException>(() => new MemoryTree([(path, "")]));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            var full = Path.Combine(_root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, "// " + path, Encoding.UTF8);
        }
    }
}
