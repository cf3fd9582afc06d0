namespace Ghostbusters.Functions.Local.Sqlite;

/// <summary>
/// The tables of the file. Texts compare as bytes (BINARY, UTF-8), which is the order that the ports promise.
/// </summary>
internal static class SqliteSchema
{
    private const int Version = 2;

    /// <exception cref="InvalidDataException">A newer program made the file.</exception>
    public static void Create(SqliteSession session)
    {
        session.Execute("PRAGMA journal_mode = WAL");
        var version = session.Query("PRAGMA user_version", static r => r.GetInt32(0)).Single();
        if (version > Version) throw new InvalidDataException($"The file is of version {version}; this program knows {Version}.");
        foreach (var statement in Statements) session.Execute(statement);
    }

    private static readonly string[] Statements =
    [
        """
        CREATE TABLE IF NOT EXISTS items (
          tbl TEXT NOT NULL, tenant TEXT NOT NULL, pk TEXT NOT NULL, sk TEXT NOT NULL,
          attributes BLOB NOT NULL, version INTEGER NOT NULL,
          pk1 TEXT, sk1 TEXT, pk2 TEXT, sk2 TEXT, expires INTEGER, pending INTEGER,
          PRIMARY KEY (tbl, tenant, pk, sk)) WITHOUT ROWID
        """,
        "CREATE INDEX IF NOT EXISTS items1 ON items (tbl, tenant, pk1, sk1, pk, sk) WHERE pk1 IS NOT NULL",
        "CREATE INDEX IF NOT EXISTS items2 ON items (tbl, tenant, pk2, sk2, pk, sk) WHERE pk2 IS NOT NULL",
        "CREATE INDEX IF NOT EXISTS items_expiring ON items (expires) WHERE expires IS NOT NULL",
        "CREATE INDEX IF NOT EXISTS items_pending ON items (tbl, pending) WHERE pending IS NOT NULL",
        """
        CREATE TABLE IF NOT EXISTS messages (
          id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, tenant TEXT NOT NULL, body TEXT NOT NULL,
          attributes TEXT NOT NULL, visible INTEGER NOT NULL, attempts INTEGER NOT NULL, receipt TEXT)
        """,
        "CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible, id)",
        """
        CREATE TABLE IF NOT EXISTS secrets (
          tenant TEXT NOT NULL, name TEXT NOT NULL, current BLOB NOT NULL, previous BLOB,
          PRIMARY KEY (tenant, name)) WITHOUT ROWID
        """,
        """
        CREATE TABLE IF NOT EXISTS executions (
          id INTEGER PRIMARY KEY AUTOINCREMENT, tenant TEXT NOT NULL, workflow TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL,
          started INTEGER NOT NULL, state TEXT NOT NULL, output TEXT, error TEXT, cause TEXT, ended INTEGER,
          UNIQUE (tenant, workflow, name))
        """,
        "CREATE INDEX IF NOT EXISTS executions_running ON executions (state) WHERE state = 'Running'",
        """
        CREATE TABLE IF NOT EXISTS execution_steps (
          execution INTEGER NOT NULL, step TEXT NOT NULL, outcome TEXT NOT NULL,
          PRIMARY KEY (execution, step)) WITHOUT ROWID
        """,
        $"PRAGMA user_version = {Version}",
    ];
}
