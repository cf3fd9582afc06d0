using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>
/// Nothing of the analysed code is executed: an archive that would write a file whenever it is restored, built or loaded writes none, and no
/// assembly of the product even names what starts a process or loads code. The engine's own test holds it for a folder.
/// </summary>
public sealed class P25 : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghostbusters-canary-").FullName;

    private string Canary => Path.Combine(_folder, "canary");

    /// <summary>What the product has no use for. It is the compiler's own library that these stand in for analysers and generators with.</summary>
    private static readonly HashSet<string> Forbidden = new(StringComparer.Ordinal)
    {
        "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo", "Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference",
        "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile", "System.Reflection.Assembly.UnsafeLoadFrom", "System.Reflection.Assembly.Load",
        "System.Runtime.Loader.AssemblyLoadContext.LoadFromAssemblyPath", "System.Runtime.Loader.AssemblyLoadContext.LoadFromStream", "System.Activator.CreateInstanceFrom",
        "System.Runtime.InteropServices.NativeLibrary.Load", "Microsoft.CodeAnalysis.Compilation.Emit",
    };

    [Fact]
    public async Task AnArchiveThatStrikesWhenBuilt_IsAnalysed_AndDoesNotStrike()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var archive = Archive();
        var announced = JsonSerializer.Serialize(new { length = archive.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(archive)) });
        var ticket = (await service.CallAsync("Upload", Requests.Of(key, announced))).Json();
        await service.Blobs.PutAsync(Service.Ada, Functions.Analysis.State.AnalysisBlobs.Upload(ticket.Text("upload_id")), new MemoryStream(archive), "application/zip", default);
        var id = (await service.CallAsync("Analyze", Requests.Of(key, JsonSerializer.Serialize(new { upload = ticket.Text("upload_id") })))).Json().Text("analysis_id");
        await service.PumpAsync();
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Contains(result.GetProperty("delusions_detected").EnumerateArray(), static found => found.Text("file") == "src/OrderStore.cs");
        Assert.Contains("WriteAllText", result.GetProperty("not_analysed").ToString(), StringComparison.Ordinal); // It was read, and not evaluated.
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void TheProduct_NamesNothingThatStartsOrLoads()
    {
        var product = Directory.EnumerateFiles(AppContext.BaseDirectory, "Ghostbusters.*.dll").Where(static path => IsProduct(Path.GetFileNameWithoutExtension(path))).ToList();
        Assert.True(product.Count >= 7, string.Join(", ", product));
        Assert.Empty(product.SelectMany(static path => Named(path).Where(Forbidden.Contains).Select(name => $"{Path.GetFileName(path)} names {name}")));
        // The same look finds what this test itself names.
        Assert.Contains("System.Activator.CreateInstanceFrom", Named(typeof(P25).Assembly.Location));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsProduct(string assembly) =>
        assembly is "Ghostbusters.Analyzers" or "Ghostbusters.CodeFixes" or "Ghostbusters.Engine"
        || assembly.StartsWith("Ghostbusters.Compat.", StringComparison.Ordinal)
        || assembly.StartsWith("Ghostbusters.Functions", StringComparison.Ordinal) && assembly is not ("Ghostbusters.Functions.Testing" or "Ghostbusters.Functions.World");

    /// <summary>Types of other assemblies that an assembly names, and their members.</summary>
    private static HashSet<string> Named(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var types = reader.TypeReferences.ToDictionary(static handle => handle, handle => reader.GetTypeReference(handle) is var type ? $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}" : "");
        var members = reader.MemberReferences.Select(reader.GetMemberReference)
            .Where(static member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{types[(TypeReferenceHandle)member.Parent]}.{reader.GetString(member.Name)}");
        return [.. types.Values, .. members];
    }

    private byte[] Archive()
    {
        var files = new Dictionary<string, string>
        {
            ["src/Shop.csproj"] = $"""
                <Project Sdk="Microsoft.NET.Sdk" InitialTargets="Strike">
                  <PropertyGroup>
                    <TargetFramework>net9.0</TargetFramework>
                    <Written>$([System.IO.File]::WriteAllText('{Canary}', 'property function'))</Written>
                  </PropertyGroup>
                  <Target Name="Strike" BeforeTargets="Build;Restore"><Exec Command="touch {Canary}" /><WriteLinesToFile File="{Canary}" Lines="x" /></Target>
                  <ItemGroup><Analyzer Include="Evil.dll" /></ItemGroup>
                </Project>
                """,
            ["Directory.Build.props"] = $"""<Project><PropertyGroup><A>$([System.IO.File]::WriteAllText('{Canary}', 'props'))</A></PropertyGroup></Project>""",
            ["Directory.Build.targets"] = $"""<Project><Target Name="T" AfterTargets="CoreCompile"><Exec Command="touch {Canary}" /></Target></Project>""",
            ["NuGet.config"] = $"""<configuration><config><add key="globalPackagesFolder" value="{Canary}" /></config></configuration>""",
            [".editorconfig"] = "[*.cs]\nbuild_property.A = b\n",
            ["src/Generator.cs"] = $$"""[Microsoft.CodeAnalysis.Generator] public sealed class G { static G() => System.IO.File.WriteAllText("{{Canary}}", ""); }""",
            ["src/OrderStore.cs"] = Requests.Store,
        };
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
            // A library that would run when it is loaded: this test's own will do.
            zip.CreateEntryFromFile(typeof(P25).Assembly.Location, "src/Evil.dll");
        }
        return bytes.ToArray();
    }

    /// <summary>Named so that the test can see that it would see.</summary>
    internal static object? Named() => Activator.CreateInstanceFrom("Evil.dll", "Evil")?.Unwrap();
}
