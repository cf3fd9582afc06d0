using Ghostbusters.Functions.Local.Sqlite;

namespace Ghostbusters.Functions.Tests;

/// <summary>A store in a folder that goes with it.</summary>
internal sealed class ScratchStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-store-");

    public ScratchStore()
    {
        File = Path.Combine(_folder.FullName, "store.db");
        Store = SqliteStore.Open(File);
    }

    public string File { get; }

    public SqliteStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
