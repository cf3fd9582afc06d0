namespace Ghostbusters.Functions.Host.Running;

/// <summary>The folder of all that the host keeps. One host at a time has it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string Store => StoreOf(Path);

    public string Blobs => System.IO.Path.Combine(Path, "blobs");

    /// <summary>Opens it, and makes it where it is missing, for its user only.</summary>
    /// <exception cref="HostRefusal">Another host has it.</exception>
    public static DataFolder Open(string path)
    {
        Make(path);
        try
        {
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException)
        {
            throw new HostRefusal($"Another host works on {path}. Stop it, or give this one another --data. ({exception.Message})");
        }
    }

    /// <summary>Makes the folder where it is missing, for its user only.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The file of tables, queues and secrets in a folder; other processes may write to it beside the host.</summary>
    public static string StoreOf(string path) => System.IO.Path.Combine(path, "ghostbusters.db");

    public void Dispose() => _lock.Dispose();
}
