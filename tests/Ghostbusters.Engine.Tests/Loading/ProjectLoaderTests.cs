using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.Tests.Loading;

public class ProjectLoaderTests
{
    private const string Console = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public void AConsoleProject_Binds()
    {
        var loaded = Load(("App/App.csproj", Console), ("App/Program.cs", "Console.WriteLine(new List<int> { 1 }.Sum());"));

        var project = Assert.Single(loaded.Projects);
        Assert.Equal(("App", "App/App.csproj", "net10.0", false), (project.Name, project.Path, project.TargetFramework, project.HasUnresolvedReferences));
        Assert.Empty(Errors(project));
        Assert.Empty(loaded.Notices);
        Assert.Equal(1, loaded.FilesFound);
        Assert.Contains(project.Compilation.SyntaxTrees, static tree => tree.FilePath == "App/Program.cs");
    }

    [Fact]
    public void AFolderWithoutProject_IsOneCompilationWithAllFrameworks()
    {
        var loaded = Load(("a.cs", "class A { Task<List<int>> M() => B.N(); }"), ("deep/b.cs", "using Microsoft.AspNetCore.Http; class B { internal static Task<List<int>> N() => throw new BadHttpRequestException(\"x\"); }"));

        var project = Assert.Single(loaded.Projects);
        Assert.Empty(Errors(project));
        Assert.Null(project.Path);
        Assert.False(project.HasUnresolvedReferences);
        Assert.Equal(2, loaded.FilesFound);
    }

    [Fact]
    public void SeveralFilesWithTopLevelStatements_AreOneProgramEach()
    {
        var loaded = Load(("one.cs", "Console.WriteLine(Shared.Text);"), ("two.cs", "Console.WriteLine(Shared.Text);"), ("shared.cs", "public class Shared { public const string Text = \"\"; }"));

        Assert.Equal(["memory", "one.cs", "two.cs"], loaded.Projects.Select(static p => p.Name));
        Assert.All(loaded.Projects, static project => Assert.Empty(Errors(project)));
    }

    [Fact]
    public void AProjectReference_BindsAcrossProjectsAndIsTransitive()
    {
        var loaded = Load(
            ("a/A.csproj", Library("""<ProjectReference Include="..\b\B.csproj" />""")), ("a/A.cs", "public class A : B { C c = new C(); }"),
            ("b/B.csproj", Library("""<ProjectReference Include="../c/C.csproj" />""")), ("b/B.cs", "public class B { public static int Inner => C.Hidden; }"),
            ("c/C.csproj", Library("""<InternalsVisibleTo Include="B" />""")), ("c/C.cs", "public class C { internal static int Hidden; }"));

        Assert.Equal(["C", "B", "A"], loaded.Projects.Select(static p => p.Name));
        Assert.All(loaded.Projects, static project => Assert.Empty(Errors(project)));
        Assert.Empty(loaded.Notices);
    }

    [Fact]
    public void AFriendNamedWithItsKey_IsOneThoughNothingIsSigned()
    {
        var loaded = Load(
            ("a/A.csproj", Library("""<ProjectReference Include="../b/B.csproj" />""")), ("a/A.cs", "public class A { public static int Inner => B.Hidden; }"),
            ("b/B.csproj", Library("")), ("b/B.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"A, PublicKey=\" + \"0024\")]\npublic class B { internal static int Hidden; }"));

        Assert.All(loaded.Projects, static project => Assert.Empty(Errors(project)));
    }

    [Fact]
    public void ACycleOfProjects_IsBrokenWithANotice()
    {
        var loaded = Load(
            ("a/A.csproj", Library("""<ProjectReference Include="../b/B.csproj" />""")), ("a/A.cs", "public class A;"),
            ("b/B.csproj", Library("""<ProjectReference Include="../a/A.csproj" />""")), ("b/B.cs", "public class B;"));

        Assert.Equal(["B", "A"], loaded.Projects.Select(static p => p.Name));
        var notice = Assert.Single(loaded.Notices);
        Assert.True(notice.IsPartial);
        Assert.Contains("cycle", notice.Reason);
    }

    [Fact]
    public void AMalformedProject_GivesANoticeAndItsFilesAreAnalysedLoose()
    {
        var loaded = Load(("a/A.csproj", "<Project><PropertyGroup></Project>"), ("a/A.cs", "class A { List<int> l = []; }"), ("b/B.csproj", Library("")), ("b/B.cs", "class B;"));

        Assert.Equal(["B", "A"], loaded.Projects.Select(static p => p.Name));
        Assert.Contains(loaded.Notices, static notice => notice is { Subject: "a/A.csproj", IsPartial: true });
        Assert.All(loaded.Projects, static project => Assert.Empty(Errors(project)));
    }

