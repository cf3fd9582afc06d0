using System.IO.Compression;
using System.Text;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>What a double serves: one commit of one repository.</summary>
/// <param name="Path">Owner and name.</param>
/// <param name="Commit">Its head, 40 hexadecimal digits.</param>
/// <param name="Files">Texts by path.</param>
public sealed record ForgeRepository(string Path, string Commit, IReadOnlyDictionary<string, string> Files)
{
    public const string Branch = "main";

    public int LinesOf(string path) => Files[path].Split('\n').Length;

    /// <summary>Whether a ref names the commit.</summary>
    public bool Has(string reference) => reference == Branch || reference == Commit;

    /// <summary>As forges pack: everything below one folder with the commit in its name.</summary>
    public byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in Files)
            {
                using var entry = zip.CreateEntry($"{Path.Replace('/', '-')}-{Commit[..7]}/{path}").Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
