using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Local.Tables;
using Ghostbusters.Functions.Storage;
using Microsoft.Data.Sqlite;

namespace Ghostbusters.Functions.Tests.Storage;

public sealed class SqliteStoreTests : IAsyncLifetime
{
    private readonly ScratchStore _scratch = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _scratch.DisposeAsync();

    [Fact]
    public async Task AWriteThatFails_IsUndoneAlone_AmongThoseThatShareItsCommit()
    {
        var (hold, held) = (new ManualResetEventSlim(), new TaskCompletionSource());
        var first = _scratch.Store.WriteAsync(session =>
        {
            held.SetResult();
            hold.Wait();
            return Insert(session, 0);
        }, default);
        await held.Task; // What comes now waits, and is committed together.
        var writes = Enumerable.Range(1, 9).Select(i => _scratch.Store.WriteAsync(session =>
        {
            Insert(session, i);
            return i % 3 == 0 ? throw new InvalidOperationException($"{i}") : i;
        }, default)).ToList();
        using var cancelled = new CancellationTokenSource();
        var unwanted = _scratch.Store.WriteAsync(session => Insert(session, 100), cancelled.Token);
        await cancelled.CancelAsync();
        hold.Set();
        Assert.Equal(1, await first);
        foreach (var (write, i) in writes.Select(static (w, i) => (w, i + 1)))
            if (i % 3 == 0) Assert.Equal($"{i}", (await Assert.ThrowsAsync<InvalidOperationException>(() => write)).Message);
            else Assert.Equal(i, await write);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unwanted);
        Assert.Equal(["0", "1", "2", "4", "5", "7", "8"], await NamesAsync());
    }

    [Fact]
    public async Task ABrokenStatement_IsItsCallersFailure_AndNoOnesElse()
    {
        await Assert.ThrowsAsync<SqliteException>(() => _scratch.Store.WriteAsync(static session => session.Execute("INSERT INTO nowhere VALUES (1)"), default));
        Assert.Equal(1, await _scratch.Store.WriteAsync(session => Insert(session, 1), default));
    }

    [Fact]
    public async Task AClosedStore_RefusesWrites()
    {
        await using var scratch = new ScratchStore();
        await scratch.Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await scratch.Store.WriteAsync(session => Insert(session, 1), default));
    }

    [Fact]
    public async Task AFileOfANewerProgram_IsRefused()
    {
        await _scratch.Store.WriteAsync(static session => session.Execute("PRAGMA user_version = 99"), default);
        Assert.Throws<InvalidDataException>(() => SqliteStore.Open(_scratch.File));
    }

    [Fact]
    public async Task TwoStoresOnOneFile_ExcludeEachOther()
    {
        await using var other = SqliteStore.Open(_scratch.File);
        var (clock, ada, key) = (new FakeTimeProvider(), TenantId.Parse("ada"), new ItemKey("p", "n"));
        var tables = new[] { _scratch.Store, other }.Select(store => new SqliteTable(store, "t", clock)).ToList();
        await tables[0].PutAsync(ada, new ItemDraft(key, AttributeMap.Empty), WriteCondition.None, default);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => tables[i % 2].UpdateAsync(ada, key, new ItemChange { Add = new Dictionary<string, decimal> { ["n"] = 1 } }, WriteCondition.Present, default)));
        Assert.Equal(40, (await tables[0].GetAsync(ada, key, default))?.Attributes.Number("n"));
    }

    private static int Insert(SqliteSession session, int i) =>
        session.Execute("INSERT INTO secrets (tenant, name, current) VALUES ('t', $name, x'00')", ("$name", $"{i}"));

    private Task<List<string>> NamesAsync() => _scratch.Store.ReadAsync(static session => session.Query("SELECT name FROM secrets ORDER BY name", static r => r.GetString(0)), default);
}
