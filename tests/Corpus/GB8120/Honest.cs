using System.Formats.Tar;
using System.IO.Compression;

namespace Shop.HonestUnpacking;

public class Unpacker
{
    private const string Folder = "/var/shop/in/";

    public void Compared(ZipArchiveEntry entry)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, entry.FullName));
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
            throw new InvalidDataException("It lies outside.");
        entry.ExtractToFile(path, overwrite: true); //@near GB8120
    }

    public void Skipped(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var path = Path.GetFullPath(Folder + entry.FullName);
            if (path.StartsWith(Folder, StringComparison.Ordinal))
                entry.ExtractToFile(path); //@near GB8120
        }
    }

    // The name has no folders.
    public void Flat(ZipArchiveEntry entry) => entry.ExtractToFile(Path.Combine(Folder, entry.Name)); //@near GB8120

    // It compares by itself.
    public void Whole(ZipArchive archive) => archive.ExtractToDirectory(Folder); //@near GB8120

    public Task WholeTar(Stream tar) => TarFile.ExtractToDirectoryAsync(tar, Folder, overwriteFiles: false); //@near GB8120

    public List<string> Listed(ZipArchive archive) => archive.Entries.Select(e => e.FullName).ToList(); //@near GB8120

    public void Numbered(ZipArchive archive)
    {
        for (var i = 0; i < archive.Entries.Count; i++)
            archive.Entries[i].ExtractToFile(Folder + i + ".bin"); //@near GB8120
    }

    // The name chooses what is read from the archive, not where it is written.
    public string Found(ZipArchive archive)
    {
        var entry = archive.Entries.First(e => e.FullName.EndsWith("/manifest.json", StringComparison.Ordinal));
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd(); //@near GB8120
    }

    // The program writes the archive, and so the names.
    public void Packed(ZipArchive archive, string file) => archive.CreateEntryFromFile(Path.Combine(Folder, Path.GetFileName(file)), "data.bin"); //@near GB8120

    public void Index(ZipArchiveEntry entry) => File.WriteAllText(Folder + "index.txt", entry.FullName); //@near GB8120

    public void Guid(ZipArchiveEntry entry) => entry.ExtractToFile(Path.Combine(Folder, System.Guid.NewGuid().ToString("N"))); //@near GB8120
}
