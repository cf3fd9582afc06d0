using System.Text.Json.Nodes;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Workflows;
using Microsoft.Data.Sqlite;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>Executions and their steps as rows.</summary>
internal static class ExecutionRows
{
    private const string Columns = "id, tenant, workflow, name, input, started, state, output, error, cause";

    /// <summary>Null where one of that name is there.</summary>
    public static ExecutionRow? Insert(SqliteSession session, TenantId tenant, string workflow, ExecutionName name, string input, DateTimeOffset now) => session.Query(
        $"INSERT INTO executions (tenant, workflow, name, input, started, state) VALUES ($tenant, $workflow, $name, $input, $now, 'Running') ON CONFLICT DO NOTHING RETURNING {Columns}",
        Read, ("$tenant", tenant.Value), ("$workflow", workflow), ("$name", name.Value), ("$input", input), ("$now", now.ToUnixTimeMilliseconds())).SingleOrDefault();

    public static ExecutionRow? Find(SqliteSession session, TenantId tenant, string workflow, ExecutionName name) => session.Query(
        $"SELECT {Columns} FROM executions WHERE tenant = $tenant AND workflow = $workflow AND name = $name",
        Read, ("$tenant", tenant.Value), ("$workflow", workflow), ("$name", name.Value)).SingleOrDefault();

    public static List<ExecutionRow> Running(SqliteSession session) => session.Query($"SELECT {Columns} FROM executions WHERE state = 'Running' ORDER BY id", Read);

    /// <summary>Ends it, once; its steps are of no more use then. False: it had ended.</summary>
    public static bool End(SqliteSession session, long id, ExecutionStatus status, DateTimeOffset now)
    {
        var ended = session.Execute(
            "UPDATE executions SET state = $state, output = $output, error = $error, cause = $cause, ended = $now WHERE id = $id AND state = 'Running'",
            ("$id", id), ("$state", status.State.ToString()), ("$output", status.Output), ("$error", status.Error), ("$cause", status.Cause), ("$now", now.ToUnixTimeMilliseconds())) == 1;
        if (ended) session.Execute("DELETE FROM execution_steps WHERE execution = $id", ("$id", id));
        return ended;
    }

    /// <summary>Forgets what ended long ago; the names are free again then.</summary>
    public static int Purge(SqliteSession session, DateTimeOffset before) =>
        session.Execute("DELETE FROM executions WHERE ended < $before", ("$before", before.ToUnixTimeMilliseconds()));

    public static void WriteStep(SqliteSession session, long id, string step, string outcome) => session.Execute(
        "INSERT OR REPLACE INTO execution_steps (execution, step, outcome) SELECT id, $step, $outcome FROM executions WHERE id = $id AND state = 'Running'",
        ("$id", id), ("$step", step), ("$outcome", outcome));

    public static Dictionary<string, JsonObject> Steps(SqliteSession session, long id) => session.Query(
        "SELECT step, outcome FROM execution_steps WHERE execution = $id",
        static row => (Step: row.GetString(0), Outcome: JsonNode.Parse(row.GetString(1))!.AsObject()), ("$id", id)).ToDictionary(static s => s.Step, static s => s.Outcome, StringComparer.Ordinal);

    private static ExecutionRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), TenantId.Read(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        new ExecutionStatus(Enum.Parse<ExecutionState>(row.GetString(6)), Text(row, 7), Text(row, 8), Text(row, 9)));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>An execution as it is kept.</summary>
internal sealed record ExecutionRow(long Id, TenantId Tenant, string Workflow, string Name, string Input, DateTimeOffset Started, ExecutionStatus Status)
{
    /// <summary>Names it among all there are.</summary>
    public string FullName => $"local:{Workflow}:{Tenant.Value}:{Name}";
}
