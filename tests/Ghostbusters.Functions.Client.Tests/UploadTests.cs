using System.IO.Compression;
using System.Net;
using Ghostbusters.Functions.Client.Uploads;

namespace Ghostbusters.Functions.Client.Tests;

public sealed class UploadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghostbusters-client-").FullName;

    [Fact]
    public async Task AFolder_IsPackedWithWhatIsRead_AndTheSameAgain()
    {
        Write("src/A.cs", "src/A.csproj", "Directory.Build.props", "obj/project.assets.json", ".editorconfig");
        Write(".git/config.cs", "src/bin/B.cs", "src/obj/C.cs", "node_modules/d.cs", "secret.pem", "src/photo.jpg");
        using var first = await FolderArchive.PackAsync(_folder, CancellationToken.None);
        using var second = await FolderArchive.PackAsync(_folder, CancellationToken.None);
        Assert.Equal(first.Sha256, second.Sha256);
        using var zip = new ZipArchive(new MemoryStream(await first.ReadAsync(CancellationToken.None)));
        Assert.Equal([".editorconfig", "Directory.Build.props", "obj/project.assets.json", "src/A.cs", "src/A.csproj"], zip.Entries.Select(static e => e.FullName));
    }

    [Fact]
    public async Task AFolderWithoutCode_IsRefused() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => FolderArchive.PackAsync(_folder, CancellationToken.None));

    [Fact]
    public async Task TheBytes_GoWhereTheTicketSays_WithoutTheKey()
    {
        Write("A.cs");
        var service = new Answering(
            (HttpStatusCode.Created, """{"upload_id":"up","method":"PUT","url":"https://store.example/x?signed=1","headers":{"content-type":"application/zip"},"expires_at":"2026-11-26T00:00:00Z"}"""),
            (HttpStatusCode.OK, ""),
            (HttpStatusCode.Accepted, """{"analysis_id":"01a","status":"queued","links":{"result":"/r","recover":"/v"}}"""));
        using var client = new GhostbustersClient(new ClientOptions(new Uri("https://service.example"), "gb_key"), service);
        await client.SubmitFolderAsync(_folder, "shop");
        Assert.Equal("https://store.example/x?signed=1", service.Calls[1].Url);
        Assert.Equal("application/zip", service.Calls[1].Headers["content-type"]);
        Assert.False(service.Calls[1].Headers.ContainsKey("authorization"));
        Assert.Equal("""{"upload":"up","project_path":"shop"}""", service.Calls[2].Body);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            var full = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, "// " + path);
        }
    }
}
