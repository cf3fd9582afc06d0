using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Local.Sqlite;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>The journal of one execution in the local host's file.</summary>
internal sealed class SqliteJournal : IStepJournal
{
    private readonly SqliteStore _store;
    private readonly long _execution;
    private readonly ConcurrentDictionary<string, JsonObject> _steps;

    private SqliteJournal(SqliteStore store, long execution, Dictionary<string, JsonObject> steps) =>
        (_store, _execution, _steps) = (store, execution, new ConcurrentDictionary<string, JsonObject>(steps, StringComparer.Ordinal));

    public static async Task<SqliteJournal> OpenAsync(SqliteStore store, long execution, CancellationToken cancellation) =>
        new(store, execution, await store.ReadAsync(session => ExecutionRows.Steps(session, execution), cancellation).ConfigureAwait(false));

    public JsonObject? Find(string step) => _steps.GetValueOrDefault(step);

    public async Task WriteAsync(string step, JsonObject outcome, CancellationToken cancellation)
    {
        var text = outcome.ToJsonString();
        await _store.WriteAsync(
            session =>
            {
                ExecutionRows.WriteStep(session, _execution, step, text);
                return true;
            },
            cancellation).ConfigureAwait(false);
        _steps[step] = outcome;
    }
}
