using System.Data;
using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace Shop.SettingMembers;

public class TenantsController : ControllerBase
{
    [HttpPost]
    public void Connected(string server, [FromServices] DbConnection connection) => connection.ConnectionString = $"Server={server};Database=shop"; //@true GB8115

    [HttpPost]
    public void Interface(string server, [FromServices] IDbConnection connection) => connection.ConnectionString = server; //@true GB8115

    [HttpPost]
    public void Changed(string tenant, [FromServices] DbConnection connection) => connection.ChangeDatabase("shop_" + tenant); //@true GB8115

    [HttpPost]
    public Task ChangedLater(string tenant, [FromServices] DbConnection connection) => connection.ChangeDatabaseAsync(tenant); //@true GB8115

    [HttpPost]
    public void Built(string text, [FromServices] DbConnectionStringBuilder builder) => builder.ConnectionString = text; //@true GB8115

    [HttpPost]
    public void Variable(string zone) => Environment.SetEnvironmentVariable("TZ", zone); //@true GB8115

    [HttpPost]
    public void VariableName(string name) => Environment.SetEnvironmentVariable(name, "1"); //@true GB8115

    [HttpPost]
    public void Configured(string key, string value, [FromServices] IConfiguration configuration) => configuration[key] = value; //@true GB8115

    [HttpPost]
    public void Domain(string folder) => AppDomain.CurrentDomain.SetData("DataDirectory", folder); //@true GB8115
}