    [Theory]
    [InlineData("net472", "System.Web.HttpContext")]
    [InlineData("netstandard2.0", "System.IO.Stream")]
    [InlineData("netstandard2.1", "System.Span<int>")]
    [InlineData("netcoreapp3.1", "System.Text.Json.JsonDocument")]
    [InlineData("net8.0", "System.TimeProvider")]
    public void EachFramework_HasItsReferences(string framework, string type)
    {
        var loaded = Load(
            ("A.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>{framework}</TargetFramework></PropertyGroup></Project>"""),
            ("a.cs", $"class A {{ void M({type} value) {{ }} }}"));

        var project = Assert.Single(loaded.Projects);
        Assert.Equal(framework, project.TargetFramework);
        Assert.Empty(Errors(project));
    }

    [Fact]
    public void SeveralFrameworks_TheNewestIsChosenUnlessOneIsAsked()
    {
        var files = new[]
        {
            ("A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>netstandard2.0;net472;net9.0</TargetFrameworks></PropertyGroup></Project>"""),
            ("a.cs", "class A;"),
        };

        Assert.Equal("net9.0", ProjectLoader.Load(new MemoryTree(files), new LoadOptions()).Projects[0].TargetFramework);
        Assert.Equal("net472", ProjectLoader.Load(new MemoryTree(files), new LoadOptions { TargetFramework = "net472" }).Projects[0].TargetFramework);
    }

