using System.Data;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace Shop.HonestCode;

public interface IExport
{
    string Name { get; }
}

public class CsvExport : IExport
{
    public string Name => "csv";
}

public class XmlExport : IExport
{
    public string Name => "xml";
}

public class ExportController : ControllerBase
{
    private static readonly Dictionary<string, Func<IExport>> Exports = new() { ["csv"] = () => new CsvExport(), ["xml"] = () => new XmlExport() };

    private static readonly Dictionary<string, Type> Types = new() { ["csv"] = typeof(CsvExport), ["xml"] = typeof(XmlExport) };

    [HttpPost]
    public IExport? FromTable(string name) => Exports.TryGetValue(name, out var make) ? make() : null; //@near GB8114

    [HttpPost]
    public object? TypeFromTable(string name) => Types.TryGetValue(name, out var type) ? Activator.CreateInstance(type) : null; //@near GB8114

    [HttpPost]
    public object? FromSwitch(string name) => Activator.CreateInstance(name == "csv" ? typeof(CsvExport) : typeof(XmlExport)); //@near GB8114

    [HttpPost]
    public string TypeOfText(string name) => name.GetType().Name; //@near GB8114

    [HttpPost]
    public object Fixed(string name) => Assembly.GetExecutingAssembly().GetType("Shop.HonestCode.CsvExport")!.FullName + name.Length; //@near GB8114

    // A value in a query is no expression.
    [HttpPost]
    public List<DataRow> ByLinq(string city, [FromServices] DataTable orders) => orders.AsEnumerable().Where(row => row.Field<string>("City") == city).ToList(); //@near GB8114

    [HttpPost]
    public DataRow[] ByNumber(int least, [FromServices] DataTable orders) => orders.Select("Amount > " + least); //@near GB8114

    // The type is the program's; the argument is not.
    [HttpPost]
    public object? Argument(string name) => Activator.CreateInstance(typeof(Uri), "https://shop.example/" + name); //@near GB8114

    [HttpPost]
    public object? Sum(decimal left, decimal right) => new DataTable().Compute($"{left} + {right}", null); //@near GB8114

    [HttpPost]
    public string? Read(string property) => typeof(CsvExport).GetProperties().FirstOrDefault(p => p.Name == "Name" && property.Length > 0)?.Name; //@near GB8114
}
