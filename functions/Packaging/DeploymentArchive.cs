using System.IO.Compression;
using System.Text;

namespace Ghostbusters.Functions.Packaging;

/// <summary>
/// What Lambda gets: the executable, Amazon's roots, and an empty folder. A function is to trust them and nothing else:
/// <c>SSL_CERT_FILE=/var/task/certs/amazon.pem</c>, <c>SSL_CERT_DIR=/var/task/certs/none</c>.
/// </summary>
internal static class DeploymentArchive
{
    public const string Executable = "bootstrap";
    public const string Roots = "certs/amazon.pem";
    public const string NoRoots = "certs/none/";

    /// <summary>rwxr-xr-x, rw-r--r-- and drwxr-xr-x: Lambda runs the executable as another user.</summary>
    private const int ExecutableMode = 0x81ED;
    private const int FileMode = 0x81A4;
    private const int FolderMode = 0x41ED;

    /// <summary>Equal inputs give equal bytes, so that an unchanged context is not deployed again.</summary>
    private static readonly DateTimeOffset Time = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(byte[] executable, string roots)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, Executable, ExecutableMode, executable);
            Add(zip, Roots, FileMode, Encoding.ASCII.GetBytes(roots));
            Add(zip, NoRoots, FolderMode, []);
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, int mode, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Time;
        entry.ExternalAttributes = mode << 16;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
