using System.Diagnostics;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Loading.MSBuild;
using Ghostbusters.Engine.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace Ghostbusters.Engine.Tests.References;

public sealed class ReferencesTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _packages = Directory.CreateTempSubdirectory("ghostbusters-packages-").FullName;

    [Fact]
    public void EverySet_InflatesOnceAndHasTheCoreLibrary()
    {
        var watch = Stopwatch.StartNew();
        var core = FrameworkReferences.Of(FrameworkSet.Core);
        output.WriteLine($"{core.Length} assemblies of .NET in {watch.Elapsed.TotalMilliseconds:0} ms");

        Assert.Contains(core, static reference => reference.FilePath == "System.Runtime.dll");
        Assert.Contains(FrameworkReferences.Of(FrameworkSet.Web), static reference => reference.FilePath == "Microsoft.AspNetCore.dll");
        Assert.Contains(FrameworkReferences.Of(FrameworkSet.Standard), static reference => reference.FilePath == "netstandard.dll");
        Assert.Contains(FrameworkReferences.Of(FrameworkSet.Classic), static reference => reference.FilePath == "mscorlib.dll");
        Assert.Same(core[0], FrameworkReferences.Of(FrameworkSet.Core)[0]);
    }

    [Fact]
    public void APackageAndWhatItDependsOn_AreFoundWithoutARestore()
    {
        Package("Outer", "2.0.0", "netstandard2.0", "public class Outer { }", """<group targetFramework=".NETStandard2.0"><dependency id="Inner" version="1.1.0" /></group>""");
        Package("Outer", "3.0.0", "netstandard2.0", "public class Newer { }", "");
        Package("Inner", "1.0.0", "netstandard2.0", "public class TooOld { }", "");
        Package("Inner", "1.2.0", "netstandard2.0", "public class Inner { }", "");

        var loaded = Load("""<PackageReference Include="outer" Version="2.0.0" />""", "class A { Outer o; Inner i; }");

        Assert.Empty(loaded.Notices);
        Assert.False(loaded.Projects[0].HasUnresolvedReferences);
        Assert.Empty(Errors(loaded));
    }

    [Fact]
    public void TheNearestFramework_IsTaken()
    {
        Package("P", "1.0.0", "netstandard2.0", "public class Standard { }", "");
        Package("P", "1.0.0", "net8.0", "public class Eight { }", "");
        Package("P", "1.0.0", "net472", "public class Classic { }", "");

        Assert.Empty(Errors(Load("""<PackageReference Include="P" Version="1.0.0" />""", "class A { Eight e; }")));
        Assert.NotEmpty(Errors(Load("""<PackageReference Include="P" Version="1.0.0" />""", "class A { Classic e; }")));
    }

    [Fact]
    public void ACentralVersion_IsUsed()
    {
        Package("P", "1.0.0", "netstandard2.0", "public class One { }", "");
        Package("P", "2.0.0", "netstandard2.0", "public class Two { }", "");

        var loaded = Load("""<PackageReference Include="P" />""", "class A { Two t; }", ("Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="P" Version="2.0.0" /></ItemGroup></Project>"""));

        Assert.Empty(Errors(loaded));
    }

    [Fact]
    public void AMissingPackage_IsNamedWithItsVersionAndTheRemedy()
    {
        var loaded = Load("""<PackageReference Include="Gone" Version="1.2.3" />""", "class A { }");

        var notice = Assert.Single(loaded.Notices);
        Assert.Contains("Gone 1.2.3", notice.Reason);
        Assert.Contains("dotnet restore", notice.Remedy);
        Assert.True(notice.IsPartial);
        Assert.True(loaded.Projects[0].HasUnresolvedReferences);
    }

    [Fact]
    public void TheAssetsFile_DecidesWhereThereIsOne()
    {
        Package("P", "1.0.0", "netstandard2.0", "public class One { }", "");
        Package("P", "2.0.0", "netstandard2.0", "public class Two { }", "");

        var loaded = Load("""<PackageReference Include="P" Version="1.0.0" />""", "class A { Two t; }", ("obj/project.assets.json", """
            { "version": 3, "targets": { "net10.0": { "P/2.0.0": { "type": "package", "compile": { "lib/netstandard2.0/P.dll": {} } } } },
              "libraries": { "P/2.0.0": { "type": "package", "path": "p/2.0.0" } } }
            """));

        Assert.Empty(Errors(loaded));
        Assert.Empty(loaded.Notices);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"targets\":{\"net10.0\":7}}")]
    [InlineData("{\"targets\":{\"net10.0\":{\"P/1\":{\"type\":\"package\",\"compile\":{\"../../../../etc/x.dll\":{}}}}}}")]
    public void ARubbishAssetsFile_DoesNotEndTheLoad(string assets) =>
        Assert.Single(Load("", "class A { }", ("obj/project.assets.json", assets)).Projects);

    [Fact]
    public void PackagesFlowThroughProjectReferences()
    {
        Package("P", "1.0.0", "netstandard2.0", "public class One { }", "");

        var loaded = Load("""<ProjectReference Include="lib/L.csproj" />""", "class A { One o; }",
            ("lib/L.csproj", Loading.ProjectLoaderTests.Library("""<PackageReference Include="P" Version="1.0.0" />""")), ("lib/l.cs", "public class L { }"));

        Assert.DoesNotContain(Errors(loaded), static error => error.Contains("One", StringComparison.Ordinal));
    }

    [Fact]
    public void AReferenceOfTheUser_IsAdded()
    {
        Package("P", "1.0.0", "netstandard2.0", "public class One { }", "");
        File.WriteAllText(Path.Combine(_packages, "broken.dll"), "MZ not really");

        var loaded = ProjectLoader.Load(new MemoryTree([("a.cs", "class A { One o; }")]),
            new LoadOptions { References = [Path.Combine(_packages, "p", "1.0.0", "lib", "netstandard2.0"), Path.Combine(_packages, "broken.dll")] });

        Assert.Empty(Errors(loaded));
        Assert.Equal("broken.dll", Assert.Single(loaded.Notices).Subject);
    }

    [Fact]
    public void ADamagedAssemblyInAPackage_GivesANotice()
    {
        Package("P", "1.0.0", "netstandard2.0", "public class One { }", "");
        var path = Path.Combine(_packages, "p", "1.0.0", "lib", "netstandard2.0", "P.dll");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..600]);

        Assert.Contains(Load("""<PackageReference Include="P" Version="1.0.0" />""", "class A { }").Notices, static notice => notice.Subject == "P.dll");
    }

    [Theory]
    [InlineData("1.0.0", "1.0", 0)]
    [InlineData("1.0.0-beta", "1.0.0", -1)]
    [InlineData("1.0.0-beta.2", "1.0.0-beta.11", -1)]
    [InlineData("[1.2.0, 2.0)", "1.2.0+sha", 0)]
    [InlineData("10.0.0", "9.0.0", 1)]
    [InlineData("1.*", "1.0.0", 0)]
    public void VersionsHaveNuGetsOrder(string left, string right, int order) =>
        Assert.Equal(order, Math.Sign(PackageVersion.Parse(left)!.CompareTo(PackageVersion.Parse(right))));

    [Theory]
    [InlineData("net10.0", "netstandard2.1", true)]
    [InlineData("net10.0", "net8.0", true)]
    [InlineData("net8.0", "net10.0", false)]
    [InlineData("net472", "netstandard2.0", true)]
    [InlineData("net472", "netstandard2.1", false)]
    [InlineData("net10.0", "net472", false)]
    [InlineData("net10.0", "net10.0-windows", false)]
    [InlineData("net10.0-windows", "net10.0", true)]
    [InlineData("net461", "netstandard1.4", true)]
    [InlineData("netstandard2.0", "netstandard1.3", true)]
    public void Compatible(string project, string library, bool expected) =>
        Assert.Equal(expected, Framework.Parse(project)!.IsCompatibleWith(Framework.Parse(library)!));

    public void Dispose() => Directory.Delete(_packages, recursive: true);

    private LoadedSolution Load(string items, string source, params (string, string)[] more) => ProjectLoader.Load(
        new MemoryTree([("A.csproj", Loading.ProjectLoaderTests.Library(items)), ("a.cs", source), .. more]), new LoadOptions { PackagesFolder = _packages });

    private static IEnumerable<string> Errors(LoadedSolution loaded) => loaded.Projects.Single(static p => p.Name is "A" or "memory").Compilation
        .GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());

    private void Package(string id, string version, string framework, string source, string dependencies)
    {
        var folder = Path.Combine(_packages, id.ToLowerInvariant(), version);
        var lib = Directory.CreateDirectory(Path.Combine(folder, "lib", framework)).FullName;
        File.WriteAllText(Path.Combine(folder, id.ToLowerInvariant() + ".nuspec"),
            $"""<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>{id}</id><dependencies>{dependencies}</dependencies></metadata></package>""");
        var compilation = CSharpCompilation.Create(id, [CSharpSyntaxTree.ParseText(source)], FrameworkReferences.Of(FrameworkSet.Standard), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(Path.Combine(lib, id + ".dll")).Success);
    }
}
