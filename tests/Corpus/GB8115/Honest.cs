using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace Shop.HonestSettings;

public class RegionsController(IConfiguration configuration) : ControllerBase
{
    // A connection string belongs into the configuration.
    [HttpPost]
    public void Connected([FromServices] DbConnection connection) => connection.ConnectionString = configuration["ConnectionStrings:Shop"]!; //@near GB8115

    [HttpPost]
    public void ByKey(string region, [FromServices] DbConnection connection)
    {
        var key = region == "eu" ? "Eu" : "Us";
        connection.ConnectionString = configuration["ConnectionStrings:" + key]!; //@near GB8115
    }

    // A setting is read by a name from outside: none is changed.
    [HttpGet]
    public string? Read(string name) => Environment.GetEnvironmentVariable("SHOP_" + name); //@near GB8115

    [HttpPost]
    public void Level(int level) => Environment.SetEnvironmentVariable("SHOP_LEVEL", level.ToString()); //@near GB8115

    [HttpPost]
    public void Mode(DayOfWeek day) => AppContext.SetData("Shop.Day", day.ToString()); //@near GB8115

    [HttpPost]
    public void Own(string value)
    {
        var settings = new Dictionary<string, string> { ["Mode"] = value };
        Environment.SetEnvironmentVariable("SHOP_COUNT", settings.Count.ToString()); //@near GB8115
    }

    // Switches are on or off.
    [HttpPost]
    public void Switched(bool isOn) => AppContext.SetSwitch("Shop.Fast", isOn); //@near GB8115

    [HttpPost]
    public void Copied() => Environment.SetEnvironmentVariable("SHOP_HOME", AppContext.BaseDirectory); //@near GB8115
}

// Who makes a repository says where its data are.
public class OrderRepository(DbConnection connection)
{
    public void Open(string connectionString) => connection.ConnectionString = connectionString; //@near GB8115
}
