using System.CodeDom;
using System.Data;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace Shop.CodeMembers;

public class RunController : ControllerBase
{
    [HttpPost]
    public Type? Named(string type) => Type.GetType("Shop." + type); //@true GB8114

    [HttpPost]
    public object? Made(string type)
    {
        var found = Assembly.GetExecutingAssembly().GetType(type); //@true GB8114
        return found?.Name;
    }

    [HttpPost]
    public object Loaded(string assembly) => Assembly.Load(new AssemblyName(assembly)); //@true GB8114

    [HttpPost]
    public object? Handle(string type) => Activator.CreateInstance("Shop", type); //@true GB8114

    [HttpPost]
    public MethodInfo? Method(string name) => typeof(RunController).GetMethod(name); //@true GB8114

    [HttpPost]
    public object? Invoked(string name) => typeof(Math).InvokeMember(name, BindingFlags.InvokeMethod, null, null, [1]); //@true GB8114

    [HttpPost]
    public DataRow[] Selected(string city, [FromServices] DataTable orders) => orders.Select("City = '" + city + "'"); //@true GB8114

    [HttpPost]
    public void Filtered(string city, [FromServices] DataView orders) => orders.RowFilter = $"City = '{city}'"; //@true GB8114

    [HttpPost]
    public void Expressed(string formula, [FromServices] DataColumn column) => column.Expression = formula; //@true GB8114

    // Quotes are doubled, which this language heeds; the name of the column is not quoted.
    [HttpPost]
    public DataRow[] Column(string column, [FromServices] DataTable orders) => orders.Select(column + " > 5"); //@true GB8114
}
