using System.Formats.Tar;
using System.IO.Compression;

namespace Shop.Unpacking;

public class Unpacker(string folder)
{
    public void Each(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
            entry.ExtractToFile(Path.Combine(folder, entry.FullName), overwrite: true); //@true GB8120
    }

    public void Copied(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var file = File.Create(folder + "/" + entry.FullName); //@true GB8120
        content.CopyTo(file);
    }

    public void Streamed(ZipArchiveEntry entry)
    {
        using var file = new FileStream(Path.Combine(folder, entry.FullName), FileMode.Create); //@true GB8120
        using var content = entry.Open();
        content.CopyTo(file);
    }

    public void Folder(ZipArchiveEntry entry) => Directory.CreateDirectory(Path.Combine(folder, entry.FullName)); //@true GB8120

    public void Parent(ZipArchiveEntry entry) => Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, entry.FullName))!); //@true GB8120

    // Backslashes are made slashes, and `..` stays.
    public void Slashes(ZipArchiveEntry entry) => entry.ExtractToFile(Path.Combine(folder, entry.FullName.Replace('\\', '/'))); //@true GB8120

    // An absolute path is no check yet.
    public void Absolute(ZipArchiveEntry entry)
    {
        var path = Path.GetFullPath(Path.Combine(folder, entry.FullName));
        if (path.Length < 260)
            entry.ExtractToFile(path); //@true GB8120
    }

    public async Task Tar(TarReader reader)
    {
        while (await reader.GetNextEntryAsync() is { } entry)
            await entry.ExtractToFileAsync(Path.Combine(folder, entry.Name), overwrite: true); //@true GB8120
    }

    public void Link(TarEntry entry) => File.CreateSymbolicLink(Path.Combine(folder, "link"), entry.LinkName); //@true GB8120

    public void Removed(ZipArchiveEntry entry) => File.Delete(Path.Combine(folder, entry.FullName)); //@true GB8120
}
