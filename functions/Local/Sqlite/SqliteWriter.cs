using System.Threading.Channels;

namespace Ghostbusters.Functions.Local.Sqlite;

/// <summary>
/// The one writer. Writes that wait while another commits go into the next commit together, so that a hundred callers pay
/// for one flush of the disk and not for a hundred. Each is undone alone where it fails.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaximumTogether = 128;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly Task _loop;

    public SqliteWriter(SqliteSession session)
    {
        _session = session;
        _loop = Task.Run(RunAsync);
    }

    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation)
    {
        var pending = new PendingWrite<T>(write, cancellation);
        if (!_waiting.Writer.TryWrite(pending)) throw new ObjectDisposedException(nameof(SqliteStore));
        return pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        _session.Dispose();
    }

    private async Task RunAsync()
    {
        var together = new List<PendingWrite>();
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            together.Clear();
            while (together.Count < MaximumTogether && _waiting.Reader.TryRead(out var next)) together.Add(next);
            Commit(together);
        }
    }

    /// <summary>Nobody is answered before the commit: what the store says is done is done.</summary>
    private void Commit(List<PendingWrite> writes)
    {
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var write in writes) Run(write);
            _session.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            RollBack(failure);
            foreach (var write in writes) write.Fail(failure);
            return;
        }
        foreach (var write in writes) write.Complete();
    }

    private void Run(PendingWrite write)
    {
        if (!write.IsWanted) return;
        _session.Execute("SAVEPOINT one");
        if (!write.TryRun(_session)) _session.Execute("ROLLBACK TO one");
        _session.Execute("RELEASE one");
    }

    private void RollBack(Exception failure)
    {
        try
        {
            _session.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException second)
        {
            failure.Data["rollback"] = second.Message; // SQLite had rolled back by itself, or the file is gone: the first failure says why.
        }
    }
}
