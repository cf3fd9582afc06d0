using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Orders;

[ApiController]
[Route("orders")]
public class OrdersController(DbConnection connection) : ControllerBase
{
    private string _lastFilter = "";

    [HttpGet("concatenated")]
    public IActionResult Concatenated(string customer)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE customer = '" + customer + "'"; //@true GB8101
        using var rows = command.ExecuteReader();
        return rows.HasRows ? NoContent() : NotFound();
    }

    [HttpGet("builder")]
    public void BuiltUp([FromQuery] string[] tags)
    {
        using var command = connection.CreateCommand();
        var sql = new StringBuilder("SELECT * FROM orders WHERE 1 = 1");
        foreach (var tag in tags)
            sql.Append(" AND tag = '").Append(tag).Append('\'');
        command.CommandText = sql.ToString(); //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("joined")]
    public void Joined([FromQuery] List<string> states)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM orders WHERE state IN ({string.Join(", ", states.Select(s => $"'{s}'"))})"; //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("header")]
    public void FromAHeader()
    {
        using var command = connection.CreateCommand();
        var tenant = Request.Headers["X-Tenant"].ToString();
        command.CommandText = "SET search_path TO " + tenant; //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("cookie")]
    public void FromACookie()
    {
        if (!Request.Cookies.TryGetValue("region", out var region))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, "SELECT * FROM orders WHERE region = '{0}'", region); //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpPost("field")]
    public void ThroughAField(string filter)
    {
        _lastFilter = filter;
        RunLast();
    }

    private void RunLast()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE " + _lastFilter; //@true GB8101
        command.ExecuteNonQuery();
    }

    // Doubling the quotes of the wrong field: the other one still comes in.
    [HttpGet("half")]
    public void HalfEscaped(string name, string city)
    {
        name = name.Replace("'", "''", StringComparison.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM customers WHERE name = '" + name + "' AND city = '" + city + "'"; //@true GB8101
        command.ExecuteNonQuery();
    }

    // A check that does not stop: it writes a warning and goes on.
    [HttpGet("warned")]
    public void WarnedOnly(string sort)
    {
        if (sort is not ("id" or "created"))
            Console.Error.WriteLine("unknown order");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders ORDER BY " + sort; //@true GB8101
        command.ExecuteNonQuery();
    }

    // Matches anywhere in the text, not the whole of it.
    [HttpGet("unanchored")]
    public void Unanchored(string name)
    {
        if (!Regex.IsMatch(name, "[a-z]+"))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM customers WHERE name = '" + name + "'"; //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpPost("body")]
    public void FromABody([FromBody] Search search)
    {
        using var command = connection.CreateCommand();
        command.CommandText = search.ToSql(); //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpPost("tuple")]
    public void ThroughATuple(string table, string key)
    {
        var (where, from) = Parts(table, key);
        using var command = connection.CreateCommand();
        command.CommandText = $"DELETE FROM {from} WHERE {where}"; //@true GB8101
        command.ExecuteNonQuery();
    }

    private static (string Where, string From) Parts(string table, string key) => ($"key = '{key}'", table);

    [HttpPost("async")]
    public async Task<int> ThroughTasks(string code, CancellationToken cancellation)
    {
        var statement = await BuildAsync(code, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = statement; //@true GB8101
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string> BuildAsync(string code, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        return "DELETE FROM codes WHERE code = '" + code + "'";
    }

    [HttpPost("lambda")]
    public void ThroughADelegate(string name)
    {
        Func<string, string> quote = text => "'" + text + "'";
        Run(command => command.CommandText = "SELECT * FROM t WHERE name = " + quote(name)); //@true GB8101
    }

    private void Run(Action<DbCommand> prepare)
    {
        using var command = connection.CreateCommand();
        prepare(command);
        command.ExecuteNonQuery();
    }

    [HttpPost("iterator")]
    public void ThroughAnIterator(string names)
    {
        foreach (var statement in Statements(names))
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement; //@true GB8101
            command.ExecuteNonQuery();
        }
    }

    private static IEnumerable<string> Statements(string names)
    {
        foreach (var name in names.Split(','))
            yield return "INSERT INTO names VALUES ('" + name.Trim() + "')";
    }

    [HttpPost("out")]
    public void ThroughOut(string text)
    {
        if (!TryBuild(text, out var sql))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = sql; //@true GB8101
        command.ExecuteNonQuery();
    }

    private static bool TryBuild(string text, out string sql)
    {
        sql = "SELECT " + text;
        return text.Length > 0;
    }

    [HttpPost("exception")]
    public void ThroughAnException(string id)
    {
        using var command = connection.CreateCommand();
        try
        {
            if (id.Length > 8)
                throw new ArgumentException(id);
        }
        catch (ArgumentException e)
        {
            command.CommandText = "INSERT INTO failures VALUES ('" + e.Message + "')"; //@true GB8101
            command.ExecuteNonQuery();
            throw;
        }
    }
}

public sealed record Search(string Column, string Value)
{
    public string ToSql() => $"SELECT * FROM orders WHERE {Column} = '{Value}'";
}

public interface IStatements
{
    string For(string text);
}

public sealed class PlainStatements : IStatements
{
    public string For(string text) => "SELECT * FROM plain WHERE text = '" + text + "'";
}

public class ReportsController(DbConnection connection) : ControllerBase
{
    private readonly IStatements _statements = new PlainStatements();
    private readonly Dictionary<string, string> _kept = [];

    [HttpGet("reports/interface")]
    public void ThroughAnInterface(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _statements.For(text); //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("reports/dictionary")]
    public void ThroughADictionary(string text)
    {
        _kept["where"] = text;
        _kept["order"] = "id";
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM r WHERE " + _kept["where"]; //@true GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("reports/json")]
    public async Task ThroughJson()
    {
        using var document = await JsonDocument.ParseAsync(Request.Body);
        var column = document.RootElement.GetProperty("column").GetString();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT " + column + " FROM r"; //@true GB8101
        await command.ExecuteNonQueryAsync();
    }

    [HttpGet("reports/generic")]
    public void ThroughAGeneric(string text)
    {
        var box = new Box<string>(text);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM r WHERE t = '" + box.Content + "'"; //@true GB8101
        command.ExecuteNonQuery();
    }
}

public sealed class Box<T>(T content)
{
    public T Content { get; } = content;
}

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/items", (string q, DbConnection connection) =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT * FROM items WHERE title LIKE '%" + q + "%'"; //@true GB8101
            return Results.Ok(command.ExecuteNonQuery());
        });
    }
}

internal static class Console1
{
    // Whoever runs the program may write it: a note, but a finding.
    public static int Import(IDbConnection connection, string[] arguments)
    {
        var table = Environment.GetEnvironmentVariable("TABLE") ?? "orders";
        using var command = connection.CreateCommand();
        command.CommandText = "TRUNCATE TABLE " + table; //@true GB8101
        return command.ExecuteNonQuery() + arguments.Length;
    }
}

// A name that one statement reads is written into the next one: whoever wrote the row chooses.
internal sealed class Copier(DbConnection connection)
{
    public void Copy()
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT name FROM tables";
        using var rows = read.ExecuteReader();
        while (rows.Read())
        {
            using var drop = connection.CreateCommand();
            drop.CommandText = "DROP TABLE " + rows.GetString(0); //@true GB8101
            drop.ExecuteNonQuery();
        }
    }
}
