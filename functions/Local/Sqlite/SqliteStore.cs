using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Ghostbusters.Functions.Local.Sqlite;

/// <summary>
/// One SQLite file for the local host: tables, queues and secrets. One writer, whose waiting writes share a commit; any
/// number of readers beside it (write-ahead log). Another process may have the file open too.
/// </summary>
public sealed class SqliteStore : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly SqliteWriter _writer;

    private SqliteStore(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var session = new SqliteSession(_connectionString);
        SqliteSchema.Create(session);
        _writer = new SqliteWriter(session);
    }

    /// <summary>Opens the file, and makes it where it is missing: readable by its user only, because secrets are in it.</summary>
    public static SqliteStore Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (new FileStream(path, options))
            return new SqliteStore(path);
    }

    /// <summary>Runs a read that sees every write that was answered before.</summary>
    internal Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellation) => Task.Run(
        () =>
        {
            if (!_readers.TryTake(out var session)) session = new SqliteSession(_connectionString);
            try
            {
                return read(session);
            }
            finally
            {
                _readers.Add(session);
            }
        },
        cancellation);

    /// <summary>Runs a write, whole or not at all; it is on the disk when the task completes.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation) => _writer.WriteAsync(write, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        foreach (var reader in _readers) reader.Dispose();
    }
}
