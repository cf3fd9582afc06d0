using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Honest;

public enum Direction
{
    Up,
    Down,
}

[ApiController]
[Route("honest")]
public class HonestController(DbConnection connection) : ControllerBase
{
    private static readonly HashSet<string> Columns = ["id", "created", "total"];
    private static readonly Dictionary<string, string> Tables = new() { ["o"] = "orders", ["c"] = "customers" };
    private string _filter = "1 = 1";

    [HttpGet("parameter")]
    public void Parameter(string customer)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE customer = @customer"; //@near GB8101
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@customer";
        parameter.Value = customer;
        command.Parameters.Add(parameter);
        command.ExecuteNonQuery();
    }

    // The names of the parameters are counted, not taken from the data.
    [HttpGet("counted")]
    public void CountedParameters([FromQuery] string[] states)
    {
        using var command = connection.CreateCommand();
        var sql = new StringBuilder("SELECT * FROM orders WHERE state IN (");
        for (var i = 0; i < states.Length; i++)
        {
            sql.Append(i == 0 ? "" : ", ").Append("@p").Append(i);
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            parameter.Value = states[i];
            command.Parameters.Add(parameter);
        }

        command.CommandText = sql.Append(')').ToString(); //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("number")]
    public void Number(int id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE id = " + id; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("parsed")]
    public void Parsed(string id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE id = " + long.Parse(id, CultureInfo.InvariantCulture); //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("guid")]
    public void Key(Guid key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM orders WHERE key = '{key}'"; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("tried")]
    public void Tried(string id)
    {
        if (!int.TryParse(id, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE id = " + id; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("date")]
    public void Day(DateOnly day)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM orders WHERE day = '{day:yyyy-MM-dd}'"; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("enum")]
    public void Sorted(Direction direction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders ORDER BY id " + (direction == Direction.Up ? "ASC" : "DESC"); //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("set")]
    public IActionResult Allowed(string column)
    {
        if (!Columns.Contains(column))
            return BadRequest();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders ORDER BY " + column; //@near GB8101
        return command.ExecuteNonQuery() > 0 ? NoContent() : NotFound();
    }

    [HttpGet("lookup")]
    public IActionResult LookedUp(string kind)
    {
        if (!Tables.TryGetValue(kind, out var table))
            return BadRequest();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + table; //@near GB8101
        return command.ExecuteNonQuery() > 0 ? NoContent() : NotFound();
    }

    [HttpGet("switch")]
    public void Switched(string sort)
    {
        var column = sort switch
        {
            "newest" => "created DESC",
            "cheapest" => "total",
            _ => "id",
        };
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders ORDER BY " + column; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("pattern")]
    public void Pattern(string table)
    {
        if (!Regex.IsMatch(table, "^[a-z_]{1,30}$"))
            throw new ArgumentException("no table", nameof(table));
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + table; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("compared")]
    public void Compared(string sort)
    {
        if (sort != "id" && sort != "created")
            sort = "id";
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders ORDER BY " + sort; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("overwritten")]
    public void Overwritten(string filter)
    {
        _filter = filter;
        _filter = "state = 'open'";
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE " + _filter; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("other")]
    public void OtherKey(string filter)
    {
        var parts = new Dictionary<string, string> { ["shown"] = filter, ["sql"] = "state = 'open'" };
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE " + parts["sql"]; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("member")]
    public void OtherMember(string title)
    {
        var view = new View(title, "v_orders");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM " + view.Name; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("asked")]
    public void OnlyAsked(string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = name.Length > 3 && name.StartsWith("vip", StringComparison.Ordinal) //@near GB8101
            ? "SELECT * FROM vips"
            : "SELECT * FROM customers";
        command.ExecuteNonQuery();
    }

    [HttpGet("dead")]
    public void DeadBranch(string filter)
    {
        const bool isDebug = false;
        var where = "state = 'open'";
        if (isDebug)
            where = filter;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE " + where; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("limited")]
    public void Limited(string count)
    {
        var top = int.TryParse(count, out var wanted) ? Math.Min(wanted, 100) : 10;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM orders LIMIT {top}"; //@near GB8101
        command.ExecuteNonQuery();
    }

    // The provider quotes what it is given as a name.
    [HttpGet("quoted")]
    public void Quoted(string table, [FromServices] DbCommandBuilder names)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + names.QuoteIdentifier(table); //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("letters")]
    public IActionResult Letters(string table)
    {
        foreach (var c in table)
        {
            if (!char.IsAsciiLetter(c))
                return BadRequest();
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + table; //@near GB8101
        return command.ExecuteNonQuery() > 0 ? NoContent() : NotFound();
    }

    [HttpGet("enum-parsed")]
    public void EnumParsed(string direction)
    {
        var order = Enum.Parse<Direction>(direction, ignoreCase: true);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders WHERE direction = '" + order + "'"; //@near GB8101
        command.ExecuteNonQuery();
    }

    [HttpGet("procedure")]
    public void Procedure(string customer)
    {
        using var command = connection.CreateCommand();
        command.CommandType = CommandType.StoredProcedure;
        command.CommandText = "dbo.find_orders"; //@near GB8101
        var parameter = command.CreateParameter();
        parameter.Value = "%" + customer + "%";
        command.Parameters.Add(parameter);
        command.ExecuteNonQuery();
    }
}

// Whoever calls is asked for a whole statement.
public class StatementRunner(DbConnection connection)
{
    public int Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql; //@near GB8101
        return command.ExecuteNonQuery();
    }

    public int Explain(string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN " + query; //@true GB8101
        return command.ExecuteNonQuery();
    }
}

public sealed record View(string Title, string Name);
