namespace Ghostbusters.Functions.Host.Running;

/// <summary>The folder of all that the host keeps. One host at a time has it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string Store => System.IO.Path.Combine(Path, "ghostbusters.db");

    public string Blobs => System.IO.Path.Combine(Path, "blobs");

    /// <summary>Opens it, and makes it where it is missing, for its user only.</summary>
    /// <exception cref="HostRefusal">Another host has it.</exception>
    public static DataFolder Open(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException)
        {
            throw new HostRefusal($"Another host works on {path}. Stop it, or give this one another --data. ({exception.Message})");
        }
    }

    public void Dispose() => _lock.Dispose();
}
