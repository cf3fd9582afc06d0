using System.Data.Common;
using Microsoft.AspNetCore.Identity;
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

public class Member
{
    public string Name { get; set; } = "";
}

public interface IMembers
{
    Task<string> ConfirmAsync(Member member, string token);
}

public interface IOrders
{
    void Open();
}

public class StoredOrders(DbConnection connection, string address) : IOrders
{
    public void Open() => connection.ConnectionString = address; //@near GB8115
}

// What a package's base class is asked, it may keep; what the class itself declares is out of its reach.
public class Members : UserManager<Member>, IMembers
{
    private readonly IOrders _orders;

    public Members(IUserStore<Member> store, IOrders orders)
        : base(store, null!, null!, [], [], null!, null!, null!, null!) => _orders = orders;

    public async Task<string> ConfirmAsync(Member member, string token)
    {
        if (!await VerifyUserTokenAsync(member, "Default", "confirm", token))
            return "no";
        var result = await ConfirmEmailAsync(member, token);
        _orders.Open();
        return result.ToString();
    }
}

public class ConfirmationController(IMembers members) : ControllerBase
{
    [HttpPost]
    public async Task<string> Confirm(string token) => await members.ConfirmAsync(new Member(), token);
}