    [Fact]
    public void CentralPropertiesAndConditions_AreHonoured()
    {
        var loaded = Load(
            ("Directory.Build.props", """<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup></Project>"""),
            ("src/Directory.Build.props", """
                <Project>
                  <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
                  <PropertyGroup Condition="'$(Configuration)' == 'Debug' and !Exists('nothing')"><DefineConstants>$(DefineConstants);FROM_PROPS</DefineConstants></PropertyGroup>
                </Project>
                """),
            ("src/A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><Compile Remove="old/**" /><Compile Include="..\shared\*.cs" /></ItemGroup></Project>"""),
            ("src/A/a.cs", "#if FROM_PROPS && NET10_0 && NET8_0_OR_GREATER && DEBUG\nclass A { string? s = Linked.Text; }\n#else\n#error wrong\n#endif"),
            ("src/A/old/b.cs", "garbage"), ("src/A/obj/c.cs", "garbage"),
            ("src/shared/l.cs", "class Linked { public const string Text = \"\"; }"));

        Assert.Empty(Errors(Assert.Single(loaded.Projects)));
        Assert.Equal(2, loaded.FilesFound);
        var notice = Assert.Single(loaded.Notices);
        Assert.False(notice.IsPartial);
        Assert.StartsWith("1 C# file belongs to no project", notice.Reason);
    }

    [Fact]
    public void EditorConfig_SetsSeverities()
    {
        var loaded = Load(("A.csproj", Library("")), ("a.cs", "class A;"), ("gen/b.cs", "class B;"),
            (".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.GB3003.severity = error\nmy_key = 1\n[gen/**.cs]\ndotnet_diagnostic.GB3003.severity = none\n"));

        var project = Assert.Single(loaded.Projects);
        Assert.Equal(ReportDiagnostic.Error, SeverityOf(project, "a.cs"));
        Assert.Equal(ReportDiagnostic.Suppress, SeverityOf(project, "gen/b.cs"));
        Assert.True(project.Options.AnalyzerConfigOptionsProvider.GetOptions(Tree(project, "a.cs")).TryGetValue("my_key", out var value));
        Assert.Equal("1", value);
    }

    [Theory]
    [InlineData("Sln.sln", "Project(\"{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}\") = \"A\", \"src\\A\\A.csproj\", \"{1}\"\nEndProject\nProject(\"{2150E333-8FDC-42A3-9474-1A3956D46DE8}\") = \"src\", \"src\", \"{2}\"\nEndProject\n")]
    [InlineData("Sln.slnx", "<Solution><Folder Name=\"/src/\"><Project Path=\"src/A/A.csproj\" /></Folder></Solution>")]
    [InlineData("Sln.slnf", "{ \"solution\": { \"path\": \"Sln.sln\", \"projects\": [ \"src\\\\A\\\\A.csproj\" ] } }")]
    public void ASolution_NamesItsProjects(string name, string content)
    {
        var loaded = ProjectLoader.Load(
            new MemoryTree([(name, content), ("src/A/A.csproj", Library("")), ("src/A/a.cs", "class A;"), ("src/B/B.csproj", Library(""))]),
            new LoadOptions { EntryPoint = name });

        Assert.Equal("src/A/A.csproj", Assert.Single(loaded.Projects).Path);
        Assert.Empty(loaded.Notices);
    }

    [Fact]
    public void AnOldProject_ListsItsFilesAndFramework()
    {
        var loaded = Load(("A.csproj", """
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)\$(MSBuildToolsVersion)\Microsoft.Common.props" Condition="Exists('$(MSBuildExtensionsPath)\$(MSBuildToolsVersion)\Microsoft.Common.props')" />
              <PropertyGroup>
                <Configuration Condition=" '$(Configuration)' == '' ">Debug</Configuration>
                <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
                <OutputType>Library</OutputType>
              </PropertyGroup>
              <PropertyGroup Condition=" '$(Configuration)|$(Platform)' == 'Debug|AnyCPU' "><DefineConstants>DEBUG;TRACE</DefineConstants></PropertyGroup>
              <ItemGroup><Reference Include="System.Web" /><Compile Include="Code\A.cs" /></ItemGroup>
              <Import Project="$(MSBuildToolsPath)\Microsoft.CSharp.targets" />
            </Project>
            """), ("Code/A.cs", "#if DEBUG\nclass A : System.Web.UI.Page { }\n#endif"), ("Code/Old.cs", "garbage"));

        var project = Assert.Single(loaded.Projects);
        Assert.Equal("net472", project.TargetFramework);
        Assert.Empty(Errors(project));
        Assert.NotNull(project.Compilation.GetTypeByMetadataName("A"));
        Assert.Contains("no project", Assert.Single(loaded.Notices).Reason);
    }

    [Fact]
    public void WhatASolutionNamesAndCannotBeLoaded_IsReported()
    {
        var loaded = ProjectLoader.Load(
            new MemoryTree([("S.slnx", """<Solution><Project Path="gone/G.csproj" /><Project Path="f/F.fsproj" /><Project Path="A.csproj" /></Solution>"""), ("f/F.fsproj", "<Project/>"), ("A.csproj", Library("")), ("a.cs", "class A;")]),
            new LoadOptions { EntryPoint = "S.slnx" });

        Assert.Equal([("S.slnx", true), ("f/F.fsproj", false)], loaded.Notices.Select(static notice => (notice.Subject, notice.IsPartial)));
        Assert.Single(loaded.Projects);
    }

    [Theory]
    [InlineData("gone.sln")]
    [InlineData("../A.csproj")]
    [InlineData("a.txt")]
    public void AnEntryPointThatIsNone_IsRefused(string entryPoint) =>
        Assert.Throws<ConfigurationException>(() => ProjectLoader.Load(new MemoryTree([("A.csproj", Library("")), ("a.txt", "")]), new LoadOptions { EntryPoint = entryPoint }));

    [Fact]
    public void AnAnalyzerProjectIsOnlyAGenerator_WhenItNamesOne()
    {
        (string, string)[] files =
        [
            ("A.csproj", Library("""<Compile Remove="g/**" /><ProjectReference Include="g/G.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />""")), ("a.cs", "class A;"), ("g/G.csproj", Library("")),
        ];

        Assert.False(Load([.. files, ("g/g.cs", "class MyAnalyzer;")]).Projects.Single(static p => p.Name == "A").HasUnresolvedReferences);
        Assert.True(Load([.. files, ("g/g.cs", "class G : IIncrementalGenerator;")]).Projects.Single(static p => p.Name == "A").HasUnresolvedReferences);
    }

    [Fact]
    public void AJsonContext_HasMembersThatOnlyAGeneratorWrites() =>
        Assert.True(Load(("A.csproj", Library("")), ("a.cs", "[System.Text.Json.Serialization.JsonSerializable(typeof(int))] partial class C : System.Text.Json.Serialization.JsonSerializerContext;")).Projects[0].HasUnresolvedReferences);

    [Fact]
    public void AChooseAWebSdkAndAPlatform_AreUnderstood()
    {
        var loaded = Load(("W.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <Choose>
                <When Condition="'$(Configuration)' == 'Release'"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></When>
                <Otherwise><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Otherwise>
              </Choose>
              <ItemGroup><Using Include="System.Text.Json" /><Using Remove="System.IO" /></ItemGroup>
            </Project>
            """), ("p.cs", "var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(string.Empty, () => JsonSerializer.Serialize(1)); app.Run(); class Stream;"));

        Assert.Equal("net10.0", loaded.Projects[0].TargetFramework);
        Assert.Empty(Errors(loaded.Projects[0]));
        Assert.Empty(loaded.Notices);
    }

    [Fact]
    public void ADesktopProject_SaysWhatIsMissing()
    {
        var loaded = Load(("D.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0-windows</TargetFramework><UseWPF>true</UseWPF></PropertyGroup></Project>"""), ("d.cs", "class D;"));

        Assert.Contains("WindowsDesktop", Assert.Single(loaded.Notices).Reason);
        Assert.True(loaded.Projects[0].HasUnresolvedReferences);
        Assert.Equal("net10.0-windows", loaded.Projects[0].TargetFramework);
    }

    [Theory]
    [InlineData("""<!DOCTYPE p [<!ENTITY a "aaaa">]><Project Sdk="Microsoft.NET.Sdk">&a;</Project>""")]
    [InlineData("""<!DOCTYPE p SYSTEM "file:///etc/passwd"><Project/>""")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    public void AHostileProjectFile_GivesANotice(string project)
    {
        var loaded = Load(("A.csproj", project), ("a.cs", "class A;"));

        Assert.Contains(loaded.Notices, static notice => notice is { Subject: "A.csproj", IsPartial: true });
        Assert.NotNull(Assert.Single(loaded.Projects).Compilation.GetTypeByMetadataName("A"));
    }

    [Fact]
    public void PropertiesThatGrowAndImportsThatCircle_End()
    {
        var growth = string.Concat(Enumerable.Repeat("<P>$(P)$(P)$(P)$(P)</P>", 40));
        var loaded = Load(
            ("A.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><Import Project="a.props" /><PropertyGroup><TargetFramework>net10.0</TargetFramework><P>xxxx</P>{growth}</PropertyGroup></Project>"""),
            ("a.props", """<Project><Import Project="b.props" /></Project>"""), ("b.props", """<Project><Import Project="a.props" /><Import Project="A.csproj" /></Project>"""), ("a.cs", "class A;"));

        Assert.NotNull(Assert.Single(loaded.Projects).Compilation.GetTypeByMetadataName("A"));
    }

    [Fact]
    public void EqualTrees_GiveEqualResults()
    {
        (string, string)[] files =
        [
            ("b/B.csproj", Library("""<ProjectReference Include="../a/A.csproj" /><PackageReference Include="Nowhere.To.Be.Found" Version="9.9.9" />""")), ("b/b.cs", "class B { void M( }"), ("b/c.cs", "class C"),
            ("a/A.csproj", Library("")), ("a/a.cs", "public class A;"), ("z.cs", ""),
        ];

        Assert.Equal(Describe(Load(files)), Describe(Load([.. files.Reverse()])));
        Assert.Equal(Describe(Load(files)), Describe(Load([.. files.Select(static file => (file.Item1, file.Item2.Replace("\n", "\r\n")))])));

        static string Describe(LoadedSolution loaded) => string.Join('\n', [
            .. loaded.Notices.Select(static notice => notice.ToString()),
            .. loaded.Projects.SelectMany(static p => p.Compilation.SyntaxTrees.Select(static tree => tree.FilePath).Concat(p.Compilation.References.Select(static r => r.Display ?? "")))]);
    }

    internal static string Library(string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;

    private static LoadedSolution Load(params (string Path, string Content)[] files) => ProjectLoader.Load(new MemoryTree(files), new LoadOptions());

    private static IEnumerable<string> Errors(LoadedProject project) =>
        project.Compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());

    private static SyntaxTree Tree(LoadedProject project, string path) => project.Compilation.SyntaxTrees.Single(tree => tree.FilePath == path);

    private static ReportDiagnostic SeverityOf(LoadedProject project, string path) =>
        project.Compilation.Options.SyntaxTreeOptionsProvider!.TryGetDiagnosticValue(Tree(project, path), "GB3003", default, out var severity) ? severity : ReportDiagnostic.Default;
}
