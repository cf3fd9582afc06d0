using System.IO.Compression;
using System.Security.Cryptography;

namespace Ghostbusters.Functions.Client.Uploads;

/// <summary>A folder as a zip, in a file that goes with its disposal.</summary>
public sealed class FolderArchive : IDisposable
{
    /// <summary>What the service takes at most.</summary>
    public const long Maximum = 200L << 20;

    public const string ContentType = "application/zip";

    // The same for the same files, so that a folder that did not change has the same hash.
    private static readonly DateTimeOffset Moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FileStream _file;

    private FolderArchive(FileStream file, string sha256, int count) => (_file, Sha256, Count) = (file, sha256, count);

    public long Length => _file.Length;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Files in it.</summary>
    public int Count { get; }

    /// <summary>
    /// Packs what an analysis reads: no version control, no build outputs but <c>obj/project.assets.json</c>, no links, and no
    /// file that is not text of code or projects.
    /// </summary>
    /// <exception cref="InvalidDataException">There is nothing to pack, or it is more than <see cref="Maximum"/>.</exception>
    public static async Task<FolderArchive> PackAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), "ghostbusters-" + RandomNumberGenerator.GetHexString(16, lowercase: true) + ".zip");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // It is somebody's code, in a folder of everybody's.
        var file = new FileStream(path, options);
        try
        {
            var count = await WriteAsync(folder, file, cancellation).ConfigureAwait(false);
            if (count == 0) throw new InvalidDataException($"{folder} holds no C# and no project: there is nothing to submit.");
            if (file.Length > Maximum) throw new InvalidDataException($"{folder} is {file.Length >> 20} MB packed, and the service takes {Maximum >> 20}. Submit a part of it.");
            file.Position = 0;
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false));
            return new FolderArchive(file, sha256, count);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The bytes for one try at sending them; the archive stays open.</summary>
    internal async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        _file.Position = 0;
        var bytes = new byte[_file.Length];
        await _file.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes;
    }

    public void Dispose() => _file.Dispose();

    private static async Task<int> WriteAsync(string folder, FileStream file, CancellationToken cancellation)
    {
        var count = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in FolderFiles.Of(folder))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = Moment;
            await using var content = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 81920, FileOptions.Asynchronous);
            await using var target = entry.Open();
            await content.CopyToAsync(target, cancellation).ConfigureAwait(false);
            count++;
        }
        return count;
    }
}
