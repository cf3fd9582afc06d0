using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>The same files in any order give the same SARIF, byte for byte. That threads, roots, line ends and the cache make no difference is held by the engine's own tests.</summary>
public class P41
{
    private static readonly (string Path, string Content)[] Files =
    [
        ("src/A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>"""),
        ("src/A/Store.cs", Requests.Store),
        ("src/B/B.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../A/A.csproj" /></ItemGroup></Project>"""),
        ("src/B/Store.cs", Requests.Store.Replace("namespace Shop;", "namespace Other;", StringComparison.Ordinal)),
        ("src/B/Honest.cs", "namespace Other; public static class Adder { public static int Add(int a, int b) => checked(a + b); }"),
    ];

    private static readonly Lazy<Task<string>> Expected = new(static () => SarifAsync(Files));

    [Fact]
    public void InAnyOrder_TheSarifIsTheSame() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(8),
        Prop.ForAll(Gen.Shuffle(Files).ToArbitrary(), static files => Task.Run(async () => Assert.Equal(await Expected.Value, await SarifAsync(files)))));

    private static async Task<string> SarifAsync(IEnumerable<(string Path, string Content)> files)
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var body = JsonSerializer.Serialize(new { files = files.Select(static f => new { path = f.Path, content = f.Content }), project_path = "shop" });
        var id = (await service.CallAsync("Analyze", Requests.Of(key, body))).Json().Text("analysis_id");
        await service.PumpAsync();
        var sarif = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)).With("accept", "application/sarif+json"))).Body;
        Assert.Contains("\"results\"", sarif, StringComparison.Ordinal);
        return sarif;
    }
}
